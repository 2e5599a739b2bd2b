import type { CampaignConfig } from '../campaign/config.js';
import type { Reason } from '../errors.js';
import { MINUTE, type Instant } from '../time.js';

/** The clocks of one unit: its own closing time and an extension override the call's. */
export interface UnitClocks {
  name: string;
  /** The unit stops taking works; null: when recommendation closes. */
  closesAt: Instant | null;
  /** Extension granted by the department; null: the call's deadline. */
  recommendBy: Instant | null;
}

/** P4: until when a unit may recommend. The instant itself no longer counts: 24:00 is the first instant of the next day. */
export function recommendBy(config: Pick<CampaignConfig, 'recommendBy'>, unit: UnitClocks): Instant {
  return unit.recommendBy ?? config.recommendBy;
}

/** Until when creators may submit to a unit: its own closing time, but never after its recommendation deadline. */
export function submitBy(config: Pick<CampaignConfig, 'recommendBy'>, unit: UnitClocks): Instant {
  const last = recommendBy(config, unit);
  return unit.closesAt === null ? last : Math.min(unit.closesAt, last);
}

/** A unit may close earlier than it has to recommend, never later. */
export function closingReason(config: Pick<CampaignConfig, 'recommendBy'>, unit: UnitClocks): Reason | null {
  const deadline = recommendBy(config, unit);
  return unit.closesAt !== null && unit.closesAt > deadline ? { code: 'CLOSING_TOO_LATE', deadline, path: 'closesAt' } : null;
}

/** By when the sealed scan must be there for the recommendation to take effect (P8). */
export function scanBy(config: Pick<CampaignConfig, 'recommendBy' | 'scanBy'>, unit: UnitClocks): Instant {
  return Math.max(config.scanBy ?? 0, recommendBy(config, unit));
}

export interface SubmissionClock {
  now: Instant;
  /** When the film's upload was registered; null: no film yet. */
  filmRegisteredAt: Instant | null;
  /** When the draft's text was last changed. */
  draftChangedAt: Instant;
}

/**
 * Why the clock refuses a submission; empty: it does not. A film registered before the closing may
 * finish within the grace, but the text must have been left alone since: nobody gains writing time.
 */
export function clockReasons(config: CampaignConfig, unit: UnitClocks, clock: SubmissionClock): Reason[] {
  if (clock.now < config.opensAt) return [{ code: 'NOT_OPEN_YET', opensAt: config.opensAt }];
  const closing = submitBy(config, unit);
  if (clock.now < closing) return [];
  const inGrace = clock.now < closing + config.uploadGraceMinutes * MINUTE;
  const registeredInTime = clock.filmRegisteredAt !== null && clock.filmRegisteredAt < closing && clock.draftChangedAt < closing;
  if (inGrace && registeredInTime) return [];
  return closing === recommendBy(config, unit)
    ? [{ code: 'AFTER_DEADLINE', deadline: closing }]
    : [{ code: 'UNIT_CLOSED', closedAt: closing, unit: unit.name }];
}

/** After the call's (or the unit's extended) deadline a draft can be read, not changed. */
export function editReasons(config: CampaignConfig, unit: UnitClocks | null, now: Instant): Reason[] {
  const last = unit ? recommendBy(config, unit) : config.recommendBy;
  return now < last ? [] : [{ code: 'AFTER_DEADLINE', deadline: last }];
}
