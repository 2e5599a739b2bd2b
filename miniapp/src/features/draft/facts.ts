import type { CampaignReply, UnitOption } from '@kepu/shared/contracts/campaign';
import type { WorkView } from '@kepu/shared/contracts/work';
import type { SubmissionFacts } from '@kepu/shared/rules/submission';
import type { Instant } from '@kepu/shared/time';
import type { DraftState } from './draft-sync';

interface FactSources {
  work: WorkView;
  state: Pick<DraftState, 'form' | 'signature'>;
  campaign: CampaignReply;
  unit: UnitOption | null;
  /** Length the phone read from a film that is not on the server yet. */
  pickedDurationMs: number | null;
  now: Instant;
}

/** What the rules of submission are asked about: the same facts the server will gather. */
export function submissionFacts({ work, state, campaign, unit, pickedDurationMs, now }: FactSources): SubmissionFacts {
  return {
    status: work.status,
    form: state.form,
    config: campaign.config,
    unit,
    film: {
      state: work.filmState,
      durationMs: work.film?.durationMs ?? pickedDurationMs,
      registeredAt: work.film?.registeredAt ?? null,
      findings: work.film?.inspection.findings ?? [],
    },
    signature: state.signature,
    draftChangedAt: work.draftChangedAt,
    now,
  };
}
