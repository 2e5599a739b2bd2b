import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database.js';
import { HandlesJob, WhenGivenUp } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Storage } from '../../platform/storage.js';
import type { FilmSource } from '../inspection/gather/film-source.js';
import { Inspections } from '../inspection/inspections.js';
import { Tools } from '../inspection/tools.js';
import { Files } from '../upload/files.js';
import type { Print } from './compare-films.js';
import { Likenesses, type Compared } from './likenesses.js';
import { takePrint } from './take-print.js';

const WITHIN_MS = 240_000;
const NOTHING = { print: Buffer.alloc(0), sound: null };

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
    const facts = (await this.inspections.find(fileId))?.facts ?? null;
    const film = { id: file.id, workId: file.workId, sha256: file.sha256, durationMs: facts?.durationMs ?? null, isPast: false };
    if (!facts?.video) return this.conclude(film, NOTHING, '影片里没有能看的画面');
    const source: FilmSource = { path: this.storage.pathOf(file.key), tools: await this.tools.get(), deadline: performance.now() + WITHIN_MS };
    const { error, ...print } = await takePrint(source);
    await this.conclude(film, print, error);
  }

  /** The same file in another work is known without a look at it; the rest is left to people, who are told. */
  @WhenGivenUp('likeness.compare')
  async giveUp({ fileId }: { fileId: string }): Promise<void> {
    const { id, workId, sha256 } = await this.files.get(fileId);
    await this.conclude({ id, workId, sha256, durationMs: null, isPast: false }, NOTHING, '比对程序异常退出');
  }

  private async conclude(film: Compared, print: Print, error: string | null): Promise<void> {
    await this.likenesses.keep(film, print, error);
    await this.likenesses.compareWithAll(film, print);
    await this.db.transaction(() => this.jobs.add('other-works.recount', { workId: film.workId }));
  }
}
