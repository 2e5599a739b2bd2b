import { Inject, Injectable } from '@nestjs/common';
import type { CampaignReply, EditUnitRequest } from '@kepu/shared/contracts/campaign';
import { may } from '@kepu/shared/domain/roles';
import { closingReason } from '@kepu/shared/rules/windows';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Refusal } from '../../platform/refusal.js';
import { Campaigns, type CurrentCampaign } from './campaigns.js';
import { toUnitOption, Units } from './units.js';

/** The call as everyone may see it, and the department's changes to its units. */
@Injectable()
export class CampaignDesk {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async current(): Promise<CampaignReply> {
    return this.replyOf(await this.campaigns.current());
  }

  /** One call among others, by its id. */
  async of(actor: Actor, campaignId: string): Promise<CampaignReply> {
    const campaign = await this.campaigns.get(campaignId);
    // What is being prepared is the department's to see.
    if (campaign.state === 'preparing' && !may(actor.roles, 'campaign.read-config')) throw new Refusal({ code: 'NOT_FOUND' });
    return this.replyOf(campaign);
  }

  private async replyOf({ id, state, config }: CurrentCampaign): Promise<CampaignReply> {
    const units = await this.units.list(id);
    return {
      id,
      state,
      config,
      units: units.map(toUnitOption),
      serverTime: this.clock.now(),
      isDemonstration: this.config.isDemonstration,
      hasWechat: this.config.KEPU_WECHAT_APP_ID !== null,
    };
  }

  async editUnit(actor: Actor, unitId: string, request: EditUnitRequest): Promise<void> {
    const unit = await this.units.get(unitId);
    const { config } = await this.campaigns.get(unit.campaignId);
    await this.units.edit(actor, unitId, request, config);
  }

  /** A unit may close earlier than its recommendation deadline, never later. */
  async setClosing(actor: Actor, unitId: string, closesAt: number | null): Promise<void> {
    const unit = await this.units.get(unitId);
    const { config } = await this.campaigns.get(unit.campaignId);
    const reason = closingReason(config, { ...unit, closesAt });
    if (reason) throw new Refusal(reason);
    await this.units.setClosing(actor, unitId, closesAt);
  }
}
