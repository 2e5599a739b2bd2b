import { Injectable } from '@nestjs/common';
import { FIRST_STATUS, holdsSlot, type WorkAction } from '@kepu/shared/domain/work-status';
import { nextStatus, WORK_MOVES } from '@kepu/shared/domain/work-status';
import { emptyForm, type WorkForm } from '@kepu/shared/forms/work-form';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import type { Ownership } from '../../platform/access/subjects.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { found, refuse, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { WorkVersion } from './work-version.entity.js';
import { Work } from './work.entity.js';

/** The works themselves: rows, ownership and the one way their status moves. */
@Injectable()
export class Works {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly campaigns: Campaigns,
  ) {}

  async get(id: string): Promise<Work> {
    return found(await this.db.row(Work, id));
  }

  /** A work that nobody else changes until the open transaction ends. */
  async getToChange(id: string): Promise<Work> {
    return found(await this.db.rowToChange(Work, id));
  }

  /** Whose a work is. A draft belongs to its creator alone; a unit sees what has been handed to it. */
  async ownershipOf(id: string): Promise<Ownership | null> {
    const [ownership] = await this.db.query<Ownership>('SELECT ownerId, unitId FROM work WHERE id = ?', [id]);
    return ownership ?? null;
  }

  /** Begins a work for a call; answers with its id. */
  async create(actor: Actor, campaignId: string, title: string): Promise<string> {
    await this.campaigns.getOpen(campaignId);
    const now = this.clock.now();
    const draft: WorkForm = { ...emptyForm(), title: title.trim() };
    const work: Work = {
      id: newId(), campaignId, ownerId: actor.accountId, unitId: null, status: FIRST_STATUS, draft, trail: {}, revision: 1, draftChangedAt: now,
      filmFileId: null, signatureId: null, versionNumber: 0, receipt: null, submittedAt: null, scanFileId: null, createdAt: now, updatedAt: now,
      ...shownColumns(draft), filmState: 'none', durationMs: null, failing: 0, looking: 0, resubmitBy: null, toMend: 0,
    };
    await this.db.transaction(async () => {
      await this.db.write(Work).insert(work);
      await this.audit.record(actor, { action: 'work.create', role: 'creator', campaignId, workId: work.id, params: {} });
    });
    return work.id;
  }

  /**
   * Moves a work's status, inside the open transaction: refuses if the move is not in the table, or if
   * somebody else moved or changed it since it was read.
   */
  async move(work: Pick<Work, 'id' | 'status' | 'revision'>, action: WorkAction, change: Partial<Work> = {}): Promise<void> {
    const status = nextStatus(work.status, action);
    if (!status) throw new Refusal({ code: 'WRONG_STATUS', status: work.status });
    const from = WORK_MOVES.filter((move) => move.action === action).flatMap((move) => move.from);
    const { affected } = await this.db.write(Work).update(
      { id: work.id, revision: work.revision, status: In(from) },
      { ...change, status, revision: work.revision + 1, updatedAt: this.clock.now() },
    );
    if (affected === 1) return;
    const { status: now } = await this.get(work.id);
    refuse([nextStatus(now, action) ? { code: 'DRAFT_CHANGED' } : { code: 'WRONG_STATUS', status: now }]);
  }

  /** Changes a work that stands at a revision, inside the open transaction; false if it has moved on. */
  async change(work: Pick<Work, 'id' | 'revision'>, change: Partial<Work>): Promise<boolean> {
    const { affected } = await this.db.write(Work).update({ id: work.id, revision: work.revision }, { ...change, revision: work.revision + 1, updatedAt: this.clock.now() });
    return affected === 1;
  }

  /** Puts a sealed scan to a recommended work, inside the open transaction: only then is the recommendation in effect (P8). */
  async attachScan(work: Work, fileId: string): Promise<void> {
    if (!holdsSlot(work.status)) throw new Refusal({ code: 'WRONG_STATUS', status: work.status });
    if (!(await this.change(work, { scanFileId: fileId }))) throw new Refusal({ code: 'DRAFT_CHANGED' });
  }

  /** Columns that lists show and nobody edits, set without touching the revision. */
  async note(id: string, change: Partial<Pick<Work, 'filmState' | 'durationMs' | 'failing' | 'looking'>>): Promise<void> {
    await this.db.write(Work).update({ id }, { ...change, updatedAt: this.clock.now() });
  }

  /** What a new count of its findings says of a work: nothing happened to it, so lists keep their order. */
  async recount(id: string, counts: Pick<Work, 'failing' | 'looking'>): Promise<void> {
    await this.db.write(Work).update({ id }, counts);
  }

  async version(workId: string, number: number): Promise<WorkVersion> {
    return found(await this.db.read(WorkVersion).findOneBy({ workId, number }));
  }

  async currentVersion(work: Pick<Work, 'id' | 'versionNumber'>): Promise<WorkVersion | null> {
    return work.versionNumber > 0 ? this.version(work.id, work.versionNumber) : null;
  }
}

/** What lists show of a form. */
export function shownColumns(form: WorkForm): Pick<Work, 'title' | 'firstAuthor' | 'organisation' | 'listedAreaCode'> {
  const [author] = form.creators;
  return {
    title: form.title.trim() || '未命名作品',
    firstAuthor: author?.name.trim() || null,
    organisation: form.producingUnits[0]?.name.trim() || author?.organisation.trim() || null,
    listedAreaCode: form.listedAreaCode,
  };
}
