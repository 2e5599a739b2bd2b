import { Injectable } from '@nestjs/common';
import type { OverrideRequest } from '@kepu/shared/contracts/work';
import { overrideReasons, overrideWithdrawalReasons } from '@kepu/shared/rules/override';
import { isWithUnit } from '@kepu/shared/domain/work-status';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { refuse, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { FindingOverrides, type Judged } from '../inspection/finding-overrides.js';
import { BESIDE_OTHERS } from '../inspection/inspections.js';
import { Messages } from '../message/messages.js';
import { Works } from '../work/works.js';
import { StandingFindings, type StandingFinding } from './standing-findings.js';

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
    private readonly overrides: FindingOverrides,
    private readonly findings: StandingFindings,
    private readonly messages: Messages,
  ) {}

  async set(actor: Actor, workId: string, check: string, { fileId, measured, reason }: OverrideRequest): Promise<void> {
    await this.db.transaction(async () => {
      const looked = await this.findings.load(actor, workId, check);
      const { work, side, entry } = looked;
      const { config } = await this.campaigns.get(work.campaignId);
      const [finding = null] = entry ? await this.overrides.layOver(looked.fileId, [entry]) : [];
      refuse(overrideReasons({ side, status: work.status, finding, seen: { isSameFilm: fileId === looked.fileId, measured }, reason, config }));
      if (!entry) return; // refused above; says so to the compiler
      const unit = side === 'recommender' ? await this.units.find(work.unitId) : null;
      await this.overrides.add({
        fileId, workId, checkId: entry.finding.check, basis: entry.basis, reason: reason.trim(), side, unitId: unit?.id ?? null, unitName: unit?.name ?? null, byId: actor.accountId, byName: displayName(actor), at: this.clock.now(),
      });
      await this.conclude(actor, looked, { action: 'set-aside', params: { finding: nameOf(entry), said: entry.finding.measured ?? entry.finding.advice ?? '' }, reason: reason.trim(), unitName: unit?.name ?? null });
    });
  }

  async takeBack(actor: Actor, workId: string, check: string): Promise<void> {
    await this.db.transaction(async () => {
      const looked = await this.findings.load(actor, workId, check);
      const { work, side, fileId, entry } = looked;
      const row = entry && (await this.overrides.covering(fileId, entry));
      refuse(overrideWithdrawalReasons({ side, status: work.status, by: row?.side ?? null }));
      if (!entry || !row) return;
      await this.overrides.remove(fileId, row.checkId);
      await this.conclude(actor, looked, { action: 'take-back-set-aside', params: { finding: nameOf(entry), said: row.reason }, reason: null, unitName: row.unitName });
    });
  }

  /** Counts, log and message. A submitted work moves to a new revision: whoever recommends it at this moment has to look again. */
  private async conclude(actor: Actor, { work, side, entry }: StandingFinding, done: { action: 'set-aside' | 'take-back-set-aside'; params: { finding: string; said: string }; reason: string | null; unitName: string | null }): Promise<void> {
    const { id: workId, campaignId, unitId } = work;
    const isBesideOthers = entry !== null && BESIDE_OTHERS.includes(entry.finding.rule);
    await this.findings.count(workId, isBesideOthers);
    if (isWithUnit(work.status) && !(await this.works.change(work, {}))) throw new Refusal({ code: 'DRAFT_CHANGED' });
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
