import type { Reason } from '@kepu/shared/errors';
import { submissionReasons } from '@kepu/shared/rules/submission';
import { useNow } from '../campaign/use-now';
import { usePick } from '../upload/film-pick';
import { submissionFacts } from './facts';
import type { OpenDraft } from './use-draft';

export interface Submission {
  /** Every reason the work cannot be handed in now: the server will ask the same. */
  reasons: Reason[];
  durationMs: number | null;
}

export function useSubmission({ work, state, campaign, unit }: OpenDraft): Submission {
  const now = useNow();
  const pick = usePick(work.id);
  const facts = submissionFacts({ work, state, campaign, unit, pickedDurationMs: pick?.film.durationMs ?? null, now });
  return { reasons: submissionReasons(facts), durationMs: facts.film.durationMs };
}

/** The clock's reason among others, which no filling of fields can cure. */
export function clockReason(reasons: readonly Reason[]) {
  return reasons.find((reason) => reason.code === 'UNIT_CLOSED' || reason.code === 'AFTER_DEADLINE') ?? null;
}
