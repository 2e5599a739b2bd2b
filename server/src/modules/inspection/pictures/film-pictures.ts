import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database.js';
import { FilmPictures } from './film-pictures.entity.js';

/** Part of a film's pictures, as the end of its address: `poster`, `sprite`, `preview`, `judging`, `still-83500`. */
export type PicturePart = 'poster' | 'sprite' | Copy | `still-${number}`;

/** The parts that are films themselves. */
type Copy = 'preview' | 'judging';

export const isCopy = (part: PicturePart): part is Copy => part === 'preview' || part === 'judging';

/** Where a part is stored: beside the film it was made of. */
export function pictureKey(filmKey: string, part: PicturePart): string {
  return `${filmKey}.${part}${isCopy(part) ? '.mp4' : '.jpg'}`;
}

/** Reads what stands at the end of an address; null for anything else. */
export function readPart(text: string): PicturePart | null {
  if (text === 'poster' || text === 'sprite' || text === 'preview' || text === 'judging') return text;
  const still = /^still-(\d{1,9})$/u.exec(text);
  return still ? `still-${Number(still[1])}` : null;
}

/** Which pictures of which films there are. */
@Injectable()
export class Pictures {
  constructor(private readonly db: Database) {}

  find(fileId: string): Promise<FilmPictures | null> {
    return this.db.read(FilmPictures).findOneBy({ id: fileId });
  }

  /** Those of the films that have a poster. */
  async withPoster(fileIds: readonly string[]): Promise<Set<string>> {
    if (fileIds.length === 0) return new Set();
    const rows = await this.db.read(FilmPictures).find({ where: { id: In([...fileIds]), hasPoster: true }, select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  }

  /** The row of a film, made when there is none. */
  async open(fileId: string): Promise<FilmPictures> {
    const known = await this.find(fileId);
    if (known) return known;
    const row: FilmPictures = { id: fileId, hasPoster: false, stills: [], sprite: null, preview: 'waiting', waveform: null, judging: 'unasked' };
    await this.db.transaction(() => this.db.write(FilmPictures).insert(row));
    return row;
  }

  async note(fileId: string, change: Partial<Omit<FilmPictures, 'id'>>): Promise<void> {
    await this.db.transaction(() => this.db.write(FilmPictures).update({ id: fileId }, change));
  }
}
