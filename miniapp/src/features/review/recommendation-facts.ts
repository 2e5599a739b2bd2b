import type { CampaignReply, UnitOption, UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import type { WorkView } from '@kepu/shared/contracts/work';
import type { RecommendationFacts } from '@kepu/shared/rules/recommendation';
import type { Instant } from '@kepu/shared/time';
import { toSlotState } from './unit';

/** What the rules of recommending are asked about. Whether an identity is taken elsewhere only the server knows. */
export function recommendationFacts(known: { work: WorkView; unit: UnitOption; quota: UnitSlotsReply; campaign: CampaignReply; now: Instant }): RecommendationFacts {
  const { work, unit, quota, campaign, now } = known;
  return {
    work: { status: work.status, fromListedArea: work.form.listedAreaCode !== null },
    config: campaign.config,
    unit,
    slots: quota.slots.map(toSlotState),
    signedDuties: work.signOffs.map(({ dutyId }) => dutyId),
    findings: work.film?.inspection.findings ?? [],
    taken: { author: false, producingUnit: false, film: false },
    now,
  };
}
