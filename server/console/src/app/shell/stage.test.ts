import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { beijing } from '@kepu/shared/time';
import { expect, it } from 'vitest';
import { nextDeadline, stageAt } from './stage';

const late = { ...preset2025, arriveBy: beijing('2025-12-20', '24:00') };

it.each([
  ['before the call opens', beijing('2025-10-09', '12:00'), -1, '距征集开始 12小时'],
  ['while units recommend', beijing('2025-12-02', '11:00'), 0, '距推荐截止 8天13小时'],
  ['in the last minute', beijing('2025-12-10', '23:59') + 30_000, 0, '距推荐截止 不到1分钟'],
  ['at the first instant after the deadline', beijing('2025-12-11'), 1, '距纸质材料到达 10天'],
  ['when nothing is open any more', beijing('2025-12-21'), 1, '没有'],
])('knows the stage and the clock %s', (_name, now, stage, clock) => {
  const next = nextDeadline(late, now);
  expect(stageAt(late, now)).toBe(stage);
  expect(next ? `${next.label} ${next.left}` : '没有').toBe(clock);
});
