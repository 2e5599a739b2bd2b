import type { CampaignReply, UnitOption } from '@kepu/shared/contracts/campaign';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { useRead } from '../../api/queries';
import { adjustClock } from '../../api/server-clock';
import { Loaded } from '../../ui/Loaded';

const Current = createContext<CampaignReply | null>(null);

const CLOCK_CHECK_MS = 5 * 60_000;

/** Reads the running call for everything below, and sets the page's clock by the server's. */
export function CurrentCampaign({ children }: { children: ReactNode }) {
  const query = useRead('GET /api/campaign', {}, { everyMs: CLOCK_CHECK_MS });
  const { data, dataUpdatedAt } = query;
  useEffect(() => {
    if (data) adjustClock(data.serverTime, dataUpdatedAt);
  }, [data, dataUpdatedAt]);
  // Once it is there, a failed check of it is nobody's concern: every page says for itself what it could not read.
  if (data) return <Current.Provider value={data}>{children}</Current.Provider>;
  return (
    <Loaded query={query} what="本次征集">
      {() => null}
    </Loaded>
  );
}

/** The running call; only below CurrentCampaign. */
export function useCampaign(): CampaignReply {
  const campaign = useContext(Current);
  if (!campaign) throw new Error('used outside the current campaign');
  return campaign;
}

/** Finds a unit of the call by its id. */
export function useUnitName(): (unitId: string | null) => string {
  const { units } = useCampaign();
  return (unitId) => units.find((unit: UnitOption) => unit.id === unitId)?.name ?? '未选推荐单位';
}
