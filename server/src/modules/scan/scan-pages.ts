import { Injectable } from '@nestjs/common';
import type { AdjustPageRequest } from '@kepu/shared/contracts/scan';
import { versionCode } from '@kepu/shared/forms/canonical';
import { MOST_SCAN_PAGES, sameVersionCode } from '@kepu/shared/rules/scan';
import { holdsSlot } from '@kepu/shared/domain/work-status';
import { IsNull } from 'typeorm';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { found, Refusal } from '../../platform/refusal.js';
import type { StoredFile } from '../upload/file.entity.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { looksLikeSheet, type Quad } from './picture/geometry.js';
import { ScanBundle, ScanPage } from './scan.entity.js';

const UNCONFIRMED = { confirmedHow: null, confirmedBy: null, confirmedName: null, confirmedAt: null } as const;

/** The photographed sheets on a work's desk: added, turned, put in order, vouched for, thrown away. */
@Injectable()
export class ScanPages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly works: Works,
  ) {}

  /** The sheets of the version that is recommended, not yet handed in. */
  ofWork(work: Pick<Work, 'id' | 'versionNumber'>): Promise<ScanPage[]> {
    return this.db.read(ScanPage).find({ where: { workId: work.id, versionNumber: work.versionNumber, bundleId: IsNull() }, order: { position: 'ASC', id: 'ASC' } });
  }

  /** A photograph has arrived: it waits to be read. Part of the transaction that records the file. */
  async arrive(actor: Actor, file: StoredFile, work: Work): Promise<void> {
    refuseUnlessRecommended(work);
    const known = await this.ofWork(work);
    if (known.length >= MOST_SCAN_PAGES) throw new Refusal({ code: 'SCAN_TOO_MANY_PAGES', limit: MOST_SCAN_PAGES });
    const position = Math.max(0, ...known.map((page) => page.position)) + 1;
    await this.db.write(ScanPage).insert({
      id: file.id, workId: work.id, versionNumber: work.versionNumber, bundleId: null, position, state: 'waiting', revision: 1, wishes: { corners: null, turn: null }, result: null, failure: null,
      ...UNCONFIRMED, addedAt: this.clock.now(), addedBy: actor.accountId,
    });
    await this.changed(work.id);
    await this.jobs.add('scan.page', { pageId: file.id, revision: 1 });
  }

  /** Reads a page again, with the corners and the turn a person wants or as the machine finds them. */
  async adjust(workId: string, pageId: string, { corners, turn }: AdjustPageRequest): Promise<void> {
    await this.change(workId, pageId, async (page) => {
      const wishes = { corners: corners === undefined ? page.wishes.corners : readQuad(corners), turn: turn === undefined ? page.wishes.turn : turn };
      const revision = page.revision + 1;
      await this.db.write(ScanPage).update({ id: page.id }, { wishes, revision, state: 'waiting', failure: null, ...UNCONFIRMED });
      await this.jobs.add('scan.page', { pageId: page.id, revision });
    });
  }

  /** Somebody has compared the paper with the record: by the code printed on it, or by eye. Kept with their name. */
  async confirm(actor: Actor, workId: string, pageId: string, code: string | null): Promise<void> {
    await this.change(workId, pageId, async (page, work) => {
      if (page.state !== 'done') throw new Refusal({ code: 'SCAN_UNDER_WAY' });
      await this.db.write(ScanPage).update({ id: page.id }, await this.vouched(actor, work, code));
    });
  }

  /** What is recorded of somebody who vouches for a paper. A typed code must be the current version's. */
  async vouched(actor: Actor, work: Work, code: string | null) {
    const version = found(await this.works.currentVersion(work));
    if (code !== null && !sameVersionCode(code, versionCode(version.sha256))) throw new Refusal({ code: 'SCAN_CODE_WRONG', path: 'code' });
    const how = code === null ? 'eye' as const : 'code' as const;
    await this.audit.record(actor, { action: 'scan.confirm', role: 'recommender', campaignId: work.campaignId, workId: work.id, unitId: work.unitId, params: { how } });
    return { confirmedHow: how, confirmedBy: actor.accountId, confirmedName: displayName(actor), confirmedAt: this.clock.now() };
  }

  /** Takes a sheet off the desk. Its photograph stays with the work. */
  async remove(workId: string, pageId: string): Promise<void> {
    await this.change(workId, pageId, async (page) => void (await this.db.write(ScanPage).delete({ id: page.id })));
  }

  async order(workId: string, pageIds: readonly string[]): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.open(workId);
      const known = await this.ofWork(work);
      if (known.length !== pageIds.length || known.some(({ id }) => !pageIds.includes(id))) throw new Refusal({ code: 'DRAFT_CHANGED' });
      for (const [index, id] of pageIds.entries()) await this.db.write(ScanPage).update({ id }, { position: index + 1 });
      await this.changed(workId);
    });
  }

  /** The work if sheets of it may be changed now, held until the open transaction ends. */
  async open(workId: string): Promise<Work> {
    const work = await this.works.getToChange(workId);
    refuseUnlessRecommended(work);
    return work;
  }

  private async change(workId: string, pageId: string, act: (page: ScanPage, work: Work) => Promise<void>): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.open(workId);
      const page = found((await this.ofWork(work)).find(({ id }) => id === pageId));
      await act(page, work);
      await this.changed(workId);
    });
  }

  /** A PDF made of other sheets than those on the desk now is none of theirs. */
  private async changed(workId: string): Promise<void> {
    await this.db.write(ScanBundle).delete({ workId, kind: 'photos', usedAt: IsNull() });
  }
}

export function refuseUnlessRecommended({ status }: Pick<Work, 'status'>): void {
  if (!holdsSlot(status)) throw new Refusal({ code: 'WRONG_STATUS', status });
}

/** Eight numbers as four corners a sheet may have. */
function readQuad(corners: readonly number[] | null): Quad | null {
  if (corners === null) return null;
  const [ax = NaN, ay = NaN, bx = NaN, by = NaN, cx = NaN, cy = NaN, dx = NaN, dy = NaN] = corners;
  const quad: Quad = [{ x: ax, y: ay }, { x: bx, y: by }, { x: cx, y: cy }, { x: dx, y: dy }];
  const isInside = quad.every(({ x, y }) => x >= -0.05 && x <= 1.05 && y >= -0.05 && y <= 1.05);
  if (!isInside || !looksLikeSheet(quad)) throw new Refusal({ code: 'SCAN_BAD_CORNERS', path: 'corners' });
  return quad;
}
