import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { nextCall } from '@kepu/shared/campaign/next-calls';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { Storage } from '../../platform/storage.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { BulkPapers } from './bulk-papers.js';
import { sumsOf } from './file-sums.js';
import { checksums, LISTS, manifest, readableList, recheckText } from './package-lists.js';
import { PAPERS_AT, paperName } from './package-layout.js';
import { PackagePapers } from './package-papers.js';
import { Package, PackageItem, type ItemKind, type PackageWork } from './package.entity.js';
import { Packages, PAPERS_LIKE_BYTES } from './packages.js';
import { Rechecks } from './rechecks.js';

/** After the lists, before the first work. */
const SUMMARY_AT = 10;

/** Writes one drawn file into the package that is being prepared. */
type AddFile = (position: number, path: string, kind: ItemKind, workId: string | null, content: Buffer) => Promise<void>;
/** Says how much further it is, from time to time; throws when the package was given up meanwhile. */
export type Tell = (bytes: number) => Promise<void>;

/** The package was given up while it was being prepared. */
export class GivenUp extends Error {}
/** A stored file is not what it was when the package was frozen: said to people, and no retry mends it. */
export class NotAsFrozen extends Error {}

/** What is drawn into a package besides the stored files: papers and lists. */
@Injectable()
export class PackageContents {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly packages: Packages,
    private readonly papers: PackagePapers,
    private readonly bulk: BulkPapers,
    private readonly rechecks: Rechecks,
  ) {}

  async drawAll(packageId: string, tell: Tell): Promise<void> {
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
