import { DAY_MS, sayDeadline, type Instant } from '@kepu/shared/time';
import { useServerNow } from '../../api/server-clock';
import { Card } from '../../ui/Card';
import styles from './DaysLeft.module.css';

const HOUR = 3_600_000;

interface Props {
  opensAt: Instant;
  recommendBy: Instant;
}

/** Time left to the next of the call's two dates, on a ruler between them. */
export function DaysLeft({ opensAt, recommendBy }: Props) {
  const now = useServerNow(30_000);
  const isBefore = now < opensAt;
  const target = isBefore ? opensAt : recommendBy;
  const left = Math.max(0, target - now);
  const share = Math.min(1, Math.max(0, (now - opensAt) / (recommendBy - opensAt)));
  return (
    <Card className={styles.card}>
      <p className={styles.label}>{isBefore ? '距征集开始' : '距推荐截止'}</p>
      {left > 0 ? <Big left={left} /> : <p className={styles.big}>已截止</p>}
      <div className={styles.ruler} role="img" aria-label={`征集期已过去 ${Math.round(share * 100)}%`}>
        <hr />
        <hr className={styles.passed} style={{ width: `${share * 100}%` }} />
        <i style={{ left: `${share * 100}%` }} />
      </div>
      <p className={styles.ends}>
        <span>{sayDeadline(opensAt).replace(' 24:00', '')}</span>
        <span>{sayDeadline(recommendBy)}</span>
      </p>
    </Card>
  );
}

function Big({ left }: { left: number }) {
  const days = Math.floor(left / DAY_MS);
  const hours = Math.floor((left % DAY_MS) / HOUR);
  if (days > 0) {
    return (
      <p className={styles.big}>
        {days}
        <small>天 {hours} 小时</small>
      </p>
    );
  }
  return (
    <p className={styles.big}>
      {hours}
      <small>小时 {Math.floor((left % HOUR) / 60_000)} 分</small>
    </p>
  );
}
