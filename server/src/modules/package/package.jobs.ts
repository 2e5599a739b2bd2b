import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { nextCall } from '@kepu/shared/campaign/next-calls';
import { Not, IsNull } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { HandlesJob, WhenGivenUp } from '../../platform/jobs/job.decorator.js';
import { Storage } from '../../platform/storage.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { BulkPapers } from './bulk-papers.js';
import { FileSums, sumsOf } from './file-sums.js';
import { archiveOf } from './package-archive.js';
import { checksums, LISTS, manifest, readableList, recheckText } from './package-lists.js';
import { PAPERS_AT, paperName } from './package-layout.js';
import { PackagePapers } from './package-papers.js';
import { Package, PackageItem, PackageWork, type ItemKind } from './package.entity.js';
import { Packages, PAPERS_LIKE_BYTES } from './packages.js';
import { Rechecks } from './rechecks.js';

const TELL_EVERY_MS = 1_000;
/** After the lists, before the first work. */
const SUMMARY_AT = 10;

/** Writes one drawn file into the package that is being prepared. */
type AddFile = (position: number, path: string, kind: ItemKind, workId: string | null, content: Buffer) => Promise<void>;
/** Says how much further it is, from time to time; throws when the package was given up meanwhile. */
type Tell = (bytes: number) => Promise<void>;

/** The package was given up while it was being prepared. */
class GivenUp extends Error {}
/** A stored file is not what it was when the package was frozen: said to people, and no retry mends it. */
class NotAsFrozen extends Error {}

