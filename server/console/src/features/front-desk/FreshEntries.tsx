import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { Problem } from '../../ui/Problem';
import styles from './FrontDesk.module.css';
import type { FreshEntry, Receiving } from './use-receiving';

/** What was just entered, by unit, as long as taking it back leaves no trace with the unit; and what could not be entered. */
export function FreshEntries({ receiving: { fresh, failed, undo } }: { receiving: Receiving }) {
  return (
    <div className={styles.fresh} role="status">
      {fresh.map((entry) => (
        <Alert key={entry.id} type="success" showIcon title={<>已登记：{entry.words}　<Left until={entry.until} /></>} action={<Button size="small" onClick={() => void undo(entry.packageId, entry.id)}>撤回</Button>} />
      ))}
      {failed && <div><b>{failed.words}</b><Problem error={failed.error} /></div>}
    </div>
  );
}

function Left({ until }: Pick<FreshEntry, 'until'>) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return <span className={styles.quiet} aria-hidden>{Math.max(1, Math.ceil((until - now) / 1_000))} 秒后告诉单位</span>;
}
