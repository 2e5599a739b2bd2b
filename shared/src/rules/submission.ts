import type { CampaignConfig } from '../campaign/config.js';
import type { ListedArea } from '../campaign/units-inner-mongolia.js';
import { nextStatus, type WorkStatus } from '../domain/work-status.js';
import type { Reason } from '../errors.js';
import { formReasons } from '../forms/check-form.js';
import type { WorkForm } from '../forms/work-form.js';
import type { Finding } from '../inspection/finding.js';
import { blockingRules } from '../inspection/judge.js';
import type { Instant } from '../time.js';
import type { FilmState } from './film-state.js';
import { clockReasons, type UnitClocks } from './windows.js';

/** Whether a signature was put under the words as they are now: it holds only for the text its signer read (F5, P12). */
export interface SignatureStanding {
  matchesForm: boolean;
  matchesCommitment: boolean;
}

export interface SubmissionFacts {
  status: WorkStatus;
  form: WorkForm;
  config: CampaignConfig;
  unit: (UnitClocks & { listedAreas: readonly ListedArea[] }) | null;
  film: { state: FilmState; durationMs: number | null; registeredAt: Instant | null; findings: readonly Finding[] };
  /** null: not signed. */
  signature: SignatureStanding | null;
  draftChangedAt: Instant;
  now: Instant;
}

/** Every reason a creator may not submit; empty means they may. Notice, Annex 1 and 2; rules F1-F5, O1-O4, V1-V11, P4. */
export function submissionReasons(f: SubmissionFacts): Reason[] {
  const reasons: Reason[] = [];
  if (!nextStatus(f.status, 'submit')) return [{ code: 'WRONG_STATUS', status: f.status }];
  reasons.push(...formReasons(f.form, { config: f.config, durationMs: f.film.durationMs, listedAreas: f.unit?.listedAreas ?? [] }));
  reasons.push(...filmReasons(f));
  reasons.push(...signatureReasons(f.signature));
  if (f.unit) reasons.push(...clockReasons(f.config, f.unit, { now: f.now, filmRegisteredAt: f.film.registeredAt, draftChangedAt: f.draftChangedAt }));
  return reasons;
}

function filmReasons({ film, config }: SubmissionFacts): Reason[] {
  switch (film.state) {
    case 'none':
      return [{ code: 'NO_FILM', path: 'film' }];
    case 'uploading':
      return [{ code: 'FILM_UPLOADING', path: 'film' }];
    case 'inspecting':
      return [{ code: 'INSPECTION_RUNNING', path: 'film' }];
    case 'unavailable':
      return [{ code: 'INSPECTION_UNAVAILABLE', path: 'film' }];
    case 'inspected': {
      const rules = blockingRules(film.findings, config);
      return rules.length > 0 ? [{ code: 'INSPECTION_BLOCKS', rules, path: 'film' }] : [];
    }
  }
}

/** Why the signature does not hold. */
export function signatureReasons(signature: SubmissionFacts['signature']): Reason[] {
  if (signature === null) return [{ code: 'NOT_SIGNED', path: 'signature' }];
  if (!signature.matchesCommitment) return [{ code: 'SIGNED_OTHER_TEXT', text: 'commitment', path: 'signature' }];
  return signature.matchesForm ? [] : [{ code: 'SIGNED_OTHER_TEXT', text: 'form', path: 'signature' }];
}

/** Why a creator may not take a submission back; empty means they may. */
export function withdrawalReasons(f: { status: WorkStatus; signOffs: number }): Reason[] {
  if (!nextStatus(f.status, 'withdraw')) return [{ code: 'WRONG_STATUS', status: f.status }];
  return f.signOffs > 0 ? [{ code: 'REVIEW_STARTED' }] : [];
}
