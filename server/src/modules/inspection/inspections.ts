import { Injectable } from '@nestjs/common';
import type { NotableFinding } from '@kepu/shared/domain/audit-actions';
import type { InspectionView } from '@kepu/shared/contracts/work';
import { deepFreeze } from '@kepu/shared/freeze';
import { holdsSlot, isEditable } from '@kepu/shared/domain/work-status';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import { stagesDone, type FilmFacts } from '@kepu/shared/inspection/facts';
import type { Finding } from '@kepu/shared/inspection/finding';
import { countShown, filmFindings, shownVerdict } from '@kepu/shared/inspection/judge';
import type { RuleId } from '@kepu/shared/rules/rule-ids';
import { In, Not } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Campaigns, type CurrentCampaign } from '../campaign/campaigns.js';
import { Messages } from '../message/messages.js';
import { StoredFile } from '../upload/file.entity.js';
import { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { FindingOverrides } from './finding-overrides.js';
import { FindingRow, Inspection } from './inspection.entity.js';
import { Tools } from './tools.js';

const QUEUED: InspectionView = deepFreeze({ state: 'queued', findings: [], stagesDone: [], startedAt: null, finishedAt: null, toolsNote: null });

/** Inspections as rows: what is known of a film so far, what it means, and who is told. */
@Injectable()
export class Inspections {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly campaigns: Campaigns,
    private readonly works: Works,
    private readonly messages: Messages,
    private readonly overrides: FindingOverrides,
    private readonly tools: Tools,
  ) {}

  /**
   * The inspection of a film. While its work can be changed, what was measured is judged anew by the form as it
   * stands: a title mended after the upload is compared at once. What was handed in keeps the findings it had then.
   */
  async find(fileId: string): Promise<Inspection | null> {
    const row = await this.db.read(Inspection).findOneBy({ fileId });
    if (row?.state !== 'done' || row.facts === null) return row;
    const work = await this.works.get(row.workId);
    if (work.filmFileId !== fileId || !isEditable(work.status)) return row;
    const { config } = await this.campaigns.get(work.campaignId);
    return { ...row, findings: filmFindings(row.facts, config, work.draft) };
  }

  /** Keeps the findings a film has under the form that is being handed in, inside the open transaction. */
  async settle(work: Work): Promise<void> {
    const row = work.filmFileId ? await this.find(work.filmFileId) : null;
    const file = work.filmFileId ? await this.db.read(StoredFile).findOneBy({ id: work.filmFileId }) : null;
    if (row?.state !== 'done' || !file) return;
    await this.db.write(Inspection).update({ fileId: file.id }, { findings: row.findings });
    await this.works.recount(work.id, await this.keepRows(file, row.findings, await this.campaigns.get(work.campaignId)));
  }

  /**
   * Counts a work's findings anew, inside the open transaction: after its form, the call's settings or an override
   * changed what they say. Writes only where something differs, and moves no work up a list.
   */
  async recount(workId: string): Promise<void> {
    const work = await this.works.get(workId);
    const file = work.filmFileId ? await this.db.read(StoredFile).findOneBy({ id: work.filmFileId }) : null;
    const row = file ? await this.find(file.id) : null;
    if (!file || row?.state !== 'done') return;
    const counts = await this.keepRows(file, row.findings, await this.campaigns.get(work.campaignId));
    if (counts.failing !== work.failing || counts.looking !== work.looking) await this.works.recount(workId, counts);
  }

  /** What of a film's form its inspection needs to know. */
  async formOf(file: StoredFile): Promise<WorkForm> {
    return (await this.works.get(file.workId)).draft;
  }

  /** The inspection of a film as a page shows it; a film whose job has not begun is queued, and so is none at all. */
  async viewOf(fileId: string | null): Promise<InspectionView> {
    const row = fileId === null ? null : await this.find(fileId);
    if (!row) return QUEUED;
    const { state, facts, findings, startedAt, finishedAt } = row;
    return { state, findings: await this.overrides.lay(row.fileId, findings), stagesDone: state === 'running' ? stagesDone(facts) : [], startedAt, finishedAt, toolsNote: await this.tools.note() };
  }

  /** The same of a work's film. */
  async ofWork(workId: string): Promise<InspectionView> {
    return this.viewOf((await this.works.get(workId)).filmFileId);
  }

  /** What a recommendation rests on: the findings a reviewer is shown, or those of the frozen version while its film is being looked at again. */
  async findingsOf({ filmFileId, findings }: { filmFileId: string; findings: Finding[] }): Promise<readonly Finding[]> {
    const now = await this.viewOf(filmFileId);
    return now.state === 'done' ? now.findings : this.overrides.lay(filmFileId, findings);
  }

  /** Puts a film in the queue again: after a tool failed, or because somebody asks for it. */
  async again(actor: Actor, workId: string): Promise<InspectionView> {
    await this.db.transaction(async () => {
      const work = await this.works.get(workId);
      if (!work.filmFileId) return;
      // It waits already, or is being inspected at this moment: nothing was asked for that is not on its way.
      if (!(await this.jobs.add('inspection.run', { fileId: work.filmFileId }, { uniqueKey: `inspect:${work.filmFileId}`, ownerId: work.ownerId }))) return;
      await this.db.write(Inspection).update({ fileId: work.filmFileId }, { state: 'queued', error: null, queuedAt: this.clock.now(), finishedAt: null });
      if (isEditable(work.status)) await this.works.note(workId, { filmState: 'inspecting' });
      await this.audit.record(actor, { action: 'inspection.retry', role: roleOn(actor, work), campaignId: work.campaignId, workId, unitId: work.unitId, params: {} });
    });
    return this.ofWork(workId);
  }

  async begin(file: StoredFile): Promise<void> {
    await this.db.transaction(async () => {
      const now = this.clock.now();
      const { version } = await this.campaignOf(file);
      await this.put(file, { state: 'running', facts: null, startedAt: now, configVersion: version, error: null });
    });
  }

  /** Writes to the row of a film, which is made when its first attempt begins, or ends without having begun. */
  private async put(file: StoredFile, change: Partial<Inspection> & Pick<Inspection, 'state' | 'configVersion'>): Promise<void> {
    const { affected } = await this.db.write(Inspection).update({ fileId: file.id }, change);
    if (affected === 1) return;
    await this.db.write(Inspection).insert({ id: newId(), fileId: file.id, workId: file.workId, facts: null, findings: [], error: null, queuedAt: file.uploadedAt, startedAt: null, finishedAt: null, ...change });
  }

  /** What is known so far, shown while the rest is still being measured. */
  async publish(file: StoredFile, facts: FilmFacts): Promise<void> {
    await this.db.transaction(async () => {
      const { config } = await this.campaignOf(file);
      await this.db.write(Inspection).update({ fileId: file.id }, { facts, findings: filmFindings(facts, config, await this.formOf(file)) });
      await this.noteIfCurrent(file, { durationMs: facts.durationMs });
    });
  }

  /** The verdict. Findings, counts, the message to the creator: in one transaction. */
  async conclude(file: StoredFile, facts: FilmFacts): Promise<void> {
    await this.db.transaction(async () => {
      const campaign = await this.campaignOf(file);
      const findings = filmFindings(facts, campaign.config, await this.formOf(file));
      await this.db.write(Inspection).update({ fileId: file.id }, { state: 'done', facts, findings, configVersion: campaign.version, finishedAt: this.clock.now() });
      const counts = await this.keepRows(file, findings, campaign);
      await this.noteIfCurrent(file, { filmState: 'inspected', durationMs: facts.durationMs, ...counts });
      const work = await this.works.get(file.workId);
      await this.jobs.add('film.pictures', { fileId: file.id }, { uniqueKey: `pictures:${file.id}`, ownerId: file.ownerId });
      await this.jobs.add('other-works.recount', { workId: file.workId });
      await this.jobs.add('likeness.compare', { fileId: file.id }, { uniqueKey: `likeness:${file.id}` });
      await this.audit.record(null, { action: 'inspection.done', role: null, campaignId: campaign.id, workId: file.workId, params: { failing: counts.failing, notable: summary(findings) } });
      if (work.filmFileId === file.id && !holdsSlot(work.status)) await this.messages.tell([work.ownerId], 'film.inspected', { title: work.title, ...counts }, work.id);
    });
  }

  /** Could not be done at all: the film is not blamed, and a retry is offered. */
  async giveUp(fileId: string, error: string): Promise<void> {
    await this.db.transaction(async () => {
      const file = await this.db.read(StoredFile).findOneBy({ id: fileId });
      if (!file) return;
      const { version } = await this.campaignOf(file);
      await this.put(file, { state: 'failed', error: error.slice(0, 4_000), finishedAt: this.clock.now(), configVersion: version });
      await this.noteIfCurrent(file, { filmState: 'unavailable' });
      const work = await this.works.get(file.workId);
      if (work.filmFileId === fileId && isEditable(work.status)) await this.messages.tell([work.ownerId], 'film.not-inspected', { title: work.title }, work.id);
    });
  }

  private async campaignOf(file: StoredFile): Promise<CurrentCampaign> {
    return this.campaigns.get((await this.works.get(file.workId)).campaignId);
  }

  /** Lists show the current film only: a verdict on a film that has been replaced changes nothing there. */
  private async noteIfCurrent(file: StoredFile, change: Parameters<Works['note']>[1]): Promise<void> {
    if (await this.db.read(Work).existsBy({ id: file.workId, filmFileId: file.id })) await this.works.note(file.workId, change);
  }

  /** Rows as they are shown, what was set aside among them; answers with their counts. Rows beside other works are not this module's. */
  private async keepRows(file: StoredFile, findings: Finding[], { config }: CurrentCampaign): Promise<{ failing: number; looking: number }> {
    const laid = await this.overrides.lay(file.id, findings);
    const rows = laid.map((finding) => ({ rule: finding.rule, verdict: shownVerdict(finding, config) }));
    const where = { fileId: file.id, rule: Not(In(BESIDE_OTHERS)) };
    const known = await this.db.read(FindingRow).findBy(where);
    if (linesOf(known) !== linesOf(rows)) {
      await this.db.write(FindingRow).delete(where);
      await this.db.write(FindingRow).insert(rows.map((row) => ({ ...row, id: newId(), fileId: file.id, workId: file.workId })));
    }
    return countShown(laid, config);
  }
}

/** Rules about a work beside other works, counted by who may see them. */
export const BESIDE_OTHERS: RuleId[] = ['O7', 'O8'];

const linesOf = (rows: readonly Pick<FindingRow, 'rule' | 'verdict'>[]): string => rows.map(({ rule, verdict }) => `${rule} ${verdict}`).sort().join();

function summary(findings: Finding[]): NotableFinding[] {
  const notable = findings.filter(({ verdict, isMoot }) => !isMoot && !['pass', 'notApplicable', 'nothing'].includes(verdict));
  return notable.map((finding) => ({ finding: `${finding.rule} ${finding.subject}`, required: finding.required, measured: finding.measured ?? finding.advice ?? '没有测得' }));
}
