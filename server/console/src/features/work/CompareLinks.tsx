import type { Finding } from '@kepu/shared/inspection/finding';
import { Link } from 'react-router';
import { useMay } from '../session/use-session';
import styles from './FilmsCard.module.css';

/** From a finding to the other films it speaks of, side by side with this one. */
export function CompareLinks({ workId, finding: { comparisons = [] } }: { workId: string; finding: Finding }) {
  const may = useMay('work.compare');
  if (!may || comparisons.length === 0) return null;
  return (
    <ul className={styles.links}>
      {comparisons.map(({ likenessId, label }) => (
        <li key={likenessId}>
          <Link to={`/works/${workId}/compare/${likenessId}`}>对照查看：{label}</Link>
        </li>
      ))}
    </ul>
  );
}
