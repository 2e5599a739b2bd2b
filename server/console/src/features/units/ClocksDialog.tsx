import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { recommendBy, scanBy } from '@kepu/shared/rules/windows';
import { DAY_MS, sayDeadline, sayTimeLeft, type Instant } from '@kepu/shared/time';
import { Radio } from 'antd';
import { useState } from 'react';
import { serverNow } from '../../api/server-clock';
import { Icon, type IconName } from '../../ui/Icon';
import { InstantInput } from '../../ui/InstantInput';
import { useCampaign } from '../campaign/current';
import { UnitDialog } from './UnitDialog';
import styles from './UnitDialog.module.css';

const HOUR = 3_600_000;

interface Props {
  row: UnitBoardRow;
  onClose: () => void;
}

/** Another deadline for this one unit, also after the common one has passed. */
export function ClocksDialog({ row, onClose }: Props) {
  const { config } = useCampaign();
  const { unit } = row;
  const [extended, setExtended] = useState(unit.recommendBy);
  const [closing, setClosing] = useState(unit.closesAt);
  const before = recommendBy(config, unit);
  const after = extended ?? config.recommendBy;
  const isChanged = extended !== unit.recommendBy || closing !== unit.closesAt;
  const isPossible = closing === null || closing <= after;
  return (
    <UnitDialog row={row} title={`给${unit.name}单独延期`} change={isChanged && isPossible ? { recommendBy: extended, closesAt: closing } : null} verb={verbOf(before, after)} reasonExample="例：12月10日下午当地网络中断，附运营商证明" onClose={onClose}>
      <div className={styles.row}>
        <span>原截止</span>
        <span className={styles.value}>
          {sayDeadline(before)}
          <span className={styles.quiet}>（{before > serverNow() ? `还有 ${sayTimeLeft(serverNow(), before)}` : '已过'}）</span>
        </span>
      </div>
      <Choice label="推荐截止" common={`统一（${sayDeadline(config.recommendBy)}）`} start={Math.max(before, serverNow()) + DAY_MS} value={extended} onChange={setExtended} />
      <Choice label="收件截止" common="同推荐截止" start={after - DAY_MS} value={closing} onChange={setClosing} isWrong={!isPossible} />
      {!isPossible && <p className={styles.quiet}>收件截止不能晚于推荐截止。</p>}
      <Consequences row={row} after={after} />
    </UnitDialog>
  );
}

interface ChoiceProps {
  label: string;
  common: string;
  /** What a moment of its own begins with: the end of that day. */
  start: Instant;
  value: Instant | null;
  onChange: (at: Instant | null) => void;
  isWrong?: boolean;
}

function Choice({ label, common, start, value, onChange, isWrong }: ChoiceProps) {
  return (
    <div className={styles.row}>
      <span>{label}</span>
      <div className={styles.gap}>
        <Radio.Group value={value !== null} onChange={(event) => onChange(event.target.value === true ? (value ?? start) : null)}>
          <Radio value={false}>{common}</Radio>
          <Radio value>单独定</Radio>
        </Radio.Group>
        {value !== null && <InstantInput label={label} kind="closing" value={value} onChange={onChange} isWrong={isWrong} />}
      </div>
    </div>
  );
}

function Consequences({ row, after }: { row: UnitBoardRow; after: Instant }) {
  const { config } = useCampaign();
  const scan = scanBy(config, { ...row.unit, recommendBy: after });
  const sentences: [IconName, string][] = [
    ['building', `只对${row.unit.name}，名额总数不变`],
    ['film', row.underReview > 0 ? `${row.underReview} 部在审作品可在新截止前推荐` : '新截止前作者可以提交，单位可以推荐'],
    ['clock', `盖章扫描件最迟 ${sayDeadline(scan)}`],
  ];
  if (config.arriveBy !== null && after > config.arriveBy) sentences.push(['triangle', `晚于纸质材料到达日期（${sayDeadline(config.arriveBy)}），请另行告知寄送时间`]);
  return (
    <ul className={styles.consequences}>
      {sentences.map(([icon, sentence]) => (
        <li key={sentence}>
          <Icon name={icon} size={14} />
          {sentence}
        </li>
      ))}
    </ul>
  );
}

function verbOf(before: Instant, after: Instant): string {
  const hours = Math.round((after - before) / HOUR);
  if (hours === 0) return '保存';
  return hours > 0 ? `延长 ${hours} 小时` : `提前 ${-hours} 小时`;
}
