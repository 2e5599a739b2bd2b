import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { sayTimeLeft, type Instant } from '@kepu/shared/time';

/** The call's year in the order of the notice. */
export const STAGES = ['征集推荐', '形式审查', '补正', '专家评审', '公示', '公布归档'] as const;

type Dates = Pick<CampaignConfig, 'opensAt' | 'recommendBy' | 'scanBy' | 'arriveBy'>;

/** Which stage the call is in by its dates: -1 before it opens. Later stages begin when somebody begins them, not by the clock. */
export function stageAt(dates: Dates, now: Instant): number {
  if (now < dates.opensAt) return -1;
  return now < dates.recommendBy ? 0 : 1;
}

/** The clock to the next deadline, in words: `距推荐截止 8天13小时`. */
export function nextDeadline(dates: Dates, now: Instant): { label: string; left: string; at: Instant } | null {
  const deadlines: [string, Instant | null][] = [
    ['距征集开始', dates.opensAt],
    ['距推荐截止', dates.recommendBy],
    ['距扫描件截止', dates.scanBy],
    ['距纸质材料到达', dates.arriveBy],
  ];
  const open = deadlines.flatMap(([label, at]) => (at !== null && at > now ? [{ label, at }] : []));
  const [next] = open.sort((a, b) => a.at - b.at);
  return next ? { ...next, left: sayTimeLeft(now, next.at) } : null;
}
