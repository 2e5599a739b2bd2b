import { Injectable } from '@nestjs/common';
import type { AuditFilter } from '@kepu/shared/contracts/endpoints';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { Page } from '@kepu/shared/contracts/work';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { AuditEntry } from '../../platform/audit/audit-entry.entity.js';
import { Database } from '../../platform/database.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Unit } from '../campaign/unit.entity.js';
import { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { keysetPage } from './keyset.js';

/** What happens inside the unit or the department: not the creator's to read. */
const INTERNAL = new Set(['work.sign-off', 'work.take-back-sign-off', 'work.reveal-contact', 'work.print', 'work.download', 'film.order-judging', 'inspection.retry', 'scan.confirm', 'other-works.set-aside', 'other-works.take-back-set-aside']);

/** Names works of other units: the department's to read. */
const DEPARTMENT_ONLY = new Set(['work.compare']);

/** The log, read: of one work for those concerned, of the whole call for the department. */
@Injectable()
export class History {
  constructor(
    private readonly db: Database,
    private readonly works: Works,
    private readonly campaigns: Campaigns,
  ) {}

  /** What happened to a work, the latest first. */
  async ofWork(actor: Actor, workId: string): Promise<AuditEntryView[]> {
    const { ownerId } = await this.works.get(workId);
    const rows = await this.db.read(AuditEntry).find({ where: { workId }, order: { id: 'DESC' }, take: 300 });
    const isOwner = ownerId === actor.accountId;
    const isOfDepartment = !isOwner && (actor.roles.includes('staff') || actor.roles.includes('admin'));
    return this.toViews(rows.filter((row) => (isOfDepartment || !DEPARTMENT_ONLY.has(row.action)) && (!isOwner || !INTERNAL.has(row.action))));
  }

  async all(filter: AuditFilter): Promise<Page<AuditEntryView>> {
    const { id: campaignId } = await this.campaigns.current();
    const query = this.db.read(AuditEntry).createQueryBuilder('entry').where('(entry.campaignId = :campaignId OR entry.campaignId IS NULL)', { campaignId });
    if (filter.workId) query.andWhere('entry.workId = :workId', { workId: filter.workId });
    if (filter.unitId) query.andWhere('entry.unitId = :unitId', { unitId: filter.unitId });
    if (filter.action) query.andWhere('entry.action = :action', { action: filter.action });
    const page = await keysetPage(query, { column: 'entry.id', id: 'entry.id', direction: 'DESC' }, filter, (row) => ({ value: row.id, id: String(row.id) }));
    return { ...page, items: await this.toViews(page.items) };
  }

  private async toViews(rows: AuditEntry[]): Promise<AuditEntryView[]> {
    const ids = <T>(values: (T | null)[]) => [...new Set(values.filter((value): value is T => value !== null))];
    const units = await this.db.read(Unit).find({ where: { id: In(ids(rows.map((row) => row.unitId))) }, select: { id: true, name: true } });
    const works = await this.db.read(Work).find({ where: { id: In(ids(rows.map((row) => row.workId))) }, select: { id: true, title: true } });
    return rows.map(({ id, at, action, actorName, role, unitId, workId, reason, changes }) => ({
      id, at, action, actorName, role, workId, reason, changes,
      unitName: units.find((unit) => unit.id === unitId)?.name ?? null,
      workTitle: works.find((work) => work.id === workId)?.title ?? null,
    }));
  }
}
