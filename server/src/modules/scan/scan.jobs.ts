import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { HandlesJob, WhenGivenUp } from '../../platform/jobs/job.decorator.js';
import { LOG, type Log } from '../../platform/log.js';
import { Storage } from '../../platform/storage.js';
import { scanPartKey } from '../media/scan-parts.js';
import { StoredFile } from '../upload/file.entity.js';
import { Files } from '../upload/files.js';
import { Works } from '../work/works.js';
import type { ScanReply } from './reading.js';
import { ScanBundle, ScanPage } from './scan.entity.js';
import { ScanPages } from './scan-pages.js';
import { ReaderStopped, ScanReader } from './scan-reader.js';

const LOOK_EVERY_MS = 1_000;

/** Reads photographed sheets and makes or checks the PDF, one at a time. Whatever a person changes meanwhile ends the work on what they changed. */
@Injectable()
export class ScanJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly storage: Storage,
    private readonly files: Files,
    private readonly works: Works,
    private readonly pages: ScanPages,
    private readonly reader: ScanReader,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @HandlesJob('scan.page')
  async page({ pageId, revision }: { pageId: string; revision: number }): Promise<void> {
    const isWanted = () => this.db.read(ScanPage).existsBy({ id: pageId, revision });
    const page = await this.db.read(ScanPage).findOneBy({ id: pageId, revision });
    if (!page || page.state === 'done' || page.state === 'failed') return;
    const put = (change: Partial<ScanPage>) => this.db.transaction(() => this.db.write(ScanPage).update({ id: pageId, revision }, change));
    await put({ state: 'working' });
    const { key } = await this.files.get(pageId);
    const reply = await this.attempt(isWanted, (signal) => this.reader.page(this.storage.pathOf(key), page.wishes, signal, async (folder) => {
      await this.keep(join(folder, 'view.jpg'), scanPartKey(key, 'view'));
      await this.keep(join(folder, 'page.jpg'), scanPartKey(key, `page-${revision}`));
    }));
    if (reply === null) return;
    if ('page' in reply) await put({ state: 'done', result: reply.page });
    else await put({ state: 'failed', failure: 'failure' in reply ? reply.failure : 'SCAN_TOO_HEAVY' });
  }

  /** What was ended from outside in every attempt is said to have failed, and a person may try again. */
  @WhenGivenUp('scan.page')
  async pageGivenUp({ pageId, revision }: { pageId: string; revision: number }): Promise<void> {
    await this.db.transaction(() => this.db.write(ScanPage).update({ id: pageId, revision, state: 'working' }, { state: 'failed', failure: 'SCAN_TOO_HEAVY' }));
  }

  @WhenGivenUp('scan.bundle')
  async bundleGivenUp({ bundleId }: { bundleId: string }): Promise<void> {
    await this.db.transaction(() => this.db.write(ScanBundle).update({ id: bundleId, state: 'working' }, { state: 'failed', failure: 'SCAN_TOO_HEAVY' }));
  }

  @HandlesJob('scan.bundle')
  async bundle({ bundleId }: { bundleId: string }): Promise<void> {
    const bundle = await this.db.row(ScanBundle, bundleId);
    if (!bundle || bundle.state === 'done' || bundle.state === 'failed') return;
    await this.put(bundleId, { state: 'working' });
    await (bundle.kind === 'photos' ? this.merge(bundle) : this.check(bundle));
  }

  private async merge(bundle: ScanBundle): Promise<void> {
    const work = await this.works.get(bundle.workId);
    const pages = await this.pages.ofWork(work);
    const files = await Promise.all(pages.map(async ({ id, revision }) => scanPartKey((await this.files.get(id)).key, `page-${revision}`)));
    const key = this.storage.keyOf(bundle.id);
    const made = { bytes: 0, sha256: '' };
    const reply = await this.attempt(this.exists(bundle), (signal) => this.reader.merge(`盖章推荐表：${work.title}`, files.map((file) => this.storage.pathOf(file)), signal, async (folder) => {
      const bytes = await readFile(join(folder, 'scan.pdf'));
      Object.assign(made, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
      await this.keep(join(folder, 'scan.pdf'), key);
    }));
    if (reply === null) return;
    if (!('merged' in reply)) return this.fail(bundle.id, reply);
    await this.db.transaction(async () => {
      const { affected } = await this.db.write(ScanBundle).update({ id: bundle.id, state: 'working' }, { state: 'done', fileId: bundle.id, pageCount: reply.merged.pages });
      if (affected !== 1) return;
      const now = this.clock.now();
      const file: StoredFile = { id: bundle.id, workId: work.id, ownerId: bundle.madeBy, purpose: 'scan', name: `盖章推荐表_${work.title.slice(0, 60)}.pdf`, mime: 'application/pdf', ...made, key, place: null, registeredAt: now, uploadedAt: now, removedAt: null };
      await this.db.write(StoredFile).insert(file);
    });
  }

  private async check(bundle: ScanBundle): Promise<void> {
    const file = await this.files.get(bundle.fileId ?? '');
    const path = this.storage.pathOf(file.key);
    const reply = await this.attempt(this.exists(bundle), (signal) => this.reader.countPages(path, signal));
    if (reply === null) return;
    if (!('pdf' in reply)) return this.fail(bundle.id, reply);
    const codes = await this.attempt(this.exists(bundle), async (signal) => ({ codes: await this.reader.codes(path, signal) }));
    if (codes === null) return;
    const read = 'codes' in codes ? codes.codes : null;
    await this.put(bundle.id, { state: 'done', pageCount: reply.pdf.pages, codes: read, readsCodes: read !== null });
  }

  /** Does it while it is wanted. Null: nobody wants it any more. Throws where another try may help. */
  private async attempt<T>(isWanted: () => Promise<boolean>, work: (signal: AbortSignal) => Promise<T>): Promise<T | { failure: string } | null> {
    const stop = new AbortController();
    const look = setInterval(() => void isWanted().then((wanted) => { if (!wanted) stop.abort(); }, () => undefined), LOOK_EVERY_MS);
    try {
      return await work(stop.signal);
    } catch (error) {
      if (stop.signal.aborted) return null;
      const isTooSlow = error instanceof ReaderStopped && error.why === 'timeout';
      if (!isTooSlow) throw error;
      this.log.warn({ err: error }, 'a scan could not be read');
      return { failure: 'SCAN_TOO_HEAVY' };
    } finally {
      clearInterval(look);
    }
  }

  private exists({ id }: ScanBundle): () => Promise<boolean> {
    return () => this.db.read(ScanBundle).existsBy({ id });
  }

  /** A job that is done again finds its files already there: the first stay. */
  private async keep(path: string, key: string): Promise<void> {
    await this.storage.adoptCopy(path, key);
  }

  private async put(id: string, change: Partial<ScanBundle>): Promise<void> {
    await this.db.transaction(() => this.db.write(ScanBundle).update({ id }, change));
  }

  private fail(id: string, reply: ScanReply): Promise<void> {
    return this.put(id, { state: 'failed', failure: 'failure' in reply ? reply.failure : 'SCAN_TOO_HEAVY' });
  }
}
