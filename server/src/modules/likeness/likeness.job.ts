import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database.js';
import { HandlesJob } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Storage } from '../../platform/storage.js';
import type { FilmSource } from '../inspection/gather/film-source.js';
import { Inspections } from '../inspection/inspections.js';
import { Tools } from '../inspection/tools.js';
import { Files } from '../upload/files.js';
import { Likenesses } from './likenesses.js';
import { takePrint } from './take-print.js';

const WITHIN_MS = 240_000;

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
    const source: FilmSource = { path: this.storage.pathOf(file.key), tools: await this.tools.get(), deadline: performance.now() + WITHIN_MS };
    const { error, ...print } = await takePrint(source);
    const film = { id: file.id, workId: file.workId, sha256: file.sha256, durationMs: inspection.facts.durationMs, isPast: false };
    await this.likenesses.keep(film, print, error);
    await this.likenesses.compareWithAll(film, print);
    await this.db.transaction(() => this.jobs.add('other-works.recount', { workId: file.workId }));
  }
}
