import { Entity, Index } from 'typeorm';
import { At, Blob, Flag, Id, Int, Json, LongText, Ref, Words } from '../../platform/columns.js';
import type { LikeStretch } from './stretch.js';

/** The fingerprint of one film, kept for as long as the film: works of later calls are compared with it. */
@Entity('film_print')
@Index('ux_print_file', ['fileId'], { unique: true })
export class FilmPrint {
  @Id() id: string;
  /** A stored film; of a past film its own id. */
  @Ref() fileId: string;
  /** The work it belongs to; of a past film its own id. */
  @Ref() workId: string;
  @Flag({ default: false }) isPast: boolean;
  /** 18 bytes per second that has a shape; empty where the tool failed. */
  @Blob() print: Buffer;
  /** 4 bytes for about an eighth of a second each; empty where nothing could be heard, null where nobody listened. */
  @Blob({ nullable: true }) sound: Buffer | null;
  /** Why there are no pictures to compare. */
  @LongText({ nullable: true }) error: string | null;
  @At() takenAt: number;
}

/** Two films of two works that look or sound alike, once from each side. */
@Entity('film_likeness')
@Index('ux_likeness_pair', ['fileId', 'otherFileId'], { unique: true })
export class FilmLikeness {
  @Id() id: string;
  @Ref() fileId: string;
  @Ref() otherFileId: string;
  @Ref() otherWorkId: string;
  /** Of the shorter film, in thousandths; 0 where only the sound is alike. */
  @Int() share: number;
  @Flag() isMirrored: boolean;
  /** The same file, byte by byte. */
  @Flag({ default: false }) isIdentical: boolean;
  @Json() stretches: LikeStretch[];
  /** Where the sound is the same. */
  @Json({ nullable: true }) sounds: LikeStretch[] | null;
}

/** A film of an earlier year that was never in this system: its fingerprint is kept, the film is not. */
@Entity('past_film')
@Index('ux_past_film_sha', ['sha256'], { unique: true })
export class PastFilm {
  @Id() id: string;
  @Words(200) title: string;
  @Words(120) unitName: string;
  @Int() year: number;
  @Words(255) fileName: string;
  @Words(64) sha256: string;
  @Int({ nullable: true }) durationMs: number | null;
  @At() addedAt: number;
  /** null: it was interrupted, and is done again. */
  @At({ nullable: true }) comparedAt: number | null;
}
