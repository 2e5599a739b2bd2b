import type { ReactNode } from 'react';
import styles from './ChangeTable.module.css';
import { Change } from './Change';

export interface ChangeRow {
  label: ReactNode;
  before: string | null;
  after: string | null;
}

/** What changed, row by row, each value with what went and what came. */
export function ChangeTable({ rows }: { rows: readonly ChangeRow[] }) {
  return (
    <dl className={styles.changes}>
      {rows.map((row, index) => (
        <div key={index}>
          <dt>{row.label}</dt>
          <dd>
            <Change before={row.before} after={row.after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
