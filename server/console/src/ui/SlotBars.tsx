import type { SlotView } from '@kepu/shared/contracts/campaign';
import styles from './SlotBars.module.css';

type Fill = 'taken' | 'awaiting' | 'reviewed' | 'free' | 'reservedTaken' | 'reservedFree';

const WORDS: Record<Fill, string> = {
  taken: '已推荐',
  awaiting: '已推荐，待扫描件',
  reviewed: '单位审核中',
  free: '未用',
  reservedTaken: '专用名额，已推荐',
  reservedFree: '专用名额，未用',
};

interface Props {
  slots: readonly SlotView[];
  /** Works the unit is reviewing; shown in the free slots they compete for. */
  underReview: number;
}

/** A unit's slots as small bars, one a slot, in the order of their numbers. */
export function SlotBars({ slots, underReview }: Props) {
  const fills = fillsOf(slots, underReview);
  const taken = slots.filter((slot) => slot.work !== null).length;
  return (
    <span className={styles.bars} role="img" aria-label={`${slots.length} 个名额，已用 ${taken} 个，${underReview} 部在审`}>
      {fills.map((fill, index) => (
        <i key={slots[index]?.id ?? index} className={styles[fill]} title={`${slots[index]?.number ?? ''} 号：${WORDS[fill]}`} />
      ))}
    </span>
  );
}

function fillsOf(slots: readonly SlotView[], underReview: number): Fill[] {
  let left = underReview;
  return slots.map((slot): Fill => {
    if (slot.kind === 'reserved') return slot.work ? 'reservedTaken' : 'reservedFree';
    if (slot.work) return slot.work.inEffect ? 'taken' : 'awaiting';
    left -= 1;
    return left >= 0 ? 'reviewed' : 'free';
  });
}

const LEGEND: [Fill[], string][] = [
  [['taken'], '已推荐'],
  [['awaiting'], '待扫描件'],
  [['reviewed'], '单位审核中'],
  [['free'], '未用'],
  [['reservedTaken', 'reservedFree'], '三区专用'],
];

/** What the bars mean. */
export function SlotLegend() {
  return (
    <ul className={styles.legend} aria-label="名额图例">
      {LEGEND.map(([fills, words]) => (
        <li key={words}>
          <span className={styles.bars} aria-hidden="true">
            {fills.map((fill) => (
              <i key={fill} className={styles[fill]} />
            ))}
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}
