import type { ReceiptKind, ReceiptView } from '../contracts/handover.js';

/** How long an entry at the front desk is silent: taken back until then, the unit never hears of it. */
export const RECEIPT_UNDO_MS = 10_000;

export const RECEIPT_KINDS = ['paper', 'disc'] as const satisfies readonly ReceiptKind[];

export type ReceiptCounts = Record<ReceiptKind, number>;

/** 纸质推荐表 2 份 */
export const sayReceipt = (kind: ReceiptKind, count: number): string => (kind === 'paper' ? `纸质推荐表 ${count} 份` : `光盘 ${count} 张`);

/** What is there by all entries; one that was taken back counts nothing. */
export function receivedOf(receipts: readonly Pick<ReceiptView, 'kind' | 'count'>[]): ReceiptCounts {
  const sum = (kind: ReceiptKind) => receipts.filter((receipt) => receipt.kind === kind).reduce((total, { count }) => total + count, 0);
  return { paper: sum('paper'), disc: sum('disc') };
}

/** What has still to come. */
export function missingOf(required: ReceiptCounts, received: ReceiptCounts): string[] {
  return RECEIPT_KINDS.filter((kind) => received[kind] < required[kind]).map((kind) => sayReceipt(kind, required[kind] - received[kind]));
}

/** What is there beyond what is due: a second envelope, or an entry made twice. */
export function surplusOf(required: ReceiptCounts, received: ReceiptCounts): string[] {
  return RECEIPT_KINDS.filter((kind) => received[kind] > required[kind]).map((kind) => sayReceipt(kind, received[kind] - required[kind]));
}

/** How many of an entry would be more than is due; 0: none. */
export function beyondDue(required: number, received: number, count: number): number {
  return Math.max(0, Math.min(count, received + count - required));
}
