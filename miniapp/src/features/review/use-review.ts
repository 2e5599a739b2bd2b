import { useResource } from '../../state/use-resource';
import { unitOf, useCampaign } from '../campaign/campaign';
import { workResource } from '../work/works';
import type { Review } from './review';
import { slotsResource } from './unit';

interface KnownReview {
  /** null: not loaded yet, or it could not be. */
  review: Review | null;
  failure: unknown;
  /** When the work was last read from the server. */
  at: number | null;
}

/** Everything a recommender's screen of one work needs, loaded together. */
export function useReview(workId: string, unitId: string): KnownReview {
  const known = useResource(workResource(workId));
  const quota = useResource(slotsResource(unitId));
  const { value: campaign } = useCampaign(known.value?.campaignId);
  const unit = campaign ? unitOf(campaign, unitId) : null;
  const reload = () => {
    known.reload();
    quota.reload();
  };
  const review = known.value && quota.value && campaign && unit ? { work: known.value, campaign, unit, quota: quota.value, reload } : null;
  return { review, failure: known.failure ?? quota.failure, at: known.at };
}
