import type { OverviewReply } from '@kepu/shared/contracts/desk';
import { sayBytes } from '@kepu/shared/errors';
import type { ReactNode } from 'react';
import { Card } from '../../ui/Card';
import { Icon, type IconName } from '../../ui/Icon';
import styles from './Running.module.css';
import { runningProblem } from './running-problem';

type Figures = OverviewReply['running'];

/** Whether the machine keeps up: queue with its age, uploads, disk. Never a green light without its numbers. */
export function Running({ running }: { running: Figures }) {
  const problem = runningProblem(running);
  const used = 1 - running.diskFreeBytes / Math.max(1, running.diskTotalBytes);
  const state = problem ? (
    <span className={styles.problem}>
      <Icon name="triangle" />
      {problem}
    </span>
  ) : (
    <span className={styles.well}>
      <Icon name="ticked" />
      正常
    </span>
  );
  return (
    <Card title="运行状态" note="检测、上传、存储" extra={state}>
      <dl className={styles.figures}>
        <Figure icon="pulse" label="检测队列">
          {running.inspectionsRunning} 进行 · {running.inspectionsQueued} 等待
        </Figure>
        <Figure icon="clock" label="最久等待">
          {sayWait(running.oldestWaitMs)}
        </Figure>
        <Figure icon="film" label="正在上传">
          {running.uploadsOpen} 部
        </Figure>
        <Figure icon="disc" label="剩余存储">
          {sayStorage(running.diskFreeBytes)}
        </Figure>
      </dl>
      <div className={styles.disk} role="img" aria-label={`存储已用 ${Math.round(used * 100)}%`}>
        <i style={{ width: `${used * 100}%` }} />
      </div>
      <p className={styles.note}>
        已用 {Math.round(used * 100)}%，共 {sayStorage(running.diskTotalBytes)}。
      </p>
    </Card>
  );
}

function Figure({ icon, label, children }: { icon: IconName; label: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Icon name={icon} size={13} />
        {label}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function sayWait(ms: number | null): string {
  if (ms === null) return '没有等待';
  return ms < 60_000 ? '不到 1 分钟' : `${Math.floor(ms / 60_000)} 分钟`;
}

/** `1.1 TB`, `83 GB`: the way disks are sold. */
function sayStorage(bytes: number): string {
  if (bytes >= 1e12) return `${(bytes / 1e12).toFixed(1)} TB`;
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(0)} GB` : sayBytes(bytes);
}
