import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { sayDeadline } from '@kepu/shared/time';
import { submitBy } from '@kepu/shared/rules/windows';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { SidePanel } from '../../ui/SidePanel';
import { useCampaign } from '../campaign/current';
import { InviteDialog } from '../invitation/InviteDialog';
import { useMay } from '../session/use-session';
import { ClocksDialog } from './ClocksDialog';
import { QuotaDialog } from './QuotaDialog';
import { SlotList } from './SlotList';
import { UnitPapers } from './UnitPapers';
import styles from './UnitPanel.module.css';

interface Props {
  row: UnitBoardRow;
  onClose: () => void;
}

/** One unit: its slots, its people, its clocks. */
export function UnitPanel({ row, onClose }: Props) {
  const { config } = useCampaign();
  const { unit } = row;
  const type = config.unitTypes.find((policy) => policy.type === unit.type)?.label;
  return (
    <SidePanel label="单位详情" kicker={`${type ?? ''} · 编号 ${unit.code}`} title={unit.name} onClose={onClose} footer={<Changes row={row} />}>
      <Tabs
        items={[
          { key: 'slots', label: `名额 ${row.slots.length}`, children: <SlotList row={row} /> },
          { key: 'papers', label: '材料', children: <UnitPapers row={row} /> },
          { key: 'people', label: `人员 ${row.recommenders.length}`, children: <People row={row} /> },
        ]}
      />
      <dl className={styles.clocks}>
        <dt>收件截止</dt>
        <dd>
          {sayDeadline(submitBy(config, unit))}
          {unit.closesAt === null ? '（同推荐截止）' : '（单位自设）'}
        </dd>
        <dt>推荐截止</dt>
        <dd>
          {sayDeadline(unit.recommendBy ?? config.recommendBy)}
          {unit.recommendBy === null ? '（统一）' : '（单独延期）'}
        </dd>
      </dl>
    </SidePanel>
  );
}

/** What an administrator may change about a unit; nothing for others. */
function Changes({ row }: { row: UnitBoardRow }) {
  const [dialog, setDialog] = useState<'quota' | 'clocks' | null>(null);
  if (!useMay('unit.edit')) return <span className={styles.quiet}>调整名额和截止由系统管理员操作。</span>;
  return (
    <>
      <Button onClick={() => setDialog('quota')}>调整名额…</Button>
      <Button onClick={() => setDialog('clocks')}>单独延期…</Button>
      {dialog === 'quota' && <QuotaDialog row={row} onClose={() => setDialog(null)} />}
      {dialog === 'clocks' && <ClocksDialog row={row} onClose={() => setDialog(null)} />}
    </>
  );
}

function People({ row }: { row: UnitBoardRow }) {
  const may = useMay('account.invite');
  const [isInviting, setInviting] = useState(false);
  return (
    <>
      <ul className={styles.people}>
        {row.recommenders.map((person) => (
          <li key={person.phone}>
            <b>{person.name ?? '未填姓名'}</b>
            <span className={styles.quiet}>{person.phone}</span>
          </li>
        ))}
      </ul>
      {row.recommenders.length === 0 && <p className={styles.nobody}>这个单位还没有人能收作品、推荐作品。发一份邀请，对方用手机打开即可加入。</p>}
      {may && <Button onClick={() => setInviting(true)}>邀请经办人…</Button>}
      {isInviting && <InviteDialog unit={row.unit} onClose={() => setInviting(false)} />}
    </>
  );
}
