import type { CampaignConfig } from '../campaign/config.js';
import type { Role } from '../domain/roles.js';
import { STATUSES_OF, type WorkStatus } from '../domain/work-status.js';
import type { Reason } from '../errors.js';
import type { Finding } from '../inspection/finding.js';
import { isOfForm, shownVerdict } from '../inspection/judge.js';
import { countCharacters } from '../text.js';
import { tooLong } from './too-long.js';

/** A sentence, not a word; and no essay. */
export const OVERRIDE_REASON = { least: 6, most: 200 };

/** Who sets findings aside: a unit for works handed to it, the department for any. A creator never. */
export type OverrideSide = Extract<Role, 'recommender' | 'staff'>;

export interface OverrideFacts {
  side: OverrideSide;
  status: WorkStatus;
  /** The finding as it is now; null: there is none of this check on the film that is shown. */
  finding: Finding | null;
  /** What the person read when they decided. */
  seen: { isSameFilm: boolean; measured: string | null };
  reason: string;
  config: CampaignConfig;
}

/** While it still matters: before the work is recommended, declined or disqualified. A unit has a say only over what lies before it. */
const OPEN: Record<OverrideSide, readonly WorkStatus[]> = { recommender: STATUSES_OF.withUnit, staff: [...STATUSES_OF.withCreator, ...STATUSES_OF.withUnit] };

/** Every reason a finding may not be set aside; empty means it may (docs/decisions/0015). */
export function overrideReasons({ side, status, finding, seen, reason, config }: OverrideFacts): Reason[] {
  if (!OPEN[side].includes(status)) return [{ code: 'WRONG_STATUS', status }];
  if (!seen.isSameFilm || !finding || finding.measured !== seen.measured || finding.setAside) return [{ code: 'FINDING_CHANGED' }];
  const reasons = findingReasons(side, finding, config);
  const count = countCharacters(reason);
  if (count < OVERRIDE_REASON.least) reasons.push({ code: 'REASON_TOO_SHORT', least: OVERRIDE_REASON.least, path: 'reason' });
  reasons.push(...tooLong('理由', reason, OVERRIDE_REASON.most, 'reason'));
  return reasons;
}

function findingReasons(side: OverrideSide, finding: Finding, config: CampaignConfig): Reason[] {
  const shown = shownVerdict(finding, config);
  if (shown !== 'fail' && shown !== 'look' && shown !== 'unchecked') return [{ code: 'NOTHING_TO_OVERRIDE' }];
  if (shown === 'fail' && isOfForm(finding)) return [{ code: 'OVERRIDE_IN_FORM' }];
  if (side === 'staff' || config.overrides.unit === 'all') return [];
  if (config.overrides.unit === 'none') return [{ code: 'OVERRIDE_BY_DEPARTMENT' }];
  return shown === 'fail' ? [{ code: 'OVERRIDE_BY_DEPARTMENT' }] : [];
}

/** Whether a screen offers it. */
export function mayOverride(side: OverrideSide, status: WorkStatus, finding: Finding, config: CampaignConfig): boolean {
  return OPEN[side].includes(status) && !finding.setAside && findingReasons(side, finding, config).length === 0;
}

export interface OverrideWithdrawalFacts {
  side: OverrideSide;
  status: WorkStatus;
  /** null: it has been taken back already, or no longer applies. */
  by: OverrideSide | null;
}

/** Why an override may not be taken back; empty means it may. Each side takes back its own. */
export function overrideWithdrawalReasons({ side, status, by }: OverrideWithdrawalFacts): Reason[] {
  if (!OPEN[side].includes(status)) return [{ code: 'WRONG_STATUS', status }];
  if (by === null) return [{ code: 'FINDING_CHANGED' }];
  return by === side ? [] : [{ code: 'OVERRIDE_OF_OTHERS' }];
}
