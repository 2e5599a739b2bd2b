import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database, isDuplicate } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { StoredFile } from '../upload/file.entity.js';
import { compareFilms, turnedAround, type FilmsAlike, type Print } from './compare-films.js';
import { FilmLikeness, FilmPrint, PastFilm } from './likeness.entity.js';

const PAGE = 50;

export interface FilmLikenesses {
  /** none: not compared yet · failed: its pictures could not be. */
  state: 'none' | 'failed' | 'compared';
  /** Why they could not be compared. */
  failure: string | null;
  pairs: FilmLikeness[];
}

/** A film that is compared: a stored one, or a past one under its own id. */
export interface Compared {
  id: string;
  workId: string;
  sha256: string;
  durationMs: number | null;
  isPast: boolean;
}

type Side = Pick<Compared, 'id' | 'workId'>;

/** Fingerprints of films as rows, and which films are alike: across all calls, and with the films of earlier years. */
@Injectable()
export class Likenesses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async of(fileId: string): Promise<FilmLikenesses> {
    const print = await this.db.read(FilmPrint).findOne({ where: { fileId }, select: { id: true, error: true } });
    if (!print) return { state: 'none', failure: null, pairs: [] };
    const pairs = await this.db.read(FilmLikeness).find({ where: { fileId }, order: { isIdentical: 'DESC', share: 'DESC' } });
    return { state: print.error === null ? 'compared' : 'failed', failure: print.error, pairs };
  }

  find(likenessId: string): Promise<FilmLikeness | null> {
    return this.db.row(FilmLikeness, likenessId);
  }

  pastFilms(ids: string[]): Promise<PastFilm[]> {
    return this.db.read(PastFilm).findBy({ id: In(ids) });
  }

  /** Keeps a fingerprint, the newest instead of an earlier one. */
  async keep({ id, workId, isPast }: Compared, { print, sound }: Print, error: string | null): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.write(FilmPrint).delete({ fileId: id });
      await this.db.write(FilmPrint).insert({ id: newId(), fileId: id, workId, isPast, print, sound, error, takenAt: this.clock.now() });
    });
  }

  /**
   * Compares a film whose fingerprint is kept with the films of all other works, whichever call they are of. Of two
   * films that arrive together each is kept before it is compared, so at least one of them meets the other.
   */
  async compareWithAll(film: Compared, print: Print): Promise<number> {
    const same = new Map((await this.identicalTo(film)).map((other) => [other.id, other]));
    let found = 0;
    for (let after = ''; ; ) {
      const past = film.isPast ? { isPast: false } : {}; // films of earlier years are not judged among themselves
      const others = await this.db.read(FilmPrint).find({ where: { ...past, workId: Not(film.workId), id: MoreThan(after) }, order: { id: 'ASC' }, take: PAGE });
      for (const other of others) {
        const alike = compareFilms(print, other);
        if (alike) await this.record(film, { id: other.fileId, workId: other.workId }, alike, same.delete(other.fileId));
        if (alike) found += 1;
        await breathe(); // requests are answered in between
      }
      if (others.length < PAGE) break;
      after = others.at(-1)?.id ?? '';
    }
    for (const other of same.values()) await this.record(film, other, wholly(film), true);
    return found + same.size;
  }

  /** The same file in another work, whether or not there is anything to be recognised in its pictures. */
  private async identicalTo({ workId, sha256, isPast }: Compared): Promise<Side[]> {
    const stored = await this.db.read(StoredFile).find({ where: { sha256, purpose: 'film', workId: Not(workId) }, select: { id: true, workId: true } });
    const past = isPast ? [] : await this.db.read(PastFilm).find({ where: { sha256 }, select: { id: true } });
    return [...stored, ...past.map(({ id }) => ({ id, workId: id }))];
  }

  private async record(film: Side, other: Side, alike: FilmsAlike, isIdentical: boolean): Promise<void> {
    const sides = [{ film, other, alike }, { film: other, other: film, alike: turnedAround(alike) }];
    await this.db.transaction(async () => {
      const pair = { fileId: In([film.id, other.id]), otherFileId: In([film.id, other.id]) };
      const known = await this.db.read(FilmLikeness).findBy(pair);
      await this.db.write(FilmLikeness).delete(pair);
      for (const side of sides) {
        const { share, isMirrored, stretches, sounds } = side.alike;
        const id = known.find(({ fileId }) => fileId === side.film.id)?.id ?? newId(); // addresses of an open comparison stay good
        const row = { id, fileId: side.film.id, otherFileId: side.other.id, otherWorkId: side.other.workId, share: Math.round(share * 1000), isMirrored, isIdentical, stretches, sounds };
        await this.db.write(FilmLikeness).insert(row).catch((error: unknown) => {
          if (!isDuplicate(error)) throw error; // the other film's job was faster with the same pair
        });
      }
    });
  }
}

function wholly({ durationMs }: Compared): FilmsAlike {
  return { share: 1, isMirrored: false, stretches: durationMs ? [{ fromMs: 0, toMs: durationMs, otherFromMs: 0 }] : [], sounds: [] };
}
