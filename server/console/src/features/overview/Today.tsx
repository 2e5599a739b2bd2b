import type { OverviewReply } from '@kepu/shared/contracts/desk';
import { Link } from 'react-router';
import { Card } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import styles from './Today.module.css';

interface Task {
  count: number;
  what: string;
  note: string;
  to: string;
}

/** What waits for somebody, each number opening its list. */
export function Today({ figures }: { figures: OverviewReply }) {
  const tasks = tasksOf(figures);
  return (
    <Card title="今天要处理" note="只列需要跟进的事，点数字看名单" flush>
      {tasks.length > 0 ? (
        <ul className={styles.tasks}>
          {tasks.map(({ count, what, note, to }) => (
            <li key={what}>
              <Link to={to}>
                <b>{count}</b>
                {what}
                <span>{note}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.none}>
          <Icon name="ticked" size={18} />
          没有需要跟进的事：推荐都有扫描件，没有逾期未交，检测都已完成。
        </p>
      )}
    </Card>
  );
}

function tasksOf(figures: OverviewReply): Task[] {
  const all: Task[] = [
    { count: figures.unitsWithoutRecommendation, what: '个单位尚无推荐', note: '可电话提醒经办人', to: '/units?show=none' },
    { count: figures.awaitingScan, what: '部推荐待扫描件', note: '盖章扫描件传上才生效', to: '/works?having=awaiting-scan' },
    { count: figures.returnedOverdue, what: '部退回后逾期未交', note: '已过单位给的期限', to: '/works?having=overdue' },
    { count: figures.inspectionsFailed, what: '部检测没有完成', note: '可打开作品重新检测', to: '/works?having=uninspected' },
  ];
  return all.filter((task) => task.count > 0);
}
