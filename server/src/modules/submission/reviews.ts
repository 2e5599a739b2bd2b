import { Injectable } from '@nestjs/common';
import type { Duty } from '@kepu/shared/campaign/config';
import type { DeclineRequest, ReturnRequest, ReturnView, SignOffRequest, SignOffView } from '@kepu/shared/contracts/work';
import type { AuditParams } from '@kepu/shared/domain/audit-actions';
import { tooLong } from '@kepu/shared/rules/too-long';
import { recommendBy } from '@kepu/shared/rules/windows';
import { isSentBack, isWithUnit } from '@kepu/shared/domain/work-status';
import { Not } from 'typeorm';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database, isDuplicate } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { refuse, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { Messages } from '../message/messages.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { ReturnNote, SignOff } from './review.entity.js';

type SignedOff = Pick<Work, 'id' | 'versionNumber' | 'campaignId' | 'status'>;

/** What a unit does with a work it has been handed: sign off, send back, decline. */
@Injectable()
export class Reviews {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly messages: Messages,
  ) {}

  /** Attests one duty for the version under review, with the person's name and opinion (P6). */
  async signOff(actor: Actor, workId: string, dutyId: string, { opinion }: SignOffRequest): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.underReview(workId);
      const { config } = await this.campaigns.get(work.campaignId);
      const duty = config.duties.find((candidate) => candidate.id === dutyId);
      if (!duty) throw new Refusal({ code: 'DUTY_UNKNOWN' });
      const said = opinion.trim() || duty.statement;
      if (said !== duty.statement) refuse(tooLong('审核意见', said, config.limits.opinion, 'opinion'));
      await this.db.write(SignOff).delete({ workId, versionNumber: work.versionNumber, dutyId, statement: Not(duty.statement) });
      if (!(await this.insertSignOff(actor, work, duty, said))) return;
      await this.record(actor, work, 'work.sign-off', { duty: duty.label, opinion: said });
    });
  }

  /** False: the same person has said the same already, by a second tap. Whoever else comes second is told who signed. */
  private async insertSignOff(actor: Actor, { id: workId, versionNumber }: Work, { id: dutyId, statement }: Duty, opinion: string): Promise<boolean> {
    const row: SignOff = { id: newId(), workId, versionNumber, dutyId, opinion, statement, accountId: actor.accountId, accountName: displayName(actor), at: this.clock.now() };
    try {
      await this.db.write(SignOff).insert(row);
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const standing = await this.db.read(SignOff).findOneBy({ workId, versionNumber, dutyId });
      if (!standing) throw new Refusal({ code: 'DRAFT_CHANGED' });
      if (standing.accountId !== actor.accountId || standing.opinion !== opinion) throw new Refusal({ code: 'DUTY_SIGNED', byName: standing.accountName });
      return false;
    }
  }

  async takeBackSignOff(actor: Actor, workId: string, dutyId: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.underReview(workId);
      const row = await this.db.read(SignOff).findOneBy({ workId, versionNumber: work.versionNumber, dutyId });
      if (!row) return;
      if (row.accountId !== actor.accountId) throw new Refusal({ code: 'SIGN_OFF_OF_OTHERS' });
      const { affected } = await this.db.write(SignOff).delete({ id: row.id });
      if (affected !== 1) return; // by a second tap, a moment ago
      const { config } = await this.campaigns.get(work.campaignId);
      const duty = config.duties.find(({ id }) => id === dutyId)?.label ?? dutyId;
      await this.record(actor, work, 'work.take-back-sign-off', { duty, opinion: row.opinion });
    });
  }

  /** Sends a work back with every thing to mend at its field or second, and until when. */
  async sendBack(actor: Actor, workId: string, { reasons, resubmitBy }: ReturnRequest): Promise<void> {
    if (reasons.length === 0 || reasons.some((reason) => reason.note.trim() === '')) throw new Refusal({ code: 'REASON_REQUIRED', path: 'reasons' });
    await this.db.transaction(async () => {
      const { work, unit, deadline } = await this.withUnit(workId);
      if (resubmitBy > deadline || resubmitBy <= this.clock.now()) refuse([{ code: 'RESUBMIT_TOO_LATE', deadline, path: 'resubmitBy' }]);
      await this.works.move(work, 'return', { resubmitBy, toMend: reasons.length });
      await this.db.write(ReturnNote).insert({
        id: newId(), workId, versionNumber: work.versionNumber, unitId: unit.id, unitName: unit.name, byId: actor.accountId, byName: displayName(actor), reasons, resubmitBy, at: this.clock.now(),
      });
      await this.record(actor, work, 'work.return', { reasons });
      await this.messages.tell([work.ownerId], 'work.returned', { title: work.title, unit: unit.name, count: reasons.length, until: resubmitBy }, workId);
    });
  }

  async decline(actor: Actor, workId: string, { reason }: DeclineRequest): Promise<void> {
    if (reason.trim() === '') throw new Refusal({ code: 'REASON_REQUIRED', path: 'reason' });
    await this.db.transaction(async () => {
      const { work, unit } = await this.withUnit(workId);
      await this.works.move(work, 'decline');
      await this.audit.record(actor, { action: 'work.decline', role: 'recommender', campaignId: work.campaignId, workId, unitId: work.unitId, reason, params: {} });
      await this.messages.tell([work.ownerId], 'work.declined', { title: work.title, unit: unit.name }, workId);
    });
  }

  signOffs(workId: string, versionNumber: number): Promise<SignOff[]> {
    return this.db.read(SignOff).find({ where: { workId, versionNumber }, order: { at: 'ASC' } });
  }

  /** Those that hold: while a work is under review, one whose duty reads differently by now has to be given again. */
  async standingSignOffs({ id, versionNumber, campaignId, status }: SignedOff): Promise<SignOff[]> {
    const rows = await this.signOffs(id, versionNumber);
    if (!isWithUnit(status) || rows.length === 0) return rows;
    const { duties } = (await this.campaigns.get(campaignId)).config;
    return rows.filter(({ dutyId, statement }) => statement === null || duties.some((duty) => duty.id === dutyId && duty.statement === statement));
  }

  async signOffViews(actor: Actor, work: SignedOff): Promise<SignOffView[]> {
    const rows = await this.standingSignOffs(work);
    return rows.map(({ dutyId, opinion, accountName, accountId, at }) => ({ dutyId, opinion, byName: accountName, byMe: accountId === actor.accountId, at }));
  }

  /** The last return of a work that still has to be mended. */
  async returnView(work: Pick<Work, 'id' | 'status'>): Promise<ReturnView | null> {
    if (!isSentBack(work.status)) return null;
    const [note] = await this.db.read(ReturnNote).find({ where: { workId: work.id }, order: { at: 'DESC' }, take: 1 });
    return note ? { at: note.at, byName: note.byName, unitName: note.unitName, resubmitBy: note.resubmitBy, reasons: note.reasons } : null;
  }

  private async underReview(workId: string): Promise<Work> {
    const work = await this.works.getToChange(workId);
    if (!isWithUnit(work.status)) throw new Refusal({ code: 'WRONG_STATUS', status: work.status });
    return work;
  }

  private async withUnit(workId: string) {
    const work = await this.works.get(workId);
    if (!work.unitId) throw new Refusal({ code: 'WRONG_STATUS', status: work.status });
    const unit = await this.units.get(work.unitId);
    const { config } = await this.campaigns.get(work.campaignId);
    return { work, unit, deadline: recommendBy(config, unit) };
  }

  private record<A extends 'work.sign-off' | 'work.take-back-sign-off' | 'work.return'>(actor: Actor, work: Work, action: A, params: AuditParams<A>): Promise<void> {
    return this.audit.record(actor, { action, role: 'recommender', campaignId: work.campaignId, workId: work.id, unitId: work.unitId, params });
  }
}
