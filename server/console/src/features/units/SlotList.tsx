import type { SlotView, UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { Link } from 'react-router';
import { StatusTag } from '../../ui/StatusTag';
import { Tag } from '../../ui/Tag';
import { Quote } from '../campaign/Quote';
import styles from './UnitPanel.module.css';

/** Each slot of a unit by its number, with the work that holds it. */
export function SlotList({ row }: { row: UnitBoardRow }) {
  const hasReserved = row.slots.some((slot) => slot.kind === 'reserved');
  return (
    <>
      <ol className={styles.slots}>
        {row.slots.map((slot) => (
          <Slot key={slot.id} slot={slot} />
        ))}
      </ol>
      {row.underReview > 0 && (
        <p className={styles.waiting}>
          <Link to={`/works?unitId=${row.unit.id}&status=submitted`}>{row.underReview} 部在审</Link>，还没有占用名额。
        </p>
      )}
      <div className={styles.quote}>
        <Quote of={hasReserved ? 'bonus' : 'quota'} rules={hasReserved ? 'P2' : 'P1'} />
      </div>
    </>
  );
}

function Slot({ slot }: { slot: SlotView }) {
  const isReserved = slot.kind === 'reserved';
  const classes = [styles.number, slot.work && styles.taken, isReserved && styles.reserved].filter(Boolean).join(' ');
  return (
    <li>
      <span className={classes}>{slot.number}</span>
      {slot.work ? (
        <p>
          <Link to={`/works/${slot.work.id}`} title={slot.work.title}>
            {slot.work.title}
          </Link>
        </p>
      ) : (
        <p className={styles.quiet}>未用</p>
      )}
      {slot.work ? <StatusTag status="recommended" inEffect={slot.work.inEffect} /> : isReserved ? <Tag tone="area">三区专用</Tag> : <Tag tone="plain">可用</Tag>}
    </li>
  );
}
