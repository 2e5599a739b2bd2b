import { Injectable } from '@nestjs/common';
import { mayBecome, type CallState } from '@kepu/shared/campaign/call-state';
import { shiftCall } from '@kepu/shared/campaign/shift';
import type { CallView, CloneCampaignRequest } from '@kepu/shared/contracts/campaign';
import { may } from '@kepu/shared/domain/roles';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { Refusal } from '../../platform/refusal.js';
import { Campaign } from './campaign.entity.js';
import { Campaigns } from './campaigns.js';
import { Units } from './units.js';

/** Calls beside each other: which there are, the next one made from an earlier one, and their life. */
@Injectable()
export class Calls {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
  ) {}

  /** What is still being prepared is the department's to see. */
  async list(actor: Actor): Promise<CallView[]> {
    const seesAll = may(actor.roles, 'campaign.read-config');
    const rows = (await this.campaigns.list()).filter(({ state }) => seesAll || state !== 'preparing');
    return Promise.all(rows.map(async ({ id }) => this.view(id)));
  }

  /** The next call: configuration with its dates moved, units, areas and quotas of the earlier one; its works and people stay where they are. */
  async clone(actor: Actor, { from, year, shiftDays, reason }: CloneCampaignRequest): Promise<CallView> {
    if (reason.trim() === '') throw new Refusal({ code: 'REASON_REQUIRED', path: 'reason' });
    const id = await this.db.transaction(async () => {
      const { config: earlier } = await this.campaigns.get(from);
      const config = shiftCall(earlier, { year, shiftDays });
      const fresh = await this.campaigns.add(config, reason, 'preparing', displayName(actor));
      const seeds = (await this.units.list(from)).map(({ code, name, type, areaCode, hasBonus, listedAreas, ownQuota }) => ({ code, name, type, areaCode, hasBonus, listedAreas, ownQuota }));
      await this.units.addAll(fresh, seeds, config);
      await this.audit.record(actor, { action: 'campaign.clone', role: 'admin', campaignId: fresh, reason, params: { from: earlier.title, title: config.title } });
      return fresh;
    });
    return this.view(id);
  }

  async setState(actor: Actor, id: string, state: CallState, reason: string): Promise<CallView> {
    await this.db.transaction(async () => {
      const before = await this.campaigns.get(id);
      if (!mayBecome(before.state, state)) throw new Refusal({ code: 'CALL_STATE', from: before.state, to: state });
      const { affected } = await this.db.write(Campaign).update({ id, state: before.state }, { state });
      if (affected !== 1) throw new Refusal({ code: 'DRAFT_CHANGED' });
      await this.audit.record(actor, { action: 'campaign.set-state', role: 'admin', campaignId: id, reason, params: { before: before.state, after: state } });
    });
    return this.view(id);
  }

  private async view(id: string): Promise<CallView> {
    const { state, config } = await this.campaigns.get(id);
    return { id, state, year: config.year, title: config.title, opensAt: config.opensAt, recommendBy: config.recommendBy };
  }
}
