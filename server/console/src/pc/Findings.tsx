import type { ComputerFilmView } from '@kepu/shared/contracts/computer';
import { VerdictMark } from '../ui/VerdictMark';
import styles from './pc.module.css';

/** What the rules say, one line each; what to do about it under what fails. */
export function Findings({ findings }: { findings: ComputerFilmView['findings'] }) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map(({ check, subject, verdict, measured, required, advice }) => (
        <li key={check}>
          <VerdictMark verdict={verdict} />
          <b>{subject}</b>
          <span>{measured}{required !== null && <span className={styles.hint}> 要求 {required}</span>}</span>
          {verdict !== 'pass' && advice !== null && <p>{advice}</p>}
        </li>
      ))}
    </ul>
  );
}
