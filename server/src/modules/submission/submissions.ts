import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReceiptReply, SubmitRequest } from '@kepu/shared/contracts/work';
import { canonical } from '@kepu/shared/forms/canonical';
import { formChanges } from '@kepu/shared/forms/diff';
import { fileIdsOf } from '@kepu/shared/forms/shape';
import { filmState } from '@kepu/shared/rules/film-state';
import { submissionReasons, withdrawalReasons, type SubmissionFacts } from '@kepu/shared/rules/submission';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newCode, newId } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { refuse, Refusal } from '../../platform/refusal.js';
import { Campaigns, type CurrentCampaign } from '../campaign/campaigns.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Units } from '../campaign/units.js';
import type { Inspection } from '../inspection/inspection.entity.js';
import { FindingOverrides } from '../inspection/finding-overrides.js';
import { Inspections } from '../inspection/inspections.js';
import { Messages } from '../message/messages.js';
import type { StoredFile } from '../upload/file.entity.js';
import { Files } from '../upload/files.js';
import { Uploads } from '../upload/uploads.js';
import { Drafts } from '../work/drafts.js';
import { Signatures } from '../work/signatures.js';
import { WorkVersion } from '../work/work-version.entity.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { Reviews } from './reviews.js';

interface Gathered {
  work: Work;
  campaign: CurrentCampaign;
  unit: Unit | null;
  film: StoredFile | null;
  inspection: Inspection | null;
  facts: SubmissionFacts;
}

/** Handing a work to its unit, and taking it back. A submission freezes form, film and signature under one hash. */
@Injectable()
export class Submissions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly drafts: Drafts,
    private readonly signatures: Signatures,
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly inspections: Inspections,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly reviews: Reviews,
    private readonly messages: Messages,
    private readonly overrides: FindingOverrides,
    private readonly jobs: Jobs,
  ) {}

  async submit(actor: Actor, workId: string, { revision }: SubmitRequest): Promise<ReceiptReply> {
    return this.db.transaction(async () => {
      const gathered = await this.gather(await this.works.get(workId));
      const { work, campaign, unit, film } = gathered;
      refuse(submissionReasons(gathered.facts));
      await this.refuseUnknownFiles(work);
      if (work.revision !== revision) throw new Refusal({ code: 'DRAFT_CHANGED' });
      if (!unit || !film) throw new Refusal({ code: 'NO_FILM' }); // excluded above; says so to the compiler
      const receipt = work.receipt ?? (await this.campaigns.nextReceipt(campaign.id, unit.code));
      const before = await this.works.currentVersion(work);
      await this.inspections.settle(work);
      const version = await this.freeze(actor, gathered, unit, film);
      await this.works.move(work, 'submit', { unitId: unit.id, versionNumber: version.number, receipt, submittedAt: version.submittedAt, resubmitBy: null, toMend: 0 });
      const changes = before ? formChanges(before.form, version.form, campaign.config, await this.units.namesOf([before.unitId, unit.id])) : [];
      if (before && before.filmSha256 !== version.filmSha256) changes.push({ path: 'film', label: '成片', before: before.filmSha256.slice(0, 12), after: film.sha256.slice(0, 12) });
      await this.audit.record(actor, { action: 'work.submit', role: 'creator', campaignId: campaign.id, workId, unitId: unit.id, params: { version: version.number, changes: changes.map(({ label, before: was, after }) => ({ label, before: was, after })) } });
      await this.messages.tell([work.ownerId], 'work.submitted', { title: work.title, receipt }, workId);
      await this.jobs.add('other-works.recount', { workId });
      await this.tellUnits(work, unit, before?.unitId === unit.id ? changes.length : null);
      return { receipt, versionNumber: version.number, sha256: version.sha256, filmSha256: film.sha256, submittedAt: version.submittedAt, unitName: unit.name };
    });
  }

  async withdraw(actor: Actor, workId: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.works.get(workId);
      const signOffs = await this.reviews.signOffs(workId, work.versionNumber);
      refuse(withdrawalReasons({ status: work.status, signOffs: signOffs.length }));
      await this.works.move(work, 'withdraw', { unitId: null });
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

  /** What speaks for and against submitting, as the rules see it. */
  private async gather(work: Work): Promise<Gathered> {
    const campaign = await this.campaigns.getOpen(work.campaignId);
    const unit = await this.units.find(work.draft.unitId);
    const film = await this.files.find(work.filmFileId);
    const inspection = film ? await this.inspections.find(film.id) : null;
    const facts: SubmissionFacts = {
      status: work.status,
      form: work.draft,
      config: campaign.config,
      unit,
      film: { state: filmState(film && { inspection: inspection?.state ?? 'queued' }, film === null && (await this.uploads.openFilm(work.id)) !== null), durationMs: inspection?.facts?.durationMs ?? null, registeredAt: film?.registeredAt ?? null, findings: film && inspection ? await this.overrides.lay(film.id, inspection.findings) : [] },
      signature: await this.drafts.signatureStanding(work),
      draftChangedAt: work.draftChangedAt,
      now: this.clock.now(),
    };
    return { work, campaign, unit, film, inspection, facts };
  }

  /** A form may only point to files that are this work's own. */
  private async refuseUnknownFiles(work: Work): Promise<void> {
    const known = await this.files.knownOf(work.id, fileIdsOf(work.draft), ['broadcast-proof', 'licence-proof']);
    const entries = [...work.draft.broadcasts.map((entry, index) => ({ entry, path: `broadcasts.${index}.proofIds` })), ...work.draft.materials.map((entry, index) => ({ entry, path: `materials.${index}.proofIds` }))];
    refuse(entries.filter(({ entry }) => entry.proofIds.some((id) => !known.has(id))).map(({ path }) => ({ code: 'UNKNOWN_FILE', path })));
  }

  private async freeze(actor: Actor, { work, campaign, inspection }: Gathered, unit: Unit, film: StoredFile): Promise<WorkVersion> {
    const signature = await this.signatures.find(work.signatureId);
    const content = { form: work.draft, film: film.sha256, signature: signature?.imageSha256 ?? null, commitment: signature?.commitmentVersion ?? null, unit: unit.code, config: campaign.version };
    const version: WorkVersion = {
      id: newId(), workId: work.id, number: work.versionNumber + 1, unitId: unit.id, form: work.draft, configVersion: campaign.version,
      filmFileId: film.id, filmSha256: film.sha256, findings: inspection?.findings ?? [], signatureId: signature?.id ?? '',
      sha256: createHash('sha256').update(canonical(content)).digest('hex'), verifyCode: newCode(), submittedAt: this.clock.now(), submittedBy: actor.accountId, submittedByName: displayName(actor),
    };
    await this.db.write(WorkVersion).insert(version);
    return version;
  }
}
