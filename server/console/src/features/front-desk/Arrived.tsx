import type { ArrivedSheet, FrontDeskReply, ReceiptView } from '@kepu/shared/contracts/handover';
import { Alert, Button, Popconfirm } from 'antd';
import { Card } from '../../ui/Card';
import { Moment } from '../../ui/Moment';
import { Tag } from '../../ui/Tag';
import { PackageDetails } from '../hand-over/PackageDetails';
import { stateOf } from '../hand-over/package-words';
import { Entry, KINDS } from './Entry';
import styles from './FrontDesk.module.css';
import type { Receiving } from './use-receiving';

/** What this envelope or disc belongs to, and entering that it has come. */
export function Arrived({ desk, receiving }: { desk: FrontDeskReply; receiving: Receiving }) {
  const { package: view, supersededBy, sheet } = desk;
  const { tone, word } = stateOf(view);
  return (
    <div className={styles.columns}>
      {sheet && <Sheet sheet={sheet} />}
      <Card title={view.title} extra={<Tag tone={tone}>{word}</Tag>}>
        {supersededBy !== null && <Alert className={styles.gap} type="warning" showIcon role="alert" title={`这是以前的报送，单位后来又报送了第 ${supersededBy} 次，以后来的为准。`} />}
        <PackageDetails view={view} />
      </Card>
      <Card title="收到了什么" extra={<Standing desk={desk} />}>
        <Entry desk={desk} kind="paper" receiving={receiving} sheet={sheet} />
        <Entry desk={desk} kind="disc" receiving={receiving} />
        <ul className={styles.receipts}>
          {view.receipts.map((receipt) => (
            <li key={receipt.id}>
              {sayEntry(receipt)}
              <span><Moment at={receipt.at} />　{receipt.byName}</span>
              <TakeBack receipt={receipt} isTakenBack={view.receipts.some(({ takesBack }) => takesBack === receipt.id)} onTakeBack={() => void receiving.undo(view.id, receipt.id)} />
            </li>
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

function Standing({ desk: { missing, surplus } }: { desk: FrontDeskReply }) {
  return (
    <>
      {surplus.length > 0 && <Tag tone="look" icon="triangle">{`多收${surplus.join('、')}`}</Tag>}
      {missing.length > 0 && <Tag tone="look" icon="clock">{`还差${missing.join('、')}`}</Tag>}
      {surplus.length + missing.length === 0 && <Tag tone="ok" icon="ticked">收齐了</Tag>}
    </>
  );
}

const sayEntry = ({ kind, count, note }: ReceiptView) => `${count < 0 ? '撤回登记' : '收到'}${KINDS[kind].label} ${Math.abs(count)} ${KINDS[kind].unit}${note && `（${note}）`}`;

/** An entry can be taken back at any time; once the unit has heard of it, it is told that it was wrong. */
function TakeBack({ receipt, isTakenBack, onTakeBack }: { receipt: ReceiptView; isTakenBack: boolean; onTakeBack: () => void }) {
  if (receipt.count < 0) return null;
  if (isTakenBack) return <em>已撤回</em>;
  const name = `登记错了，撤回：${sayEntry(receipt)}`;
  if (receipt.toldAt === null) return <Button type="link" size="small" aria-label={name} onClick={onTakeBack}>登记错了，撤回</Button>;
  return (
    <Popconfirm title="撤回这次登记？" description="单位已收到通知，撤回后会再告诉单位：登记有误。" okText="撤回" cancelText="不撤回" onConfirm={onTakeBack}>
      <Button type="link" size="small" aria-label={name}>登记错了，撤回</Button>
    </Popconfirm>
  );
}
