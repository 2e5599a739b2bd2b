import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database.js';
import { HandlesJob } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Storage } from '../../platform/storage.js';
import { StageFailure, type FilmSource } from '../inspection/gather/film-source.js';
import { Inspections } from '../inspection/inspections.js';
import { Tools } from '../inspection/tools.js';
import { Files } from '../upload/files.js';
import { isComparable } from './compare-fingerprints.js';
import { takeFingerprint } from './fingerprint.js';
import { Likenesses } from './likenesses.js';

const WITHIN_MS = 240_000;
const NOTHING = Buffer.alloc(0);

/** After its inspection a film is compared with the films of all other works. It may run again: the outcome is the same. */
@Injectable()
export class LikenessJob {
  constructor(
    private readonly likenesses: Likenesses,
    private readonly inspections: Inspections,
    private readonly files: Files,
    private readonly storage: Storage,
    private readonly tools: Tools,
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  @HandlesJob('likeness.compare')
  async run({ fileId }: { fileId: string }): Promise<void> {
    const file = await this.files.get(fileId);
    const inspection = await this.inspections.find(fileId);
    if (!inspection?.facts?.video) return; // nothing to be seen in it, and it says so already
    const film: FilmSource = { path: this.storage.pathOf(file.key), tools: await this.tools.get(), deadline: performance.now() + WITHIN_MS };
    try {
      const print = await takeFingerprint(film);
      await this.likenesses.keep(file, print, isComparable(print) ? null : '画面里可比对的特征太少');
      await this.likenesses.compareWithAll(file, print);
    } catch (error) {
      if (!(error instanceof StageFailure)) throw error;
      await this.likenesses.keep(file, NOTHING, error.message);
    }
    await this.db.transaction(() => this.jobs.add('other-works.recount', { workId: file.workId }));
  }
}
