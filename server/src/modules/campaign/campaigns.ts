import { Injectable } from '@nestjs/common';
import { receiptPrefix, type CallState } from '@kepu/shared/campaign/call-state';
import { completeConfig, withDefaults } from '@kepu/shared/campaign/complete-config';
import { deepFreeze } from '@kepu/shared/freeze';
import { configProblems } from '@kepu/shared/campaign/check-config';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { ConfigReply, EditConfigRequest } from '@kepu/shared/contracts/campaign';
import type { AuditChange } from '@kepu/shared/contracts/desk';
import { receiptNumber } from '@kepu/shared/forms/canonical';
import type { Actor } from '../../platform/access/actor.js';
import { displayName } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { found, refuse, Refusal } from '../../platform/refusal.js';
import { Campaign, CampaignConfigVersion } from './campaign.entity.js';
import { configChanges } from './config-changes.js';
import { Units } from './units.js';

export interface CurrentCampaign {
  id: string;
  state: CallState;
  version: number;
  config: CampaignConfig;
}

/** The call and its configuration. */
@Injectable()
export class Campaigns {
  private readonly parsed = new Map<string, CampaignConfig>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly units: Units,
    private readonly jobs: Jobs,
  ) {}

  /** Every call, the newest first. */
  list(): Promise<Campaign[]> {
    return this.db.read(Campaign).find({ order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** The call that is meant where an address names none: the newest that is open, else the newest there is. */
  async current(): Promise<CurrentCampaign> {
    const calls = await this.list();
    const campaign = calls.find(({ state }) => state === 'open') ?? calls[0];
    if (!campaign) throw new Refusal({ code: 'NO_CAMPAIGN' });
    return this.withConfig(campaign);
  }

  exists(id: string): Promise<boolean> {
    return this.db.read(Campaign).existsBy({ id });
  }

  async get(id: string): Promise<CurrentCampaign> {
    return this.withConfig(found(await this.db.row(Campaign, id)));
  }

  /** A configuration as it was at a version: what a frozen form was made under. */
  async configAt(campaignId: string, version: number): Promise<CampaignConfig> {
    const key = `${campaignId}/${version}`;
    const known = this.parsed.get(key);
    if (known) return known;
    const config = deepFreeze(completeConfig(found(await this.db.read(CampaignConfigVersion).findOneBy({ campaignId, version })).config));
    this.parsed.set(key, config);
    return config;
  }

  /** The configuration a frozen version was made under; of a draft (null) the one in force. */
  async configOf(campaignId: string, version: { configVersion: number } | null): Promise<CampaignConfig> {
    return version === null ? (await this.get(campaignId)).config : this.configAt(campaignId, version.configVersion);
  }

  async open(config: CampaignConfig, reason: string): Promise<string> {
    return this.db.transaction(async () => {
      const id = await this.add(config, reason, 'open', null);
      await this.audit.record(null, { action: 'campaign.open', role: null, campaignId: id, reason, params: {} });
      return id;
    });
  }

  /** A new call in the open transaction, with receipts of its own. */
  async add(config: CampaignConfig, reason: string, state: CallState, changedBy: string | null): Promise<string> {
    const id = newId();
    const prefix = receiptPrefix(config.year, (await this.list()).map((call) => call.receiptPrefix));
    await this.db.write(Campaign).insert({ id, state, receiptPrefix: prefix, year: config.year, configVersion: 1, lastReceipt: 0, createdAt: this.clock.now() });
    await this.addVersion(id, 1, config, reason, changedBy);
    return id;
  }

  /** Refuses unless the call takes drafts, submissions and recommendations now. */
  async getOpen(id: string): Promise<CurrentCampaign> {
    const campaign = await this.get(id);
    if (campaign.state !== 'open') throw new Refusal({ code: 'CALL_NOT_OPEN', title: campaign.config.title, state: campaign.state });
    return campaign;
  }

  async readConfig(id: string): Promise<ConfigReply> {
    const { version, config } = await this.get(id);
    const row = found(await this.db.read(CampaignConfigVersion).findOneBy({ campaignId: id, version }));
    return { config, version, changedAt: row.changedAt, changedBy: row.changedBy, reason: row.reason };
  }

  /** A new version of the configuration; slots follow the quotas, and never below what is taken. */
  async edit(actor: Actor, id: string, { config: wanted, ...request }: EditConfigRequest): Promise<ConfigReply> {
    const next = withDefaults(wanted);
    const [first, ...more] = configProblems(next);
    if (first) refuse([{ code: 'CONFIG_CONTRADICTS', problems: [first, ...more].map((problem) => problem.message), path: `config.${first.path}` }]);
    if (request.reason.trim() === '') refuse([{ code: 'REASON_REQUIRED', path: 'reason' }]);
    await this.db.transaction(async () => {
      const { version, config, state } = await this.get(id);
      if (state === 'archived') throw new Refusal({ code: 'CALL_NOT_OPEN', title: config.title, state });
      const { affected } = await this.db.write(Campaign).update({ id, configVersion: request.baseVersion }, { configVersion: request.baseVersion + 1, year: next.year });
      if (affected !== 1) throw new Refusal({ code: 'DRAFT_CHANGED' });
      await this.addVersion(id, version + 1, next, request.reason, displayName(actor));
      if (config.bonus?.mode !== next.bonus?.mode) await this.units.refuseEmptyBonus(id, next);
      await this.units.fitAllSlots(id, next);
      const changes: AuditChange[] = configChanges(config, next);
      await this.audit.record(actor, { action: 'campaign.edit', role: 'admin', campaignId: id, reason: request.reason, params: { changes } });
      await this.jobs.add('inspection.recount', { campaignId: id });
      await this.jobs.add('other-works.recount', { campaignId: id });
    });
    return this.readConfig(id);
  }

  /** The next receipt of a call for a unit, inside the open transaction. */
  async nextReceipt(id: string, unitCode: string): Promise<string> {
    await this.db.write(Campaign).increment({ id }, 'lastReceipt', 1);
    const { receiptPrefix: prefix, lastReceipt } = found(await this.db.row(Campaign, id));
    return receiptNumber(prefix, unitCode, lastReceipt);
  }

  private async withConfig(campaign: Campaign): Promise<CurrentCampaign> {
    return { id: campaign.id, state: campaign.state, version: campaign.configVersion, config: await this.configAt(campaign.id, campaign.configVersion) };
  }

  private async addVersion(campaignId: string, version: number, config: CampaignConfig, reason: string, changedBy: string | null): Promise<void> {
    await this.db.write(CampaignConfigVersion).insert({ id: newId(), campaignId, version, config, reason, changedAt: this.clock.now(), changedBy });
  }
}
