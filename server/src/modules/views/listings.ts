import { Injectable } from '@nestjs/common';
import type { WorkFilter } from '@kepu/shared/contracts/endpoints';
import type { Page, WorkListItem } from '@kepu/shared/contracts/work';
import { inEffect, STATUSES_OF, WORK_STATUSES } from '@kepu/shared/domain/work-status';
import type { ShownVerdict } from '@kepu/shared/inspection/finding';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { FindingRow } from '../inspection/inspection.entity.js';
import { BESIDE_OTHERS } from '../inspection/inspections.js';
import { Pictures } from '../inspection/pictures/film-pictures.js';
import { MediaLinks } from '../media/media-links.js';
import { Work } from '../work/work.entity.js';
import { keysetPage } from './keyset.js';

/** Lists of works: one's own, the unit's inbox, the department's. Always by key, never by page number. */
@Injectable()
export class Listings {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly pictures: Pictures,
    private readonly links: MediaLinks,
  ) {}

  /** Works of one creator, the last changed first. */
  async mine(actor: Actor): Promise<WorkListItem[]> {
    const rows = await this.listQuery().where('work.ownerId = :ownerId', { ownerId: actor.accountId }).orderBy('work.updatedAt', 'DESC').take(100).getMany();
    return this.items(actor, rows);
  }

  /** Works handed to a unit, the first handed in first. */
  async inbox(actor: Actor, unitId: string, request: { after?: string; limit?: string; status?: string }): Promise<Page<WorkListItem>> {
    const statuses = statusesOf(request.status ?? STATUSES_OF.withUnit.join());
    const query = this.listQuery().where('work.unitId = :unitId AND work.status IN (:...statuses)', { unitId, statuses });
    const page = await keysetPage(query, { column: 'work.submittedAt', id: 'work.id', direction: 'ASC' }, request, (row) => ({ value: row.submittedAt ?? 0, id: row.id }));
    return { ...page, items: await this.items(actor, page.items) };
  }

  /** All works of a call for the department, the last changed first. */
  async all(actor: Actor, campaignId: string, filter: WorkFilter): Promise<Page<WorkListItem>> {
    const query = this.listQuery().where('work.campaignId = :campaignId', { campaignId });
    applyFilter(query, filter, this.clock.now());
    const page = await keysetPage(query, { column: 'work.updatedAt', id: 'work.id', direction: 'DESC' }, filter, (row) => ({ value: row.updatedAt, id: row.id }));
    return { ...page, items: await this.withOthers(await this.items(actor, page.items), page.items) };
  }

  /** The department counts what is said of a work beside other works too. */
  private async withOthers(items: WorkListItem[], rows: Work[]): Promise<WorkListItem[]> {
    const found = await this.db.read(FindingRow).findBy({ fileId: In(rows.flatMap(({ filmFileId }) => filmFileId ?? [])), rule: In(BESIDE_OTHERS), verdict: In(VERDICTS) });
    return items.map((item) => {
      const own = found.filter(({ workId }) => workId === item.id);
      const failing = own.filter(({ verdict }) => verdict === 'fail').length;
      return { ...item, failing: item.failing + failing, looking: item.looking + own.length - failing };
    });
  }

  private async items(actor: Actor, rows: Work[]): Promise<WorkListItem[]> {
    const drawn = await this.pictures.withPoster(rows.flatMap(({ filmFileId }) => filmFileId ?? []));
    return rows.map((row) => ({ ...toItem(row), poster: row.filmFileId !== null && drawn.has(row.filmFileId) ? this.links.poster(actor, row.filmFileId) : null }));
  }

  /** Only the columns a list shows: forms are large. */
  private listQuery(): SelectQueryBuilder<Work> {
    const columns = ['id', 'title', 'status', 'scanFileId', 'filmFileId', 'receipt', 'unitId', 'firstAuthor', 'organisation', 'listedAreaCode', 'durationMs', 'filmState', 'failing', 'looking', 'versionNumber', 'submittedAt', 'updatedAt', 'resubmitBy', 'toMend'];
    return this.db.read(Work).createQueryBuilder('work').select(columns.map((column) => `work.${column}`));
  }
}

function applyFilter(query: SelectQueryBuilder<Work>, filter: WorkFilter, now: number): void {
  const { status, unitId, search } = filter;
  if (status) query.andWhere('work.status IN (:...statuses)', { statuses: statusesOf(status) });
  if (unitId) query.andWhere('work.unitId = :unitId', { unitId });
  const words = search?.trim();
  if (words) {
    // Folded here and there in the same way: databases differ in what LIKE holds for one letter.
    const like = `%${words.slice(0, 60).toLowerCase().replace(/[%_!]/gu, '!$&')}%`;
    query.andWhere("(LOWER(work.title) LIKE :like ESCAPE '!' OR LOWER(work.receipt) LIKE :like ESCAPE '!' OR LOWER(work.firstAuthor) LIKE :like ESCAPE '!' OR LOWER(work.organisation) LIKE :like ESCAPE '!')", { like });
  }
  applyHaving(query, filter, now);
}

function applyHaving(query: SelectQueryBuilder<Work>, { having, rule }: WorkFilter, now: number): void {
  if (having === 'listed') query.andWhere('work.listedAreaCode IS NOT NULL');
  if (having === 'awaiting-scan') query.andWhere('work.status IN (:...holding) AND work.scanFileId IS NULL', { holding: STATUSES_OF.holdsSlot });
  if (having === 'overdue') query.andWhere('work.status IN (:...sentBack) AND work.resubmitBy < :now', { sentBack: STATUSES_OF.sentBack, now });
  if (having === 'uninspected') query.andWhere("work.filmState = 'unavailable'");
  if (rule || having === 'failing' || having === 'looking') {
    const verdicts = VERDICTS.filter((verdict) => (having === 'failing' ? verdict === 'fail' : having === 'looking' ? verdict !== 'fail' : true));
    const rules = rule ? [rule] : BESIDE_OTHERS;
    const findings = query.subQuery().select('1').from(FindingRow, 'finding').where('finding.fileId = work.filmFileId AND finding.rule IN (:...rules) AND finding.verdict IN (:...verdicts)');
    const counted = !rule && having ? `work.${having} > 0 OR ` : '';
    query.andWhere(`(${counted}EXISTS ${findings.getQuery()})`, { rules, verdicts });
  }
}

/** Findings somebody has to do something about. */
const VERDICTS: ShownVerdict[] = ['fail', 'look', 'unchecked'];

/** `submitted,returned` as statuses; what is none of them finds nothing. */
function statusesOf(text: string): string[] {
  const wanted = text.split(',');
  const known = WORK_STATUSES.filter((status) => wanted.includes(status));
  return known.length > 0 ? known : ['none'];
}

function toItem(work: Work): Omit<WorkListItem, 'poster'> {
  const { id, title, status, receipt, unitId, firstAuthor, organisation, durationMs, filmState, failing, looking, submittedAt, updatedAt, resubmitBy, toMend } = work;
  return {
    id, title, status, receipt, unitId, firstAuthor, organisation, durationMs, filmState, failing, looking, submittedAt, updatedAt, resubmitBy, toMend,
    inEffect: inEffect(work),
    fromListedArea: work.listedAreaCode !== null,
    versionNumber: work.versionNumber > 0 ? work.versionNumber : null,
  };
}
