import { Inject, Injectable } from '@nestjs/common';
import type { FilmFacts } from '@kepu/shared/inspection/facts';
import { Database } from '../../../platform/database.js';
import { HandlesJob, WhenGivenUp } from '../../../platform/jobs/job.decorator.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { LOG, type Log } from '../../../platform/log.js';
import { Storage } from '../../../platform/storage.js';
import type { StoredFile } from '../../upload/file.entity.js';
import { Files } from '../../upload/files.js';
import { StageFailure, type FilmSource } from '../gather/film-source.js';
import { Inspections } from '../inspections.js';
import { Tools } from '../tools.js';
import { drawSprite, drawStill, spriteLayout } from './draw.js';
import { pictureKey, Pictures, type PicturePart } from './film-pictures.js';
import { posterMoment, stillMoments } from './moments.js';
import { makeJudging, makePreview, servesForJudging } from './renditions.js';
import { measureWaveform } from './waveform.js';

const PICTURES_MS = 180_000;
const PREVIEW_MS = 25 * 60_000;
const JUDGING_MS = 45 * 60_000;
const STILL_LINES = 360;
const POSTER_LINES = 270;

/**
 * Draws what people look at beside a film. Every picture is stored before the next is begun and never drawn twice, so
 * a job that was killed goes on where it was. A tool that fails leaves one picture out and the others stand.
 */
@Injectable()
export class FilmPicturesJob {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly storage: Storage,
    private readonly tools: Tools,
    private readonly inspections: Inspections,
    private readonly pictures: Pictures,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @HandlesJob('film.pictures')
  async draw({ fileId }: { fileId: string }): Promise<void> {
    const file = await this.files.get(fileId);
    const inspection = await this.inspections.find(fileId);
    const facts = inspection?.facts ?? null;
    const known = await this.pictures.open(fileId);
    if (!facts?.video || !facts.durationMs) return this.withoutPreview({ fileId });
    const film = await this.source(file, PICTURES_MS);
    const hasPoster = await this.once(file, 'poster', (take) => drawStill(film, posterMoment(facts), facts.durationMs ?? 0, POSTER_LINES, take));
    await this.pictures.note(fileId, { hasPoster });
    const layout = spriteLayout(facts.durationMs);
    const hasSprite = await this.once(file, 'sprite', (take) => drawSprite(film, facts.video?.codec ?? null, layout, take));
    await this.pictures.note(fileId, { sprite: hasSprite ? layout : null, waveform: known.waveform ?? (await this.waveform(file, film, facts)) });
    if ((known.judging === 'unasked' || known.judging === 'waiting') && (await this.serves(file, film))) await this.pictures.note(fileId, { judging: 'original' });
    await this.drawStills(file, film, facts, [...new Set([...known.stills, ...stillMoments(facts, inspection?.findings ?? [])])]);
    await this.orderPreview({ fileId });
  }

  /** Also where no picture could be drawn: the copy may come out well all the same. */
  @WhenGivenUp('film.pictures')
  async orderPreview({ fileId }: { fileId: string }): Promise<void> {
    const { preview } = await this.pictures.open(fileId);
    if (preview === 'waiting') await this.db.transaction(() => this.jobs.add('film.preview', { fileId }, { uniqueKey: `preview:${fileId}` }));
  }

  @HandlesJob('film.preview')
  async preview({ fileId }: { fileId: string }): Promise<void> {
    const file = await this.files.get(fileId);
    const { ffmpeg } = await this.tools.get();
    const film = await this.source(file, PREVIEW_MS);
    const isMade = ffmpeg.hasX264 && (await this.once(file, 'preview', (take) => makePreview(film, take)));
    await this.pictures.open(fileId);
    await this.pictures.note(fileId, { preview: isMade ? 'ready' : 'none' });
  }

  @HandlesJob('film.judging')
  async judging({ fileId }: { fileId: string }): Promise<void> {
    const file = await this.files.get(fileId);
    const film = await this.source(file, JUDGING_MS);
    await this.pictures.open(fileId);
    if (await this.serves(file, film)) return this.pictures.note(fileId, { judging: 'original' });
    const isMade = film.tools.ffmpeg.hasX264 === true && (await this.once(file, 'judging', (take) => makeJudging(film, take)));
    await this.pictures.note(fileId, { judging: isMade ? 'ready' : 'none' });
  }

  /** There will be none: the players take the film itself. */
  @WhenGivenUp('film.preview')
  async withoutPreview({ fileId }: { fileId: string }): Promise<void> {
    await this.pictures.open(fileId);
    await this.pictures.note(fileId, { preview: 'none' });
  }

  @WhenGivenUp('film.judging')
  async withoutJudging({ fileId }: { fileId: string }): Promise<void> {
    await this.pictures.open(fileId);
    await this.pictures.note(fileId, { judging: 'none' });
  }

  private serves(file: StoredFile, film: FilmSource): Promise<boolean> {
    return this.tried(file, 'judging', () => servesForJudging(film), false);
  }

  private async waveform(file: StoredFile, film: FilmSource, { audio, durationMs }: FilmFacts): Promise<number[] | null> {
    if (audio === undefined || durationMs === null) return null;
    return audio === null ? [] : this.tried(file, 'waveform', () => measureWaveform(film, durationMs), null);
  }

  private async drawStills(file: StoredFile, film: FilmSource, { durationMs }: FilmFacts, moments: number[]): Promise<void> {
    const drawn: number[] = [];
    for (const atMs of moments) {
      if (await this.once(file, `still-${atMs}`, (take) => drawStill(film, atMs, durationMs ?? 0, STILL_LINES, take))) drawn.push(atMs);
    }
    await this.pictures.note(file.id, { stills: drawn.sort((a, b) => a - b) });
  }

  /** Makes a part unless it is there already. Whether it is there now. */
  private async once(file: StoredFile, part: PicturePart, make: (take: (path: string) => Promise<void>) => Promise<boolean>): Promise<boolean> {
    const key = pictureKey(file.key, part);
    return (await this.storage.has(key)) || this.tried(file, part, () => make((path) => this.storage.adoptCopy(path, key)), false);
  }

  /** What a tool could not do is noted and answered with `otherwise`. */
  private async tried<T>(file: StoredFile, part: PicturePart | 'waveform', work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StageFailure)) throw error;
      this.log.warn({ err: error, fileId: file.id, part }, 'a picture of a film could not be made');
      return otherwise;
    }
  }

  private async source(file: StoredFile, withinMs: number): Promise<FilmSource> {
    return { path: this.storage.pathOf(file.key), tools: await this.tools.get(), deadline: performance.now() + withinMs };
  }
}
