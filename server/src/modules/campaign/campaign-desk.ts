import { Inject, Injectable } from '@nestjs/common';
import type { CampaignReply, EditUnitRequest } from '@kepu/shared/contracts/campaign';
import { recommendBy } from '@kepu/shared/rules/windows';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Refusal } from '../../platform/refusal.js';
import { Campaigns } from './campaigns.js';
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
    const { id, config } = await this.campaigns.current();
    const units = await this.units.list(id);
    return {
      id,
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
    const deadline = recommendBy(config, unit);
    if (closesAt !== null && closesAt > deadline) throw new Refusal({ code: 'RESUBMIT_TOO_LATE', deadline, path: 'closesAt' });
    await this.units.setClosing(actor, unitId, closesAt);
  }
}