/** Preparing and re-reading packages; every step can be repeated. */
@Injectable()
export class PackageJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly storage: Storage,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly packages: Packages,
    private readonly papers: PackagePapers,
    private readonly bulk: BulkPapers,
    private readonly rechecks: Rechecks,
    private readonly sums: FileSums,
  ) {}

  /** Checks and sums the stored files, draws the papers, writes the lists: then every byte of every archive is fixed. */
  @HandlesJob('package.prepare')
  async prepare({ packageId }: { packageId: string }): Promise<void> {
    try {
      const tell = this.teller(packageId);
      await this.sumStored(packageId, tell);
      await this.drawAll(packageId, tell);
      const items = await this.packages.itemsOf(packageId);
      const lists = items.find(({ path }) => path === LISTS.manifest);
      const ready = { state: 'ready' as const, manifestSha256: lists?.sha256 ?? '', zipBytes: archiveOf(items).size, readyAt: this.clock.now(), verifiedAt: this.clock.now() };
      await this.packages.conclude(packageId, ['preparing'], ready);
    } catch (error) {
      if (error instanceof GivenUp) return;
      if (!(error instanceof NotAsFrozen)) throw error;
      await this.packages.conclude(packageId, ['preparing'], { state: 'failed', problem: error.message });
    }
  }

  @WhenGivenUp('package.prepare')
  async notPrepared({ packageId }: { packageId: string }): Promise<void> {
    await this.packages.conclude(packageId, ['preparing'], { state: 'failed', problem: '系统没能备好，请点“重试”；仍不行请联系科技厅' });
  }

  /** Reads every file of a package again: damaged, or good (again, after the file was restored). */
  @HandlesJob('package.verify')
  async verify({ packageId }: { packageId: string }): Promise<void> {
    const wrong: string[] = [];
    for (const { path, key, bytes, sha256 } of await this.packages.itemsOf(packageId)) {
      const sums = await this.sums.read(key, () => Promise.resolve());
      if (sums?.sha256 !== sha256 || sums.bytes !== bytes) wrong.push(`${path} ${sums ? '内容变了' : '不见了'}`);
    }
    const verifiedAt = this.clock.now();
    if (wrong.length > 0) await this.packages.conclude(packageId, ['ready'], { state: 'damaged', problem: wrong.slice(0, 5).join('；'), verifiedAt });
    else if (!(await this.packages.conclude(packageId, ['damaged'], { state: 'ready', problem: null, verifiedAt }))) await this.db.transaction(() => this.db.write(Package).update({ id: packageId }, { verifiedAt }));
  }

  private teller(packageId: string): Tell {
    let [done, told] = [0, 0];
    return async (bytes) => {
      done += bytes;
      if (this.clock.now() - told < TELL_EVERY_MS) return;
      told = this.clock.now();
      const { affected } = await this.db.transaction(() => this.db.write(Package).update({ id: packageId, state: 'preparing' }, { doneBytes: done }));
      if (affected !== 1) throw new GivenUp();
    };
  }

  private async sumStored(packageId: string, tell: Tell): Promise<void> {
    for (const item of await this.db.read(PackageItem).find({ where: { packageId, fileId: Not(IsNull()) }, order: { position: 'ASC' } })) {
      const crc32 = await this.sums.crcOf(item, tell);
      if (crc32 === null) throw new NotAsFrozen(`存放的“${item.path}”和上传时不一样`);
      await this.db.transaction(() => this.db.write(PackageItem).update({ id: item.id }, { crc32 }));
    }
  }

  private async drawAll(packageId: string, tell: Tell): Promise<void> {
    const row = await this.packages.get(packageId);
    if (row.state !== 'preparing') throw new GivenUp();
    const stored = (await this.packages.itemsOf(packageId)).filter(({ fileId }) => fileId !== null);
    const works = await this.packages.worksOf(packageId);
    const drawn: PackageItem[] = [];
    const add: AddFile = async (position, path, kind, workId, content) => {
      const key = `packages/${packageId}/${position}`;
      await this.storage.put(key, content);
      drawn.push({ id: newId(), packageId, position, path, kind, workId, fileId: null, key, ...sumsOf(content), at: row.createdAt });
    };
    const { config } = await this.campaigns.get(row.campaignId);
    const unitName = (await this.units.find(row.unitId))?.name ?? null;
    await (row.papers ? this.drawPapers(row, works, config, add, tell) : this.drawMaterials(row, works, stored, add, tell)).catch(async (error: unknown) => {
      if (error instanceof GivenUp) for (const { key } of drawn) await this.storage.remove(key);
      throw error;
    });
    const listed = { package: row, unitName, config, works, items: inOrder([...stored, ...drawn]) };
    await add(0, LISTS.list, 'manifest', null, readableList(listed));
    await add(1, LISTS.manifest, 'manifest', null, manifest({ ...listed, items: inOrder([...stored, ...drawn]) }));
    await add(2, LISTS.checksums, 'manifest', null, checksums(inOrder([...stored, ...drawn])));
    await this.db.transaction(async () => {
      await this.db.write(PackageItem).delete({ packageId, fileId: IsNull() });
      await this.db.write(PackageItem).insert(drawn);
      await this.db.write(Package).update({ id: packageId }, { doneBytes: row.totalBytes });
    });
  }

  /** The papers of each work, and the list of all of them. */
  private async drawMaterials(row: Package, works: readonly PackageWork[], stored: readonly PackageItem[], add: AddFile, tell: Tell): Promise<void> {
    for (const work of works) {
      await this.drawWork(row, work, stored, add);
      await tell(PAPERS_LIKE_BYTES);
    }
    const { config } = await this.campaigns.get(row.campaignId);
    const unitName = row.nextLevel?.unitName ?? (await this.units.find(row.unitId))?.name ?? config.organiser.name;
    const head = { unitName, config: nextCall(row.nextLevel)?.config ?? config, madeAt: row.createdAt };
    let position = SUMMARY_AT;
    for (const { suffix, content } of await this.papers.summary(head, works)) await add((position += 1), `推荐汇总表${suffix}`, 'summary', null, content);
  }

  /** Papers for printing: nothing else is in such a package. */
  private async drawPapers({ papers, createdAt }: Package, works: readonly PackageWork[], config: CampaignConfig, add: AddFile, tell: Tell): Promise<void> {
    if (!papers) return;
    let position = SUMMARY_AT;
    for await (const { path, works: members, content } of this.bulk.draw({ request: papers, config, madeAt: createdAt }, works)) {
      const [only] = members.length === 1 ? members : [];
      await add((position += 1), path, 'paper', only?.workId ?? null, content);
      await tell(members.length * PAPERS_LIKE_BYTES);
    }
  }

  private async drawWork(row: Package, work: PackageWork, stored: readonly PackageItem[], add: AddFile): Promise<void> {
    const version = await this.db.read(WorkVersion).findOneByOrFail({ workId: work.workId, number: work.versionNumber });
    if (version.sha256 !== work.version) throw new NotAsFrozen(`《${work.title}》的版本和冻结时不一样`);
    const film = stored.find(({ workId, kind }) => workId === work.workId && kind === 'film');
    const folder = film?.path.split('/').slice(0, -1).join('/') ?? '';
    const next = nextCall(row.nextLevel);
    const papers = await this.papers.ofWork(version, { unitName: work.unitName, slotNumber: work.slot, ...(next ? { config: next.config } : {}) });
    let position = work.position + PAPERS_AT;
    for (const { suffix, content } of papers) await add((position += 1), `${folder}/${paperName(work.title, suffix)}`, 'paper', work.workId, content);
    if (!next) return;
    const findings = await this.rechecks.of(next, work.workId, work.versionNumber);
    await add(position + 1, `${folder}/规格复核.txt`, 'paper', work.workId, recheckText(work.title, next.config.title, findings));
  }
}

const inOrder = (items: PackageItem[]) => items.sort((a, b) => a.position - b.position);
