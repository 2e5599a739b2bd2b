import { LIMITS } from '@kepu/shared/contracts/limits';
import type { ArrivedSheet, FrontDeskReply, ReceiptKind } from '@kepu/shared/contracts/handover';
import { beyondDue } from '@kepu/shared/handover/receipts';
import { Alert, Button, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import styles from './FrontDesk.module.css';
import type { Receiving } from './use-receiving';

export const KINDS: Record<ReceiptKind, { label: string; unit: string }> = { paper: { label: '纸质推荐表', unit: '份' }, disc: { label: '光盘', unit: '张' } };

interface Props {
  desk: FrontDeskReply;
  kind: ReceiptKind;
  receiving: Receiving;
  sheet?: ArrivedSheet | null;
}

/** Entering one kind of what came: as much as is missing, unless somebody says otherwise; more than is due is asked about. */
export function Entry({ desk: { package: view, required, received }, kind, receiving, sheet = null }: Props) {
  const id = useId();
  // A form that was scanned is the one in hand; an envelope holds all that is missing.
  const left = sheet ? 1 : Math.max(1, required[kind] - received[kind]);
  const [count, setCount] = useState<number | null>(null);
  const [note, setNote] = useState(sheet ? `${sheet.slot} 号，第 ${sheet.printedVersion} 版` : '');
  const [isAsking, setAsking] = useState(false);
  const { label, unit } = KINDS[kind];
  const chosen = count ?? left;
  const beyond = beyondDue(required[kind], received[kind], chosen);
  const enter = async (isMoreConfirmed: boolean) => {
    const isDone = await receiving.enter(view, { kind, count: chosen, note: note.trim(), isMoreConfirmed });
    setAsking(!isDone);
    if (!isDone) return;
    setCount(null);
    setNote('');
  };
  return (
    <div className={styles.receive}>
      <p><b>{label}</b>　已收 {received[kind]}，应收 {required[kind]} {unit}</p>
      <label htmlFor={`${id}count`}>{unit}数</label>
      <InputNumber id={`${id}count`} min={1} max={100} precision={0} value={chosen} onChange={setCount} />
      <Input aria-label={`${label}备注`} placeholder="备注" maxLength={LIMITS.receiptNote} value={note} onChange={(event) => setNote(event.target.value)} />
      <Button type={received[kind] < required[kind] ? 'primary' : 'default'} disabled={isAsking} loading={receiving.isBusy} onClick={() => (beyond > 0 ? setAsking(true) : void enter(false))}>{`收到${label}`}</Button>
      {isAsking && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={`多收 ${beyond} ${unit}，确认？`}
          description={`应收 ${required[kind]} ${unit}，已收 ${received[kind]} ${unit}，这次 ${chosen} ${unit}。是不是刚才已经登记过？`}
          action={<span className={styles.answers}><Button size="small" autoFocus onClick={() => setAsking(false)}>先不登记</Button><Button size="small" onClick={() => void enter(true)}>{`确实多收 ${beyond} ${unit}，登记`}</Button></span>}
        />
      )}
    </div>
  );
}
