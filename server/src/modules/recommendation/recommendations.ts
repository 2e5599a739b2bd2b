import { Injectable } from '@nestjs/common';
import type { DisqualifyRequest, RecommendReply } from '@kepu/shared/contracts/work';
import { identityClaims, type IdentityClaim } from '@kepu/shared/rules/identity';
import { slotReason, usableSlots } from '@kepu/shared/rules/quota';
import { recommendationReasons, recommendationWithdrawalReasons } from '@kepu/shared/rules/recommendation';
import { scanBy } from '@kepu/shared/rules/windows';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { Reason } from '@kepu/shared/errors';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { refuse, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import type { Slot } from '../campaign/slot.entity.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Units } from '../campaign/units.js';
import { Inspections } from '../inspection/inspections.js';
import { JudgingCopies } from '../inspection/pictures/judging-copies.js';
import { Messages } from '../message/messages.js';
import { Reviews } from '../submission/reviews.js';
import type { WorkVersion } from '../work/work-version.entity.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { IdentityClaims } from './identity-claims.js';

/** Recommending within the quota, taking it back, and disqualifying. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly reviews: Reviews,
    private readonly claims: IdentityClaims,
    private readonly messages: Messages,
    private readonly inspections: Inspections,
    private readonly judging: JudgingCopies,
  ) {}

  /**
   * Slot, identities, status and the deadline check in one transaction: of any number of simultaneous
   * recommendations exactly as many succeed as there are slots (P1, P2, P4, O7, O8).
   */
  async recommend(actor: Actor, workId: string): Promise<RecommendReply> {
    return this.db.transaction(async () => {
      const work = await this.works.get(workId);
      const version = await this.works.currentVersion(work);
      if (!version) throw new Refusal({ code: 'WRONG_STATUS', status: work.status });
      const unit = await this.unitOf(work);
      const { config } = await this.campaigns.getOpen(work.campaignId);
      const slots = await this.units.slotsOf(unit.id);
      const claims = identityClaims(version.form, version.filmSha256);
      refuse(recommendationReasons(await this.facts({ work, unit, version, slots, claims, config })));
      const now = this.clock.now();
      const slot = await this.units.takeSlot(usableSlots(slots.map(toState), isFromListedArea(work)), workId, now);
      if (!slot) refuse([await this.lostRace(unit.id, work, config)]);
      await this.claims.take(work, claims, config);
      await this.works.move(work, 'recommend', { scanFileId: null });
      if (work.filmFileId) await this.judging.order(work.filmFileId);
      const number = slot?.number ?? 0;
      await this.audit.record(actor, { action: 'work.recommend', role: 'recommender', campaignId: work.campaignId, workId, unitId: unit.id, params: { slot: number } });
      await this.messages.tell([work.ownerId], 'work.recommended', { title: work.title, unit: unit.name, slot: number }, workId);
      return { slotNumber: number, scanBy: scanBy(config, unit) };
    });
  }

  /** Until the deadline; the slot is free again at once. */
  async withdraw(actor: Actor, workId: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.works.get(workId);
      const unit = await this.unitOf(work);
      const { config } = await this.campaigns.get(work.campaignId);
      refuse(recommendationWithdrawalReasons({ status: work.status, config, unit, now: this.clock.now() }));
      const slot = await this.release(work);
      await this.works.move(work, 'withdraw-recommendation', { scanFileId: null });
      await this.audit.record(actor, { action: 'work.withdraw-recommendation', role: 'recommender', campaignId: work.campaignId, workId, unitId: unit.id, params: { slot: slot?.number ?? null } });
      await this.messages.tell([work.ownerId], 'work.recommendation-withdrawn', { title: work.title, unit: unit.name }, workId);
    });
  }

  /** P9: cannot be taken back, so the title is typed and the reason kept for good. Slot and identities are free again. */
  async disqualify(actor: Actor, workId: string, { reason, title }: DisqualifyRequest): Promise<void> {
    if (reason.trim() === '') throw new Refusal({ code: 'REASON_REQUIRED', path: 'reason' });
    await this.db.transaction(async () => {
      const work = await this.works.get(workId);
      if (title.trim() !== work.title.trim()) throw new Refusal({ code: 'TITLE_MISMATCH', path: 'title' });
      const slot = await this.release(work);
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

  private async release(work: Work): Promise<Slot | null> {
    await this.claims.release(work.id);
    return this.units.freeSlotOf(work.id);
  }

  private async facts(known: { work: Work; unit: Unit; version: WorkVersion; slots: Slot[]; claims: IdentityClaim[]; config: CampaignConfig }) {
    const { work, unit, version, slots, claims, config } = known;
    return {
      work: { status: work.status, fromListedArea: isFromListedArea(work) },
      config,
      unit,
      slots: slots.map(toState),
      signedDuties: (await this.reviews.standingSignOffs(work)).map((row) => row.dutyId),
      findings: await this.inspections.findingsOf(version),
      taken: await this.claims.taken(work, claims),
      now: this.clock.now(),
    };
  }

  /** Somebody took the last slot between reading and taking: say so as the rule would have. */
  private async lostRace(unitId: string, work: Work, config: CampaignConfig): Promise<Reason> {
    const slots = (await this.units.slotsOf(unitId)).map(toState);
    return slotReason(slots, isFromListedArea(work), config.bonus) ?? { code: 'NO_FREE_SLOT', used: slots.length };
  }
}

const toState = (slot: Slot) => ({ ...slot, taken: slot.workId !== null });
const isFromListedArea = (work: Work) => work.listedAreaCode !== null;
