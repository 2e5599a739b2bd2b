import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { nextCall } from '@kepu/shared/campaign/next-calls';
import type { NextLevelRequest, PackageItemView, PackageKind, PackageState, PackageView, PapersRequest } from '@kepu/shared/contracts/handover';
import type { AuditAction, AuditParams } from '@kepu/shared/domain/audit-actions';
import type { MessageKindId, MessageParams } from '@kepu/shared/domain/message-kinds';
import { safeName } from '@kepu/shared/handover/file-names';
import { STATUSES_OF } from '@kepu/shared/domain/work-status';
import { In, type FindOptionsWhere } from 'typeorm';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { roleOn, type Ownership } from '../../platform/access/subjects.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newCode, newId } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { found, Refusal } from '../../platform/refusal.js';
import { Units } from '../campaign/units.js';
import { Messages } from '../message/messages.js';
import { Work } from '../work/work.entity.js';
import { toHandedWork, type SourceWork } from './package-sources.js';
import { firstPosition, folderOf, placeFiles, type PlacedFile } from './package-layout.js';
import { Package, PackageItem, PackageMail, PackageReceipt, PackageWork } from './package.entity.js';
import { Rechecks, sumUp } from './rechecks.js';

/** Drawing the papers of a work takes about as long as reading so many bytes of films: what progress is reckoned in. */
export const PAPERS_LIKE_BYTES = 50_000_000;

/** A package about to be frozen. */
export interface NewPackage {
  campaignId: string;
  kind: PackageKind;
  unitId: string | null;
  number: number | null;
  title: string;
  nextLevel: NextLevelRequest | null;
  papers: PapersRequest | null;
  works: readonly SourceWork[];
  config: CampaignConfig;
}

/** What is done with packages, as the log calls it. */
type PackageAction = Extract<AuditAction, `package.${string}` | `hand-over.${string}`>;

