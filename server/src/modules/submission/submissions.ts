import { Injectable } from '@nestjs/common';
import type { ReceiptReply, SubmitRequest } from '@kepu/shared/contracts/work';
import { loggedChanges } from '@kepu/shared/forms/diff';
import { submissionReasons, withdrawalReasons } from '@kepu/shared/rules/submission';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { refuse, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Messages } from '../message/messages.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { Reviews } from './reviews.js';
import { SubmissionFactsReader } from './submission-facts.js';
import { VersionFreezer } from './version-freezer.js';

/** Handing a work to its unit, and taking it back. A submission freezes form, film and signature under one hash. */
@Injectable()
export class Submissions {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly facts: SubmissionFactsReader,
    private readonly freezer: VersionFreezer,
    private readonly campaigns: Campaigns,
    private readonly reviews: Reviews,
    private readonly messages: Messages,
    private readonly jobs: Jobs,
  ) {}

  async submit(actor: Actor, workId: string, { revision }: SubmitRequest): Promise<ReceiptReply> {
    return this.db.transaction(async () => {
      const gathered = await this.facts.gather(await this.works.getToChange(workId));
      const { work, campaign, unit, film } = gathered;
      refuse(submissionReasons(gathered.facts));
      await this.facts.refuseUnknownFiles(work);
      if (work.revision !== revision) throw new Refusal({ code: 'DRAFT_CHANGED' });
      if (!unit || !film) throw new Refusal({ code: 'NO_FILM' }); // excluded above; says so to the compiler
      const receipt = work.receipt ?? (await this.campaigns.nextReceipt(campaign.id, unit.code));
      const before = await this.works.currentVersion(work);
      const version = await this.freezer.freeze(actor, gathered, unit, film);
      await this.works.move(work, 'submit', { unitId: unit.id, versionNumber: version.number, receipt, submittedAt: version.submittedAt, resubmitBy: null, toMend: 0 });
      const changes = await this.freezer.changesSince(before, version, gathered);
      await this.audit.record(actor, { action: 'work.submit', role: 'creator', campaignId: campaign.id, workId, unitId: unit.id, params: { version: version.number, changes: loggedChanges(changes) } });
      await this.messages.tell([work.ownerId], 'work.submitted', { title: work.title, receipt }, workId);
      await this.jobs.add('other-works.recount', { workId });
      await this.tellUnits(work, unit, before?.unitId === unit.id ? changes.length : null);
      return { receipt, versionNumber: version.number, sha256: version.sha256, filmSha256: film.sha256, submittedAt: version.submittedAt, unitName: unit.name };
    });
  }

  async withdraw(actor: Actor, workId: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.works.getToChange(workId);
      const signOffs = await this.reviews.signOffs(workId, work.versionNumber);
      refuse(withdrawalReasons({ status: work.status, signOffs: signOffs.length }));
      await this.works.move(work, 'withdraw', { unitId: null });
      await this.freezer.release(workId);
      await this.audit.record(actor, { action: 'work.withdraw', role: 'creator', campaignId: work.campaignId, workId, unitId: work.unitId, params: {} });
      await this.jobs.add('other-works.recount', { workId });
      if (work.unitId) await this.messages.tellUnit(work.unitId, 'work.withdrawn', { title: work.title }, workId);
    });
  }

  /** Who has it for the first time is told so; who has sent it back and loses it, that it went elsewhere. */
  private async tellUnits({ id, title, firstAuthor, unitId: heldBy }: Work, unit: Unit, changes: number | null): Promise<void> {
    if (changes === null) await this.messages.tellUnit(unit.id, 'work.to-review', { title, author: firstAuthor ?? '' }, id);
    else await this.messages.tellUnit(unit.id, 'work.to-review-again', { title, changes }, id);
    if (heldBy !== null && heldBy !== unit.id) await this.messages.tellUnit(heldBy, 'work.moved-away', { title, unit: unit.name }, id);
  }
}
