import type { OverviewReply } from '@kepu/shared/contracts/desk';
import { STATUS_NAMES, type WorkStatus } from '@kepu/shared/domain/work-status';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '../../ui/Card';
import styles from './WorksByStatus.module.css';

/** How many works stand at each step; those that left the main line beside it, hatched. */
export function WorksByStatus({ figures }: { figures: OverviewReply }) {
  const { worksByStatus: works, slots } = figures;
  const total = Object.values(works).reduce((sum, count) => sum + count, 0);
  const most = Math.max(1, ...Object.values(works));
  const width = (count: number) => `${(count / most) * 46}%`;
  const share = slots.total > 0 ? Math.round((slots.taken / slots.total) * 100) : 0;
  return (
    <Card title="作品走到哪一步" note={`共 ${total} 部；虚线框为离开主线`}>
      <div className={styles.steps}>
        <Step label="草稿" status="draft" count={works.draft} width={width(works.draft)} tone={styles.early} />
        <Step label="待单位审核" status="submitted" count={works.submitted} width={width(works.submitted)} tone={styles.middle}>
          <Aside status="returned" count={works.returned} width={width(works.returned)} />
          <Aside status="declined" count={works.declined} width={width(works.declined)} />
        </Step>
        <Step label="已推荐" status="recommended" count={works.recommended} width={width(works.recommended)} tone={styles.late}>
          <span>
            占 {slots.total} 个名额的 {share}%
          </span>
          <Aside status="disqualified" count={works.disqualified} width={width(works.disqualified)} />
        </Step>
      </div>
    </Card>
  );
}

interface StepProps {
  label: string;
  status: WorkStatus;
  count: number;
  width: string;
  tone: string | undefined;
  children?: ReactNode;
}

function Step({ label, status, count, width, tone, children }: StepProps) {
  return (
    <>
      <span>{label}</span>
      <div className={styles.step}>
        <i className={tone} style={{ width }} />
        <Link to={`/works?status=${status}`} aria-label={`${label} ${count} 部`}>
          {count}
        </Link>
        {children}
      </div>
    </>
  );
}

function Aside({ status, count, width }: { status: WorkStatus; count: number; width: string }) {
  if (count === 0) return null;
  return (
    <>
      <u style={{ width }} />
      <span className={styles.aside}>
        {STATUS_NAMES[status]} <Link to={`/works?status=${status}`}>{count}</Link>
      </span>
    </>
  );
}
