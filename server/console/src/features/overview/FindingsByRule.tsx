import type { OverviewReply } from '@kepu/shared/contracts/desk';
import { Link } from 'react-router';
import { Card } from '../../ui/Card';
import { RuleTag } from '../../ui/RuleTag';
import { VerdictMark } from '../../ui/VerdictMark';
import styles from './FindingsByRule.module.css';

type Row = OverviewReply['findingsByRule'][number];

/** Which rules films break, and which ask for a look: works counted by their current film. */
export function FindingsByRule({ findings }: { findings: OverviewReply['findingsByRule'] }) {
  const found = findings.filter((row) => row.fail + row.look > 0);
  const most = Math.max(1, ...found.flatMap((row) => [row.fail, row.look]));
  const quiet = findings.length - found.length;
  return (
    <Card title="检测结论按规则" note="作品数" extra={<Legend />}>
      {found.map((row) => (
        <Bars key={row.rule} row={row} most={most} />
      ))}
      <p className={styles.quiet}>{found.length === 0 ? '已检测的影片没有不符合，也没有要看的提示。' : quiet > 0 ? `其余 ${quiet} 条规则没有发现问题。` : ''}</p>
    </Card>
  );
}

function Legend() {
  return (
    <span className={styles.legend}>
      <VerdictMark verdict="fail" />
      <VerdictMark verdict="look" />
    </span>
  );
}

function Bars({ row, most }: { row: Row; most: number }) {
  const width = (count: number) => ({ width: `calc(${count / most} * (100% - 36px))` });
  const open = (words: string) => `${row.rule} ${row.subject} ${words}`;
  return (
    <div className={styles.row}>
      <RuleTag rule={row.rule} />
      <span>{row.subject}</span>
      <div>
        {row.fail > 0 && (
          <Link className={styles.bar} to={`/works?having=failing&rule=${row.rule}`} aria-label={open(`不符合 ${row.fail} 部`)}>
            <i className={styles.fail} style={width(row.fail)} />
            {row.fail}
          </Link>
        )}
        {row.look > 0 && (
          <Link className={styles.bar} to={`/works?having=looking&rule=${row.rule}`} aria-label={open(`提示 ${row.look} 部`)}>
            <i className={styles.look} style={width(row.look)} />
            {row.look}
          </Link>
        )}
      </div>
    </div>
  );
}
