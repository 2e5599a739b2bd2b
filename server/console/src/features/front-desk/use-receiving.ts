import type { FrontDeskReply, PackageView, ReceiptKind } from '@kepu/shared/contracts/handover';
import { RECEIPT_UNDO_MS, sayReceipt } from '@kepu/shared/handover/receipts';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { hasReason } from '../../api/failure';
import { useCommand, type Reading } from '../../api/queries';

const TOUCHED: readonly Reading[] = ['GET /api/front-desk/:code', 'GET /api/hand-overs'];

/** An entry that was just made, while the unit does not know of it. */
export interface FreshEntry {
  id: string;
  packageId: string;
  words: string;
  /** By this computer's clock. */
  until: number;
}

export interface Entering {
  kind: ReceiptKind;
  count: number;
  note: string;
  isMoreConfirmed: boolean;
}

/** Entries of this desk: kept above what is shown, so that the next envelope may be scanned while one is on its way. */
export function useReceiving(onDone: () => void) {
  const { message } = App.useApp();
  const [fresh, setFresh] = useState<FreshEntry[]>([]);
  const [failed, setFailed] = useState<{ words: string; error: unknown } | null>(null);
  const receive = useCommand('POST /api/packages/:packageId/receipts', TOUCHED);
  const takeBack = useCommand('DELETE /api/packages/:packageId/receipts/:receiptId', TOUCHED);

  useEffect(() => {
    const [first] = fresh;
    if (!first) return;
    const timer = setTimeout(() => setFresh((all) => all.filter(({ until }) => until > Date.now())), Math.max(0, first.until - Date.now()) + 20);
    return () => clearTimeout(timer);
  }, [fresh]);

  /** False: there would be more than is due, which somebody has to look at. */
  const enter = async (view: PackageView, entering: Entering): Promise<boolean> => {
    const words = `${view.unitName ?? view.title} ${sayReceipt(entering.kind, entering.count)}`;
    setFailed(null);
    try {
      const { enteredId } = await receive.mutateAsync({ params: { packageId: view.id }, body: entering });
      if (enteredId !== null) setFresh((all) => [...all, { id: enteredId, packageId: view.id, words, until: Date.now() + RECEIPT_UNDO_MS - 500 }]);
      return true;
    } catch (error) {
      setFailed({ words, error });
      return !hasReason(error, 'RECEIPT_BEYOND_DUE');
    } finally {
      onDone();
    }
  };
  const undo = async (packageId: string, receiptId: string): Promise<void> => {
    setFailed(null);
    try {
      const reply = await takeBack.mutateAsync({ params: { packageId, receiptId } });
      void message.success(wasTold(reply, receiptId) ? '已撤回，并已告诉单位登记有误' : '已撤回，单位不会收到消息');
    } catch (error) {
      setFailed({ words: '撤回', error });
    } finally {
      setFresh((all) => all.filter(({ id }) => id !== receiptId));
      onDone();
    }
  };
  return { fresh, failed, enter, undo, isBusy: receive.isPending || takeBack.isPending };
}

export type Receiving = ReturnType<typeof useReceiving>;

const wasTold = (reply: FrontDeskReply, receiptId: string) => reply.package.receipts.some(({ id, toldAt }) => id === receiptId && toldAt !== null);
