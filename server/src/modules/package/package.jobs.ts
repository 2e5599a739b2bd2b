import { Injectable } from '@nestjs/common';
import { Not, IsNull } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { HandlesJob, WhenGivenUp } from '../../platform/jobs/job.decorator.js';
import { FileSums } from './file-sums.js';
import { archiveOf } from './package-archive.js';
import { GivenUp, NotAsFrozen, PackageContents, type Tell } from './package-contents.js';
import { LISTS } from './package-lists.js';
import { Package, PackageItem } from './package.entity.js';
import { Packages } from './packages.js';

const TELL_EVERY_MS = 1_000;

/** Preparing and re-reading packages; every step can be repeated. */
@Injectable()
export class PackageJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly packages: Packages,
    private readonly contents: PackageContents,
    private readonly sums: FileSums,
  ) {}

  /** Checks and sums the stored files, draws the papers, writes the lists: then every byte of every archive is fixed. */
  @HandlesJob('package.prepare')
  async prepare({ packageId }: { packageId: string }): Promise<void> {
    try {
      const tell = this.teller(packageId);
      await this.sumStored(packageId, tell);
      await this.contents.drawAll(packageId, tell);
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
}
