import { Injectable } from '@nestjs/common';
import type { OverrideRequest } from '@kepu/shared/contracts/work';
import { overrideReasons, overrideWithdrawalReasons, type OverrideSide } from '@kepu/shared/rules/override';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { refuse, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { FindingOverrides, judged, type Judged } from '../inspection/finding-overrides.js';
import { BESIDE_OTHERS, Inspections } from '../inspection/inspections.js';
import { OtherWorksRows } from '../comparison/other-works-rows.js';
import { OtherWorks } from '../comparison/other-works.js';
import { Messages } from '../message/messages.js';
import { shownSide } from '../work/shown-side.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';

interface Looked {
  work: Work;
  side: OverrideSide;
  fileId: string;
  entry: Judged | null;
}

/** 人工复核: a person of the unit or the department sets a finding aside, with a reason, and takes it back. A creator never. */
@Injectable()
export class Overrides {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly inspections: Inspections,
    private readonly overrides: FindingOverrides,
    private readonly otherWorks: OtherWorks,
    private readonly rows: OtherWorksRows,
    private readonly messages: Messages,
  ) {}

  async set(actor: Actor, workId: string, check: string, { fileId, measured, reason }: OverrideRequest): Promise<void> {
    await this.db.transaction(async () => {
      const looked = await this.look(actor, workId, check);
      const { work, side, entry } = looked;
      const { config } = await this.campaigns.get(work.campaignId);
      const [finding = null] = entry ? await this.overrides.layOver(looked.fileId, [entry]) : [];
      refuse(overrideReasons({ side, status: work.status, finding, seen: { isSameFilm: fileId === looked.fileId, measured }, reason, config }));
      if (!entry) return; // refused above; says so to the compiler
      const unit = side === 'recommender' ? await this.units.find(work.unitId) : null;
      await this.overrides.add({
        fileId, workId, checkId: entry.finding.check, basis: entry.basis, reason: reason.trim(), side, unitId: unit?.id ?? null, unitName: unit?.name ?? null, byId: actor.accountId, byName: displayName(actor), at: this.clock.now(),
      });
      await this.settle(actor, looked, { action: 'set-aside', params: { finding: nameOf(entry), said: entry.finding.measured ?? entry.finding.advice ?? '' }, reason: reason.trim(), unitName: unit?.name ?? null });
    });
  }

  async takeBack(actor: Actor, workId: string, check: string): Promise<void> {
    await this.db.transaction(async () => {
      const looked = await this.look(actor, workId, check);
      const { work, side, fileId, entry } = looked;
      const row = entry && (await this.overrides.covering(fileId, entry));
      refuse(overrideWithdrawalReasons({ side, status: work.status, by: row?.side ?? null }));
      if (!entry || !row) return;
      await this.overrides.remove(fileId, row.checkId);
      await this.settle(actor, looked, { action: 'take-back-set-aside', params: { finding: nameOf(entry), said: row.reason }, reason: null, unitName: row.unitName });
    });
  }

  /** The finding as it is, with the work kept still until the transaction ends. */
  private async look(actor: Actor, workId: string, check: string): Promise<Looked> {
    const work = await this.works.getToChange(workId);
    const role = roleOn(actor, work);
    if (role !== 'recommender' && role !== 'staff') throw new Refusal({ code: 'NOT_ALLOWED' });
    const { filmFileId: fileId, form } = shownSide(work, await this.works.currentVersion(work), false);
    if (!fileId) throw new Refusal({ code: 'FINDING_CHANGED' });
    const inspection = await this.inspections.find(fileId);
    const film = inspection?.state === 'done' ? inspection.findings.map(judged) : [];
    const all = [...film, ...(await this.otherWorks.judgedFor(actor, work, form, fileId))];
    return { work, side: role, fileId, entry: all.find(({ finding }) => finding.check === check) ?? null };
  }

  /** Counts, log and message. A submitted work moves to a new revision: whoever recommends it at this moment has to look again. */
  private async settle(actor: Actor, { work, side, entry }: Looked, done: { action: 'set-aside' | 'take-back-set-aside'; params: { finding: string; said: string }; reason: string | null; unitName: string | null }): Promise<void> {
    const { id: workId, campaignId, unitId } = work;
    const isBesideOthers = entry !== null && BESIDE_OTHERS.includes(entry.finding.rule);
    await this.inspections.recount(workId);
    if (isBesideOthers) await this.rows.refresh(workId);
    if (work.status === 'submitted' && !(await this.works.change(work, {}))) throw new Refusal({ code: 'DRAFT_CHANGED' });
    // Creators must not read findings about other works, in the log either.
    const action = `${isBesideOthers ? 'other-works' : 'finding'}.${done.action}` as const;
    await this.audit.record(actor, { action, role: side, campaignId, workId, unitId, reason: done.reason, params: done.params });
    if (isBesideOthers || !entry) return;
    const by = side === 'staff' ? '科技厅' : (done.unitName ?? '推荐单位');
    const { subject } = entry.finding;
    const { title, ownerId } = work;
    if (done.reason === null) await this.messages.tell([ownerId], 'finding.set-aside-withdrawn', { title, subject, by }, workId);
    else await this.messages.tell([ownerId], 'finding.set-aside', { title, subject, by, reason: shorten(done.reason) }, workId);
  }
}

/** A message is read in a list; the whole reason stands at the finding. */
const shorten = (reason: string): string => (reason.length > 100 ? `${reason.slice(0, 100)}…` : reason);

const nameOf = ({ finding }: Judged): string => `${finding.check} ${finding.subject}`;
