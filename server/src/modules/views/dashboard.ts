import { Injectable } from '@nestjs/common';
import type { SlotView, UnitBoardRow, UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import type { OverviewReply } from '@kepu/shared/contracts/desk';
import { inEffect, STATUSES_OF, WORK_STATUSES, type WorkStatus } from '@kepu/shared/domain/work-status';
import { FILM_RULES, FORM_RULES } from '@kepu/shared/inspection/judge';
import type { RuleId } from '@kepu/shared/rules/rule-ids';
import { recommendBy, submitBy } from '@kepu/shared/rules/windows';
import { maskPhone } from '@kepu/shared/text';
import { In, IsNull, LessThan } from 'typeorm';
import { AuditEntry } from '../../platform/audit/audit-entry.entity.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { Job } from '../../platform/jobs/job.entity.js';
import { Storage } from '../../platform/storage.js';
import { Accounts } from '../account/accounts.js';
import { Campaigns } from '../campaign/campaigns.js';
import type { Slot } from '../campaign/slot.entity.js';
import { toUnitOption, Units } from '../campaign/units.js';
import { FindingRow } from '../inspection/inspection.entity.js';
import { Uploads } from '../upload/uploads.js';
import { Work } from '../work/work.entity.js';

/** Dashboard of one call: slots, units, counts. Units in the notice's order. */
@Injectable()
export class Dashboard {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly accounts: Accounts,
    private readonly uploads: Uploads,
    private readonly storage: Storage,
  ) {}

  async slotsOf(unitId: string): Promise<UnitSlotsReply> {
    const unit = await this.units.get(unitId);
    const { config } = await this.campaigns.get(unit.campaignId);
    const slots = await this.units.slotsOf(unitId);
    return { unit: toUnitOption(unit), slots: await this.slotViews(slots), recommendBy: recommendBy(config, unit), submitBy: submitBy(config, unit), bonus: config.bonus };
  }

  async unitRows(id: string): Promise<UnitBoardRow[]> {
    const units = await this.units.list(id);
    const slots = await this.units.allSlots(id);
    const views = new Map((await this.slotViews(slots)).map((view) => [view.id, view]));
    const waiting = await this.countByUnit(STATUSES_OF.withUnit, id);
    const people = await this.accounts.recommendersOf(units.map((unit) => unit.id));
    const active = await this.lastActivity(units.map((unit) => unit.id));
    return units.map((unit) => ({
      unit: toUnitOption(unit),
      version: unit.version,
      ownQuota: unit.ownQuota,
      hasBonus: unit.hasBonus,
      slots: slots.filter((slot) => slot.unitId === unit.id).flatMap((slot) => views.get(slot.id) ?? []),
      underReview: waiting.get(unit.id) ?? 0,
      recommenders: people.filter((person) => person.unitId === unit.id).map(({ account }) => ({ name: account.name, phone: maskPhone(account.phone) })),
      lastActivityAt: active.get(unit.id) ?? null,
    }));
  }

  async overview(campaignId: string): Promise<OverviewReply> {
    const { config } = await this.campaigns.get(campaignId);
    const works = this.db.read(Work);
    const slots = await this.units.allSlots(campaignId);
    const taken = slots.filter((slot) => slot.workId !== null);
    const now = this.clock.now();
    return {
      serverTime: now,
      opensAt: config.opensAt,
      recommendBy: config.recommendBy,
      worksByStatus: await this.countByStatus(campaignId),
      awaitingScan: await works.countBy({ campaignId, status: In(STATUSES_OF.holdsSlot), scanFileId: IsNull() }),
      slots: { total: slots.length, taken: taken.length, reserved: slots.filter(isReserved).length, reservedTaken: taken.filter(isReserved).length },
      unitsWithoutRecommendation: new Set(slots.map((slot) => slot.unitId)).size - new Set(taken.map((slot) => slot.unitId)).size,
      returnedOverdue: await works.countBy({ campaignId, status: In(STATUSES_OF.sentBack), resubmitBy: LessThan(now) }),
      inspectionsFailed: await works.countBy({ campaignId, filmState: 'unavailable' }),
      findingsByRule: await this.findingsByRule(campaignId),
      running: await this.running(now),
    };
  }

  private async slotViews(slots: Slot[]): Promise<SlotView[]> {
    const ids = slots.flatMap((slot) => (slot.workId ? [slot.workId] : []));
    const select = { id: true, title: true, status: true, scanFileId: true } as const;
    const works = ids.length > 0 ? await this.db.read(Work).find({ where: { id: In(ids) }, select }) : [];
    return slots.map(({ id, number, kind, workId }) => {
      const work = works.find((candidate) => candidate.id === workId);
      return { id, number, kind, work: work ? { id: work.id, title: work.title, inEffect: inEffect(work) } : null };
    });
  }

  private async countByUnit(statuses: readonly WorkStatus[], campaignId: string): Promise<Map<string, number>> {
    const rows = await this.db.read(Work).createQueryBuilder('work').select('work.unitId', 'unitId').addSelect('COUNT(*)', 'n')
      .where('work.campaignId = :campaignId AND work.status IN (:...statuses)', { campaignId, statuses }).groupBy('work.unitId').getRawMany<{ unitId: string; n: string }>();
    return new Map(rows.map((row) => [row.unitId, Number(row.n)]));
  }

  private async countByStatus(campaignId: string): Promise<Record<WorkStatus, number>> {
    const rows = await this.db.read(Work).createQueryBuilder('work').select('work.status', 'status').addSelect('COUNT(*)', 'n')
      .where('work.campaignId = :campaignId', { campaignId }).groupBy('work.status').getRawMany<{ status: WorkStatus; n: string }>();
    const counts = new Map(rows.map((row) => [row.status, Number(row.n)]));
    return Object.fromEntries(WORK_STATUSES.map((status) => [status, counts.get(status) ?? 0])) as Record<WorkStatus, number>;
  }

  private async lastActivity(unitIds: string[]): Promise<Map<string, number>> {
    const rows = await this.db.read(AuditEntry).createQueryBuilder('entry').select('entry.unitId', 'unitId').addSelect('MAX(entry.at)', 'at')
      .where('entry.unitId IN (:...unitIds)', { unitIds }).groupBy('entry.unitId').getRawMany<{ unitId: string; at: string }>();
    return new Map(rows.map((row) => [row.unitId, Number(row.at)]));
  }

  /** How many works have each finding, counting their current film only. */
  private async findingsByRule(campaignId: string): Promise<OverviewReply['findingsByRule']> {
    const rows = await this.db.read(FindingRow).createQueryBuilder('finding').innerJoin(Work, 'work', 'work.filmFileId = finding.fileId')
      .select('finding.rule', 'rule').addSelect('finding.verdict', 'verdict').addSelect('COUNT(DISTINCT finding.fileId)', 'n')
      .where('work.campaignId = :campaignId', { campaignId }).groupBy('finding.rule').addGroupBy('finding.verdict').getRawMany<{ rule: string; verdict: string; n: string }>();
    const count = (rule: string, verdict: string) => Number(rows.find((row) => row.rule === rule && row.verdict === verdict)?.n ?? 0);
    const once = [...FILM_RULES, ...FORM_RULES].filter(({ part }) => part === undefined);
    const all: { id: RuleId; subject: string }[] = [...once.map(({ id, subject }) => ({ id, subject })), { id: 'O7', subject: '同一作者、同一单位' }, { id: 'O8', subject: '与其他作品重复、相似' }];
    return all.map(({ id, subject }) => ({ rule: id, subject, fail: count(id, 'fail'), look: count(id, 'look') + count(id, 'unchecked') }));
  }

  private async running(now: number): Promise<OverviewReply['running']> {
    const jobs = this.db.read(Job);
    const [oldest] = await jobs.find({ where: { lane: 'heavy', state: 'ready' }, order: { createdAt: 'ASC' }, take: 1 });
    const { free, total } = await this.storage.free();
    return {
      inspectionsQueued: await jobs.countBy({ lane: 'heavy', state: 'ready' }),
      inspectionsRunning: await jobs.countBy({ lane: 'heavy', state: 'running' }),
      oldestWaitMs: oldest ? now - oldest.createdAt : null,
      uploadsOpen: await this.uploads.countOpen(),
      diskFreeBytes: free,
      diskTotalBytes: total,
    };
  }
}

const isReserved = (slot: Slot) => slot.kind === 'reserved';
