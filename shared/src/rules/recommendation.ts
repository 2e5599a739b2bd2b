import type { CampaignConfig } from '../campaign/config.js';
import { nextStatus, type WorkStatus } from '../domain/work-status.js';
import type { Reason } from '../errors.js';
import type { Finding } from '../inspection/finding.js';
import { blockingRules } from '../inspection/judge.js';
import { ruleMode } from '../inspection/rule-modes.js';
import type { Instant } from '../time.js';
import { slotReason, type SlotState } from './quota.js';
import { recommendBy, type UnitClocks } from './windows.js';

export interface RecommendationFacts {
  work: { status: WorkStatus; fromListedArea: boolean };
  config: CampaignConfig;
  /** The unit the work was handed to: whoever recommends acts for it, or does not get here. */
  unit: UnitClocks;
  slots: readonly SlotState[];
  /** Ids of the duties signed off for the version under review. */
  signedDuties: readonly string[];
  findings: readonly Finding[];
  /** Which identities of this work another recommended work already holds (O7, O8). */
  taken: { author: boolean; producingUnit: boolean; film: boolean };
  now: Instant;
}

/** Every reason a unit may not recommend a work; empty means it may. Notice 三 and Annex 1, 二. */
export function recommendationReasons(f: RecommendationFacts): Reason[] {
  if (!nextStatus(f.work.status, 'recommend')) return [{ code: 'WRONG_STATUS', status: f.work.status }];
  const reasons: Reason[] = [];
  const deadline = recommendBy(f.config, f.unit);
  if (f.now >= deadline) reasons.push({ code: 'AFTER_DEADLINE', deadline });
  const open = f.config.duties.filter((duty) => !f.signedDuties.includes(duty.id));
  if (open.length > 0) reasons.push({ code: 'DUTIES_OPEN', duties: open.map((duty) => duty.label) });
  const rules = blockingRules(f.findings, f.config);
  if (rules.length > 0) reasons.push({ code: 'INSPECTION_BLOCKS', rules });
  reasons.push(...identityReasons(f));
  const noSlot = slotReason(f.slots, f.work.fromListedArea, f.config.bonus);
  if (noSlot) reasons.push(noSlot);
  return reasons;
}

function identityReasons({ taken, config }: RecommendationFacts): Reason[] {
  const reasons: Reason[] = [];
  if (taken.author && config.identity.author === 'block') reasons.push({ code: 'AUTHOR_TAKEN' });
  if (taken.producingUnit && config.identity.producingUnit === 'block') reasons.push({ code: 'UNIT_TAKEN' });
  if (taken.film && ruleMode(config, 'O8') === 'block') reasons.push({ code: 'FILM_TAKEN' });
  return reasons;
}

/** Why a unit may not take its recommendation back; empty means it may. */
export function recommendationWithdrawalReasons(f: { status: WorkStatus; config: CampaignConfig; unit: UnitClocks; now: Instant }): Reason[] {
  if (!nextStatus(f.status, 'withdraw-recommendation')) return [{ code: 'WRONG_STATUS', status: f.status }];
  const deadline = recommendBy(f.config, f.unit);
  return f.now < deadline ? [] : [{ code: 'AFTER_DEADLINE', deadline }];
}
