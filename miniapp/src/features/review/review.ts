import type { CampaignReply, UnitOption, UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import type { WorkView } from '@kepu/shared/contracts/work';

/** A work under review, with everything that is known about it. */
export interface Review {
  work: WorkView;
  campaign: CampaignReply;
  unit: UnitOption;
  quota: UnitSlotsReply;
  reload: () => void;
}
