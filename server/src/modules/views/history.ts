import { Injectable } from '@nestjs/common';
import type { AuditFilter } from '@kepu/shared/contracts/endpoints';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { Page } from '@kepu/shared/contracts/work';
import type { Reader } from '@kepu/shared/domain/audit-rows';
import { ROLES } from '@kepu/shared/domain/roles';
import { isReadableBy, tellEntry } from '@kepu/shared/domain/tell-entry';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn, type Ownership } from '../../platform/access/subjects.js';
import { AuditEntry } from '../../platform/audit/audit-entry.entity.js';
import { Database } from '../../platform/database.js';
import { Unit } from '../campaign/unit.entity.js';
import { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { keysetPage } from './keyset.js';

/** The log, read: of one work for those concerned, of the whole call for the department. */
@Injectable()
export class History {
  constructor(
    private readonly db: Database,
    private readonly works: Works,
  ) {}

  /** What happened to a work, the latest first. */
  async ofWork(actor: Actor, workId: string): Promise<AuditEntryView[]> {
    const work = await this.works.get(workId);
    const rows = await this.db.read(AuditEntry).find({ where: { workId }, order: { id: 'DESC' }, take: 300 });
    const reader = readerOf(actor, work);
    return this.toViews(rows.filter((row) => isReadableBy(row, reader) && !isOfAnotherUnit(row, reader, actor)), reader);
  }

  /** The log of a call, and what belongs to none. */
  async all(campaignId: string, filter: AuditFilter): Promise<Page<AuditEntryView>> {
    const query = this.db.read(AuditEntry).createQueryBuilder('entry').where('(entry.campaignId = :campaignId OR entry.campaignId IS NULL)', { campaignId });
    if (filter.workId) query.andWhere('entry.workId = :workId', { workId: filter.workId });
    if (filter.unitId) query.andWhere('entry.unitId = :unitId', { unitId: filter.unitId });
    if (filter.action) query.andWhere('entry.action = :action', { action: filter.action });
    const page = await keysetPage(query, { column: 'entry.id', id: 'entry.id', direction: 'DESC' }, filter, (row) => ({ value: row.id, id: String(row.id) }));
    return { ...page, items: await this.toViews(page.items, 'department') };
  }

  private async toViews(rows: AuditEntry[], reader: Reader): Promise<AuditEntryView[]> {
    const ids = <T>(values: (T | null)[]) => [...new Set(values.filter((value): value is T => value !== null))];
    const units = await this.db.read(Unit).find({ where: { id: In(ids(rows.map((row) => row.unitId))) }, select: { id: true, name: true } });
    const works = await this.db.read(Work).find({ where: { id: In(ids(rows.map((row) => row.workId))) }, select: { id: true, title: true } });
    return rows.map((row) => {
      const { id, at, action, actorName, role, unitId, workId, reason } = row;
      return {
        id, at, action, actorName, role, workId, reason, ...tellEntry(row, reader),
        unitName: units.find((unit) => unit.id === unitId)?.name ?? null,
        workTitle: works.find((work) => work.id === workId)?.title ?? null,
      };
    });
  }
}

/** With whose eyes somebody reads the log of a work; whoever has nothing to do with it was refused before. */
const readerOf = (actor: Actor, work: Ownership): Reader => ROLES[roleOn(actor, work) ?? 'creator'].reads;

/** A work that moved on to another unit takes along what its creator may read, not what went on inside the unit before. */
const isOfAnotherUnit = (row: AuditEntry, reader: Reader, actor: Actor): boolean => reader === 'unit' && row.unitId !== null && !actor.unitIds.includes(row.unitId) && !isReadableBy(row, 'creator');
