import { Injectable } from '@nestjs/common';
import type { DisqualifyRequest, RecommendReply } from '@kepu/shared/contracts/work';
import { identityClaims } from '@kepu/shared/rules/identity';
import { recommendationReasons, recommendationWithdrawalReasons } from '@kepu/shared/rules/recommendation';
import { scanBy } from '@kepu/shared/rules/windows';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { refuse, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Units } from '../campaign/units.js';
import { JudgingCopies } from '../inspection/pictures/judging-copies.js';
import { Messages } from '../message/messages.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { Places } from './places.js';
import { RecommendationFactsReader } from './recommendation-facts.js';

/** Recommending within the quota, taking it back, and disqualifying. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly facts: RecommendationFactsReader,
    private readonly places: Places,
    private readonly messages: Messages,
    private readonly judging: JudgingCopies,
  ) {}

  /**
   * Slot, identities, status and the deadline check in one transaction: of any number of simultaneous
   * recommendations exactly as many succeed as there are slots (P1, P2, P4, O7, O8).
   */
  async recommend(actor: Actor, workId: string): Promise<RecommendReply> {
    return this.db.transaction(async () => {
      const work = await this.works.getToChange(workId);
      const version = await this.works.currentVersion(work);
      if (!version) throw new Refusal({ code: 'WRONG_STATUS', status: work.status });
      const unit = await this.unitOf(work);
      const { config } = await this.campaigns.getOpen(work.campaignId);
      const slots = await this.units.slotsOf(unit.id);
      const claims = identityClaims(version.form, version.filmSha256);
      refuse(recommendationReasons(await this.facts.gather({ work, unit, version, slots, claims, config })));
      const { number } = await this.places.take(work, slots, claims, config);
      await this.works.move(work, 'recommend', { scanFileId: null });
      if (work.filmFileId) await this.judging.order(work.filmFileId);
      await this.audit.record(actor, { action: 'work.recommend', role: 'recommender', campaignId: work.campaignId, workId, unitId: unit.id, params: { slot: number } });
      await this.messages.tell([work.ownerId], 'work.recommended', { title: work.title, unit: unit.name, slot: number }, workId);
      return { slotNumber: number, scanBy: scanBy(config, unit) };
    });
  }

  /** Until the deadline; the slot is free again at once. */
  async withdraw(actor: Actor, workId: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.works.getToChange(workId);
      const unit = await this.unitOf(work);
      const { config } = await this.campaigns.get(work.campaignId);
      refuse(recommendationWithdrawalReasons(this.facts.forWithdrawal(work, unit, config)));
      const slot = await this.places.release(work);
      await this.works.move(work, 'withdraw-recommendation', { scanFileId: null });
      await this.audit.record(actor, { action: 'work.withdraw-recommendation', role: 'recommender', campaignId: work.campaignId, workId, unitId: unit.id, params: { slot: slot?.number ?? null } });
      await this.messages.tell([work.ownerId], 'work.recommendation-withdrawn', { title: work.title, unit: unit.name }, workId);
    });
  }

  /** P9: cannot be taken back, so the title is typed and the reason kept for good. Slot and identities are free again. */
  async disqualify(actor: Actor, workId: string, { reason, title }: DisqualifyRequest): Promise<void> {
    if (reason.trim() === '') throw new Refusal({ code: 'REASON_REQUIRED', path: 'reason' });
    await this.db.transaction(async () => {
      const work = await this.works.getToChange(workId);
      if (title.trim() !== work.title.trim()) throw new Refusal({ code: 'TITLE_MISMATCH', path: 'title' });
      const slot = await this.places.release(work);
      await this.works.move(work, 'disqualify');
      await this.audit.record(actor, { action: 'work.disqualify', role: 'staff', campaignId: work.campaignId, workId, unitId: work.unitId, reason, params: { slot: slot?.number ?? null } });
      await this.messages.tell([work.ownerId], 'work.disqualified', { title: work.title }, workId);
      if (work.unitId) await this.messages.tellUnit(work.unitId, 'work.disqualified', { title: work.title }, workId);
    });
  }

  /** The unit the work was handed to. The guard has proven that the person acts for it. */
  private unitOf({ unitId, status }: Work): Promise<Unit> {
    if (unitId === null) throw new Refusal({ code: 'WRONG_STATUS', status });
    return this.units.get(unitId);
  }
}
