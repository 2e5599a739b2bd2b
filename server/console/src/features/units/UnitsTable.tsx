import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { sayDeadline } from '@kepu/shared/time';
import { Moment } from '../../ui/Moment';
import { SlotBars } from '../../ui/SlotBars';
import { Tag } from '../../ui/Tag';
import { useCampaign } from '../campaign/current';
import type { UnitGroup } from './groups';
import styles from './UnitsTable.module.css';

interface Props {
  groups: readonly UnitGroup[];
  openId: string | null;
  onOpen: (id: string) => void;
}

/** The board: one line a unit, grouped by type. */
export function UnitsTable({ groups, openId, onOpen }: Props) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">单位（按通知行文顺序）</th>
          <th scope="col">名额</th>
          <th scope="col">经办人</th>
          <th scope="col">推荐截止</th>
          <th scope="col">最近活动</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <Group key={group.label} group={group} openId={openId} onOpen={onOpen} />
      ))}
    </table>
  );
}

function Group({ group, openId, onOpen }: { group: UnitGroup } & Omit<Props, 'groups'>) {
  const { config } = useCampaign();
  const bonus = config.bonus && group.units.some((row) => row.hasBonus) ? `，有${config.bonus.label}的另加 ${config.bonus.slots} 个${config.bonus.mode === 'reserved' ? '专用' : ''}名额` : '';
  return (
    <tbody>
      <tr className={styles.group}>
        <th colSpan={5} scope="rowgroup">
          {group.label}
          <span>
            {group.units.length} 个 · 每单位 {group.quota} 个名额{bonus}
          </span>
        </th>
      </tr>
      {group.units.map((row) => (
        <Row key={row.unit.id} row={row} isOpen={row.unit.id === openId} onOpen={() => onOpen(row.unit.id)} />
      ))}
    </tbody>
  );
}

function Row({ row, isOpen, onOpen }: { row: UnitBoardRow; isOpen: boolean; onOpen: () => void }) {
  const { unit, slots, recommenders } = row;
  const [person] = recommenders;
  return (
    <tr aria-current={isOpen ? 'true' : undefined} onClick={onOpen}>
      <td>
        <button type="button" className={styles.name} onClick={onOpen}>
          {unit.name}
        </button>
      </td>
      <td className={styles.slots}>
        <SlotBars slots={slots} underReview={row.underReview} />
        <em>
          {slots.filter((slot) => slot.work).length}/{slots.length}
        </em>
      </td>
      <td>
        {person ? (
          <>
            {person.name ?? '未填姓名'} <span className={styles.quiet}>{person.phone}</span>
            {recommenders.length > 1 && <span className={styles.quiet}> 等 {recommenders.length} 人</span>}
          </>
        ) : (
          <span className={styles.quiet}>还没有人</span>
        )}
      </td>
      <td>{unit.recommendBy === null ? <span className={styles.quiet}>统一</span> : <Tag tone="look">{sayDeadline(unit.recommendBy)}</Tag>}</td>
      <td className={styles.quiet}>{row.lastActivityAt === null ? '还没有' : <Moment at={row.lastActivityAt} />}</td>
    </tr>
  );
}
