import type { ArrivedSheet, FrontDeskReply, ReceiptKind } from '@kepu/shared/contracts/handover';
import { Alert, Button, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useCommand } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Moment } from '../../ui/Moment';
import { Problem } from '../../ui/Problem';
import { Tag } from '../../ui/Tag';
import { PackageDetails } from '../hand-over/PackageDetails';
import { stateOf } from '../hand-over/package-words';
import styles from './FrontDesk.module.css';

const KINDS: Record<ReceiptKind, { label: string; unit: string }> = { paper: { label: '纸质推荐表', unit: '份' }, disc: { label: '光盘', unit: '张' } };

/** What this envelope or disc belongs to, and entering that it has come. */
export function Arrived({ desk }: { desk: FrontDeskReply }) {
  const { package: view, missing, supersededBy, sheet } = desk;
  const { tone, word } = stateOf(view);
  return (
    <div className={styles.columns}>
      {sheet && <Sheet sheet={sheet} />}
      <Card title={view.title} extra={<Tag tone={tone}>{word}</Tag>}>
        {supersededBy !== null && <Alert className={styles.gap} type="warning" showIcon role="alert" title={`这是以前的报送，单位后来又报送了第 ${supersededBy} 次，以后来的为准。`} />}
        <PackageDetails view={view} />
      </Card>
      <Card title="收到了什么" extra={missing.length === 0 ? <Tag tone="ok" icon="ticked">收齐了</Tag> : <Tag tone="look" icon="clock">{`还差${missing.join('、')}`}</Tag>}>
        <Entry key={sheet?.slot} desk={desk} kind="paper" sheet={sheet} />
        <Entry desk={desk} kind="disc" />
        <ul className={styles.receipts}>
          {view.receipts.map(({ id, kind, count, note, at, byName }) => (
            <li key={id}>{count < 0 ? '撤回登记' : '收到'}{KINDS[kind].label} {Math.abs(count)} {KINDS[kind].unit}{note && `（${note}）`}<span><Moment at={at} />　{byName}</span></li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

/** Whether the form in hand is the version that was handed over. */
function Sheet({ sheet: { title, slot, printedVersion, isFrozen, frozenVersion } }: { sheet: ArrivedSheet }) {
  const what = `${slot} 号《${title}》的推荐表，纸上是第 ${printedVersion} 版`;
  return isFrozen
    ? <Alert className={styles.sheet} type="success" showIcon role="status" title={`${what}，和报送的一致。`} />
    : <Alert className={styles.sheet} type="warning" showIcon role="alert" title={`${what}，报送的是第 ${frozenVersion} 版：签字盖章的不是报送的那一版，请单位补寄第 ${frozenVersion} 版。`} />;
}

function Entry({ desk: { package: view, required, received }, kind, sheet = null }: { desk: FrontDeskReply; kind: ReceiptKind; sheet?: ArrivedSheet | null }) {
  const id = useId();
  // A form that was scanned is the one in hand; an envelope holds all that is missing.
  const left = sheet ? 1 : Math.max(1, required[kind] - received[kind]);
  const [count, setCount] = useState<number | null>(null);
  const [note, setNote] = useState(sheet ? `${sheet.slot} 号，第 ${sheet.printedVersion} 版` : '');
  const receive = useCommand('POST /api/packages/:packageId/receipts', ['GET /api/front-desk/:code', 'GET /api/hand-overs']);
  const { label, unit } = KINDS[kind];
  const enter = (sign: 1 | -1) => receive.mutate({ params: { packageId: view.id }, body: { kind, count: sign * (count ?? left), note: note.trim() } }, { onSuccess: () => { setCount(null); setNote(''); } });
  return (
    <div className={styles.receive}>
      <p><b>{label}</b>　已收 {received[kind]}，应收 {required[kind]} {unit}</p>
      <label htmlFor={`${id}count`}>{unit === '份' ? '份数' : '张数'}</label>
      <InputNumber id={`${id}count`} min={1} max={100} value={count ?? left} onChange={setCount} />
      <Input aria-label={`${label}备注`} placeholder="备注" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      <Button type={received[kind] < required[kind] ? 'primary' : 'default'} loading={receive.isPending} onClick={() => enter(1)}>{`收到${label}`}</Button>
      {received[kind] > 0 && <Button type="text" onClick={() => enter(-1)}>登记错了，撤回</Button>}
      <Problem error={receive.error} />
    </div>
  );
}
