import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database, isDuplicate } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import type { StoredFile } from '../upload/file.entity.js';
import { compareFingerprints, turnedAround, type Likeness } from './compare-fingerprints.js';
import { FilmLikeness, FilmPrint } from './likeness.entity.js';

const PAGE = 50;

export interface FilmLikenesses {
  /** none: not compared yet · failed: could not be. */
  state: 'none' | 'failed' | 'compared';
  /** Why they could not be compared. */
  failure: string | null;
  pairs: FilmLikeness[];
}

/** Fingerprints of films as rows, and which films look alike. */
@Injectable()
export class Likenesses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async of(fileId: string): Promise<FilmLikenesses> {
    const print = await this.db.read(FilmPrint).findOne({ where: { fileId }, select: { id: true, error: true } });
    if (!print) return { state: 'none', failure: null, pairs: [] };
    if (print.error !== null) return { state: 'failed', failure: print.error, pairs: [] };
    return { state: 'compared', failure: null, pairs: await this.db.read(FilmLikeness).find({ where: { fileId }, order: { share: 'DESC' } }) };
  }

  /** Keeps a fingerprint, the newest instead of an earlier one. */
  async keep(file: Pick<StoredFile, 'id' | 'workId'>, print: Buffer, error: string | null): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.write(FilmPrint).delete({ fileId: file.id });
      await this.db.write(FilmPrint).insert({ id: newId(), fileId: file.id, workId: file.workId, print, error, takenAt: this.clock.now() });
    });
  }

  /**
   * Compares a film whose fingerprint is kept with the films of all other works. Of two films that arrive together
   * each is kept before it is compared, so at least one of them meets the other.
   */
  async compareWithAll(file: Pick<StoredFile, 'id' | 'workId'>, print: Buffer): Promise<number> {
    let found = 0;
    for (let after = ''; ; ) {
      const others = await this.db.read(FilmPrint).find({ where: { workId: Not(file.workId), id: MoreThan(after) }, order: { id: 'ASC' }, take: PAGE });
      for (const other of others) {
        const likeness = compareFingerprints(print, other.print);
        if (likeness) await this.record(file, { id: other.fileId, workId: other.workId }, likeness);
        if (likeness) found += 1;
        await breathe(); // requests are answered in between
      }
      if (others.length < PAGE) return found;
      after = others.at(-1)?.id ?? '';
    }
  }

  private async record(file: Pick<StoredFile, 'id' | 'workId'>, other: Pick<StoredFile, 'id' | 'workId'>, likeness: Likeness): Promise<void> {
    const sides = [{ file, other, likeness }, { file: other, other: file, likeness: turnedAround(likeness) }];
    await this.db.transaction(async () => {
      const ids = [file.id, other.id];
      await this.db.write(FilmLikeness).delete({ fileId: In(ids), otherFileId: In(ids) });
      for (const side of sides) {
        const { share, isMirrored, stretches } = side.likeness;
        const row = { id: newId(), fileId: side.file.id, otherFileId: side.other.id, otherWorkId: side.other.workId, share: Math.round(share * 1000), isMirrored, stretches };
        await this.db.write(FilmLikeness).insert(row).catch((error: unknown) => {
          if (!isDuplicate(error)) throw error; // the other film's job was faster with the same pair
        });
      }
    });
  }
}
