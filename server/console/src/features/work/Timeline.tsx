import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import { Button } from 'antd';
import { useState } from 'react';
import { ChangeTable } from '../../ui/ChangeTable';
import { Moment } from '../../ui/Moment';
import { actorWords } from '../audit/audit-words';
import styles from './HistoryCard.module.css';

const AT_FIRST = 8;

/** What happened to a work, the latest first. */
export function Timeline({ entries }: { entries: readonly AuditEntryView[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? entries : entries.slice(0, AT_FIRST);
  return (
    <>
      <ol className={styles.past}>
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {entries.length > shown.length && (
        <div className={styles.more}>
          <Button type="link" size="small" onClick={() => setWhole(true)}>
            全部 {entries.length} 条
          </Button>
        </div>
      )}
    </>
  );
}

function Entry({ entry }: { entry: AuditEntryView }) {
  const { changes } = entry;
  return (
    <li>
      <Moment at={entry.at} />
      <span className={styles.dot} />
      <div>
        <b>{entry.name}</b>　{actorWords(entry)}
        {entry.reason && <p className={styles.reason}>{entry.reason}</p>}
        {changes.length > 0 && <ChangeTable rows={changes} />}
      </div>
    </li>
  );
}
