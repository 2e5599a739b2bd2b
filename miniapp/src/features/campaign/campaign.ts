import type { CampaignReply, UnitOption } from '@kepu/shared/contracts/campaign';
import type { Instant } from '@kepu/shared/time';
import { cached, cachedForAll } from '../../state/cached';
import { useResource } from '../../state/use-resource';
import { api } from '../session/api';

/** How far this phone's clock is behind the server's, in milliseconds: deadlines follow the server. */
let clockOffset = 0;

/** The server's time as well as this phone knows it. */
export function serverNow(): Instant {
  return Date.now() + clockOffset;
}

async function fetchCampaign(): Promise<CampaignReply> {
  const asked = Date.now();
  const campaign = await api.call('GET /api/campaign');
  clockOffset = campaign.serverTime - (asked + Date.now()) / 2;
  return campaign;
}

/** The call, its units and its clock: the same for everyone, also without a log-in. */
export const campaignResource = () => cachedForAll('campaign', fetchCampaign);

/** One call among several: what an earlier work was made for. */
const callResource = (campaignId: string) => cached<CampaignReply>(`call:${campaignId}`, () => api.call('GET /api/campaigns/:campaignId', { params: { campaignId } }));

/** The running call, or the one a work belongs to where that is another. */
export function useCampaign(campaignId: string | null = null) {
  const running = useResource(campaignResource());
  const isOther = campaignId !== null && running.value !== null && running.value.id !== campaignId;
  const other = useResource(isOther ? callResource(campaignId) : campaignResource());
  return isOther ? other : running;
}

export function unitOf(campaign: CampaignReply, unitId: string | null): UnitOption | null {
  return campaign.units.find((unit) => unit.id === unitId) ?? null;
}
