import type { CampaignReply, UnitOption } from '@kepu/shared/contracts/campaign';
import { recommendBy, submitBy } from '@kepu/shared/rules/windows';
import { DAY_MS, type Instant } from '@kepu/shared/time';

/** The deadline a creator works towards. */
export interface Deadline {
  at: Instant;
  /** Whose it is: `距兴安盟科技局收件截止`, `距全区推荐截止`. */
  words: string;
  isOver: boolean;
}

/** The unit's own closing time where a unit is chosen, the call's otherwise. */
export function creatorDeadline(campaign: CampaignReply, unit: UnitOption | null, now: Instant): Deadline {
  const at = unit ? submitBy(campaign.config, unit) : campaign.config.recommendBy;
  const isCalls = unit === null || at === recommendBy(campaign.config, unit);
  return { at, words: isCalls ? '距全区推荐截止' : `距${unit.name}收件截止`, isOver: now >= at };
}

/** Whole days left, or hours and minutes on the last day: the figure that is printed large. */
export function countdown(now: Instant, until: Instant): { figure: string; unit: string } {
  const left = until - now;
  if (left <= 0) return { figure: '0', unit: '天' };
  if (left >= DAY_MS) return { figure: String(Math.floor(left / DAY_MS)), unit: '天' };
  const hours = Math.floor(left / 3_600_000);
  return hours > 0 ? { figure: String(hours), unit: '小时' } : { figure: String(Math.max(1, Math.floor(left / 60_000))), unit: '分钟' };
}

/** Place of an instant between two others, 0 to 1. */
export function placeBetween(from: Instant, to: Instant, at: Instant): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

/** `还有 9 天`, `还有 3 小时`, `已截止`. */
export function sayLeft(now: Instant, until: Instant): string {
  if (now >= until) return '已截止';
  const { figure, unit } = countdown(now, until);
  return `还有 ${figure} ${unit}`;
}
