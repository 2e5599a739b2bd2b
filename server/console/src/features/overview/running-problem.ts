import type { OverviewReply } from '@kepu/shared/contracts/desk';

const LONG_WAIT_MS = 10 * 60_000;
const LITTLE_SHARE = 0.1;

/** What an operator should look at, in words; null: nothing. A full disk before a long queue. */
export function runningProblem(running: OverviewReply['running']): string | null {
  if (running.diskTotalBytes > 0 && running.diskFreeBytes / running.diskTotalBytes < LITTLE_SHARE) return '存储快满了';
  if (running.oldestWaitMs !== null && running.oldestWaitMs > LONG_WAIT_MS) return '检测积压';
  return null;
}
