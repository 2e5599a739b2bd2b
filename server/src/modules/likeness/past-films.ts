import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { readHeader } from '../inspection/gather/ffprobe.js';
import type { FilmSource } from '../inspection/gather/film-source.js';
import { Tools } from '../inspection/tools.js';
import { PastFilm } from './likeness.entity.js';
import { Likenesses } from './likenesses.js';
import { readPastFilmList, UnreadableList, type PastFilmLine } from './past-film-list.js';
import { takePrint } from './take-print.js';

const WITHIN_MS = 300_000;

export interface PastFilmsReport {
  added: number;
  /** Known already; a changed title, unit or year was taken over. */
  known: number;
  failed: number;
  /** Works of this system that are like one of the films just added. */
  alike: number;
}

class LineProblem extends Error {}

/** Films of earlier years that were never in this system: their fingerprints are kept, the films are not. */
@Injectable()
export class PastFilms {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly tools: Tools,
    private readonly likenesses: Likenesses,
  ) {}

  /** Takes in what a list names, one after the other. May be run again: a film is known by its bytes. */
  async addAll(folder: string, list: string, say: (line: string) => void): Promise<PastFilmsReport> {
    const lines = readPastFilmList(await readFile(list).catch(() => missing('list', list)));
    const root = await realpath(folder).catch(() => missing('folder', folder));
    const report: PastFilmsReport = { added: 0, known: 0, failed: 0, alike: 0 };
    for (const [index, line] of lines.entries()) {
      const head = `${index + 1}/${lines.length} line ${line.line} ${line.file || '-'}:`;
      try {
        const { outcome, alike } = await this.add(root, line);
        report[outcome] += 1;
        report.alike += alike;
        say(`${head} ${outcome === 'known' ? 'known already' : `added《${line.title}》`}${alike > 0 ? `, like ${alike} film(s) in this system` : ''}`);
      } catch (error) {
        if (!(error instanceof LineProblem)) throw error;
        report.failed += 1;
        say(`${head} NOT taken: ${error.message}`);
      }
    }
    return report;
  }

  private async add(root: string, line: PastFilmLine): Promise<{ outcome: 'added' | 'known'; alike: number }> {
    if (line.problem !== null) throw new LineProblem(line.problem);
    const path = await pathOf(root, line.file);
    const sha256 = await hashOf(path);
    const { title, unitName, year, file } = line;
    const known = await this.db.read(PastFilm).findOneBy({ sha256 });
    if (known?.comparedAt) {
      await this.db.transaction(() => this.db.write(PastFilm).update({ id: known.id }, { title, unitName, year, fileName: file }));
      return { outcome: 'known', alike: 0 };
    }
    const source: FilmSource = { path, tools: await this.tools.get(), deadline: performance.now() + WITHIN_MS };
    const { error, ...print } = await takePrint(source);
    if (error !== null) throw new LineProblem(`it cannot be compared: ${error}. Films must be MP4 or MOV.`);
    const header = await readHeader(source);
    const film: PastFilm = { id: known?.id ?? newId(), title, unitName, year, fileName: file, sha256, durationMs: 'unreadable' in header ? null : header.durationMs, addedAt: this.clock.now(), comparedAt: null };
    await this.db.transaction(() => this.db.write(PastFilm).save(film));
    const compared = { id: film.id, workId: film.id, sha256, durationMs: film.durationMs, isPast: true };
    await this.likenesses.keep(compared, print, null);
    const alike = await this.likenesses.compareWithAll(compared, print);
    await this.db.transaction(() => this.db.write(PastFilm).update({ id: film.id }, { comparedAt: this.clock.now() }));
    return { outcome: 'added', alike };
  }
}

function missing(what: string, path: string): never {
  throw new UnreadableList(`The ${what} ${path} cannot be read.`);
}

/** The film's own path; nothing outside the folder is opened, whatever the list says. */
async function pathOf(root: string, file: string): Promise<string> {
  const path = await realpath(join(root, file)).catch(() => null);
  if (path === null) throw new LineProblem('there is no such file in the folder');
  if (!path.startsWith(root + sep)) throw new LineProblem('the file lies outside the folder');
  if (!(await stat(path)).isFile()) throw new LineProblem('this is no file');
  return path;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
