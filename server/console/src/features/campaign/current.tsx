import type { CampaignReply, UnitOption } from '@kepu/shared/contracts/campaign';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useRead } from '../../api/queries';
import { adjustClock } from '../../api/server-clock';
import { Loaded } from '../../ui/Loaded';

const Current = createContext<CampaignReply | null>(null);
const Choice = createContext<(campaignId: string | null) => void>(() => undefined);

const CLOCK_CHECK_MS = 5 * 60_000;
const KEY = 'kepu-console-call';

/** Reads the call that is worked on for everything below: the running one, or another this tab has chosen. Sets the page's clock by the server's. */
export function CurrentCampaign({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(KEY));
  const running = useRead('GET /api/campaign', {}, { everyMs: CLOCK_CHECK_MS, enabled: chosen === null });
  const other = useRead('GET /api/campaigns/:campaignId', { params: { campaignId: chosen ?? '' } }, { everyMs: CLOCK_CHECK_MS, enabled: chosen !== null });
  const query = chosen === null ? running : other;
  const { data, dataUpdatedAt } = query;
  const choose = (campaignId: string | null) => {
    if (campaignId === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, campaignId);
    setChosen(campaignId);
  };
  useEffect(() => {
    if (data) adjustClock(data.serverTime, dataUpdatedAt);
  }, [data, dataUpdatedAt]);
  // Once it is there, a failed check of it is nobody's concern: every page says for itself what it could not read.
  if (data) {
    return (
      <Choice.Provider value={choose}>
        <Current.Provider key={data.id} value={data}>{children}</Current.Provider>
      </Choice.Provider>
    );
  }
  return (
    <Loaded query={query} what="本次征集">
      {() => null}
    </Loaded>
  );
}

/** Turns this tab to another call; null: to the running one. */
export const useChooseCall = () => useContext(Choice);

/** The call that is worked on; only below CurrentCampaign. */
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