/** Packages as rows: frozen once, prepared by a job, never changed afterwards. */
@Injectable()
export class Packages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly units: Units,
    private readonly messages: Messages,
    private readonly rechecks: Rechecks,
  ) {}

  async get(id: string): Promise<Package> {
    return found(await this.db.row(Package, id));
  }

  async ownershipOf(id: string): Promise<Ownership | null> {
    const row = await this.db.row(Package, id);
    return row && { ownerId: null, unitId: row.unitId };
  }

  /** The package itself, its works and its stored files, in the open transaction: from here on this is what it is. */
  async freeze(actor: Actor, fresh: NewPackage): Promise<Package> {
    const { works, config, ...row } = fresh;
    const now = this.clock.now();
    const placed = row.papers ? [] : works.flatMap((source, index) => placeFiles(source, index, folderFor(fresh, index), config));
    const entity: Package = {
      ...row, id: newId(), code: newCode(), state: 'preparing', doneBytes: 0, totalBytes: placed.reduce((sum, { file }) => sum + file.bytes, works.length * PAPERS_LIKE_BYTES),
      problem: null, manifestSha256: null, zipBytes: null, createdAt: now, createdBy: actor.accountId, createdByName: displayName(actor), readyAt: null, verifiedAt: null,
    };
    await this.db.write(Package).insert(entity);
    await this.db.write(PackageWork).insert(works.map((source, index) => toPackageWork(entity, source, index)));
    await this.db.write(PackageItem).insert(placed.map((file) => toItem(entity.id, file)));
    await this.jobs.add('package.prepare', { packageId: entity.id }, { uniqueKey: `package:${entity.id}` });
    return entity;
  }

  /** The newest hand-over of a unit that is not left out; null: there is none. */
  async newestOf(unitId: string, condition: FindOptionsWhere<Package> = {}): Promise<Package | null> {
    const [row = null] = await this.db.read(Package).find({ where: { ...condition, unitId, kind: 'hand-over' }, order: { number: 'DESC' }, take: 1 });
    return row;
  }

  worksOf(packageId: string): Promise<PackageWork[]> {
    return this.db.read(PackageWork).find({ where: { packageId }, order: { position: 'ASC' } });
  }

  itemsOf(packageId: string): Promise<PackageItem[]> {
    return this.db.read(PackageItem).find({ where: { packageId }, order: { position: 'ASC' } });
  }

  async itemViews(packageId: string): Promise<PackageItemView[]> {
    const { state } = await this.get(packageId);
    if (state !== 'ready') throw new Refusal({ code: 'PACKAGE_NOT_READY' });
    return (await this.itemsOf(packageId)).map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  }

  /** A package that is not ready is given up; a hand-over that was begun thereby never happened. */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async () => {
      const before = found(await this.db.rowToChange(Package, id));
      if (before.state === 'ready' || before.state === 'damaged') throw new Refusal({ code: 'PACKAGE_FIXED' });
      if (before.state === 'cancelled') return;
      await this.db.write(Package).update({ id }, { state: 'cancelled', problem: null });
      await this.jobs.withdraw(`package:${id}`);
      await this.record(actor, before, 'package.cancel', { title: before.title });
    });
  }

  async retry(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async () => {
      const before = found(await this.db.rowToChange(Package, id));
      if (before.state !== 'failed') throw new Refusal({ code: 'PACKAGE_NOT_FAILED' });
      await this.db.write(Package).update({ id }, { state: 'preparing', problem: null, doneBytes: 0 });
      await this.jobs.add('package.prepare', { packageId: id }, { uniqueKey: `package:${id}` });
      await this.record(actor, before, 'package.retry', { title: before.title });
    });
  }

  /** Has every byte compared with the manifest once more. */
  async verify(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.get(id);
      if (row.state !== 'ready' && row.state !== 'damaged') throw new Refusal({ code: 'PACKAGE_NOT_READY' });
      if (!(await this.jobs.add('package.verify', { packageId: id }, { uniqueKey: `verify:${id}` }))) return; // it is being compared already
      await this.record(actor, row, 'package.verify', { title: row.title });
    });
  }

  /** By nobody: by the system itself. */
  record<A extends PackageAction>(actor: Actor | null, row: Package, action: A, params: AuditParams<A>, reason?: string): Promise<void> {
    return this.audit.record(actor, { action, role: actor && roleOn(actor, { ownerId: null, unitId: row.unitId }), campaignId: row.campaignId, unitId: row.unitId, reason, params });
  }

  /** Moves a package that a job works on, and tells whoever waits for it. False: it was given up meanwhile. */
  async conclude(id: string, from: PackageState[], change: Partial<Package> & { state: PackageState }): Promise<boolean> {
    return this.db.transaction(async () => {
      const { affected } = await this.db.write(Package).update({ id, state: In(from) }, change);
      if (affected !== 1) return false;
      const { unitId, createdBy, title, state, problem } = await this.get(id);
      await (state === 'ready' ? this.tell(unitId ?? [createdBy], 'package.ready', { title }) : this.tell(unitId ?? [createdBy], 'package.failed', { title, problem: problem ?? '' }));
      return true;
    });
  }

  /** The people of a unit, or the one of the department who asked for it. */
  private tell<K extends MessageKindId>(whom: string | string[], kind: K, params: MessageParams<K>): Promise<void> {
    return typeof whom === 'string' ? this.messages.tellUnit(whom, kind, params, null) : this.messages.tell(whom, kind, params, null);
  }

  /** The package as it is after something was done to it. */
  async after(id: string, deed: Promise<void>): Promise<PackageView> {
    await deed;
    return this.view(id);
  }

  async view(id: string): Promise<PackageView> {
    const [view] = await this.views([await this.get(id)]);
    return found(view);
  }

  async views(rows: readonly Package[]): Promise<PackageView[]> {
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return [];
    const works = await this.db.read(PackageWork).find({ where: { packageId: In(ids) }, order: { position: 'ASC' } });
    const recommended = { id: In(works.map(({ workId }) => workId)), status: In(STATUSES_OF.holdsSlot) };
    const still = new Set((await this.db.read(Work).find({ where: recommended, select: { id: true } })).map((work) => work.id));
    const mails = await this.db.read(PackageMail).find({ where: { packageId: In(ids) }, order: { createdAt: 'DESC' } });
    const receipts = await this.db.read(PackageReceipt).find({ where: { packageId: In(ids) }, order: { at: 'DESC', id: 'DESC' } });
    const counts = await this.countItems(ids);
    return Promise.all(rows.map(async (row): Promise<PackageView> => ({
      id: row.id, kind: row.kind, title: row.title, unitId: row.unitId, unitName: (await this.units.find(row.unitId))?.name ?? null, number: row.number, code: row.code, state: row.state,
      progress: { doneBytes: row.doneBytes, totalBytes: row.totalBytes }, problem: row.problem, zipBytes: row.zipBytes, manifestSha256: row.manifestSha256, fileCount: counts.get(row.id) ?? 0,
      createdAt: row.createdAt, createdByName: row.createdByName, readyAt: row.readyAt, verifiedAt: row.verifiedAt,
      works: await Promise.all(works.filter(({ packageId }) => packageId === row.id).map(async ({ workId, title, slot, versionNumber }) => ({ workId, title, slot, versionNumber, isRecommended: still.has(workId), recheck: await this.recheck(row, workId, versionNumber) }))),
      mails: mails.filter(({ packageId }) => packageId === row.id).map((mail) => ({ id: mail.id, to: mail.recipient, via: mail.via, state: mail.state, outcome: mail.outcome, answer: mail.answer, at: mail.endedAt ?? mail.createdAt, byName: mail.createdByName })),
      receipts: receipts.filter(({ packageId }) => packageId === row.id).map(({ id, kind, count, note, at, byName, takesBack, toldAt }) => ({ id, kind, count, note, at, byName, takesBack, toldAt })),
    })));
  }

  private async recheck({ nextLevel }: Package, workId: string, versionNumber: number) {
    const call = nextCall(nextLevel);
    return call ? sumUp(await this.rechecks.of(call, workId, versionNumber)) : null;
  }

  private async countItems(ids: string[]): Promise<Map<string, number>> {
    const rows = await this.db.read(PackageItem).createQueryBuilder('item').select('item.packageId', 'id').addSelect('COUNT(*)', 'n')
      .where('item.packageId IN (:...ids)', { ids }).groupBy('item.packageId').getRawMany<{ id: string; n: string }>();
    return new Map(rows.map((row) => [row.id, Number(row.n)]));
  }
}

/** Of a unit's own package the works' folders, of one with many units a folder for each unit. */
function folderFor({ kind, works, nextLevel }: NewPackage, index: number): string {
  const source = works[index];
  if (!source) throw new Error('no such work in the package');
  const own = folderOf(nextLevel ? index + 1 : source.slot, source.version.form.title);
  return kind === 'export' ? `${safeName(source.unit.name)}/${own}` : own;
}

function toPackageWork({ id, nextLevel }: Package, source: SourceWork, index: number): PackageWork {
  const { workId, title, slot, version, scan } = toHandedWork(source);
  return { id: newId(), packageId: id, workId, position: firstPosition(index), title, unitName: nextLevel?.unitName ?? source.unit.name, slot: nextLevel ? index + 1 : slot, versionNumber: source.version.number, version, scan };
}

function toItem(packageId: string, { position, path, kind, workId, file }: PlacedFile): PackageItem {
  return { id: newId(), packageId, position, path, kind, workId, fileId: file.id, key: file.key, bytes: file.bytes, sha256: file.sha256, crc32: null, at: file.uploadedAt };
}
