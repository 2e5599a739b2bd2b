import { Entity, Index } from 'typeorm';
import { At, Blob, Flag, Id, Int, Json, LongText, Ref } from '../../platform/columns.js';
import type { LikeStretch } from './compare-fingerprints.js';

/** The fingerprint of one film, kept for as long as the film: works of later calls are compared with it. */
@Entity('film_print')
@Index('ux_print_file', ['fileId'], { unique: true })
export class FilmPrint {
  @Id() id: string;
  @Ref() fileId: string;
  @Ref() workId: string;
  /** 18 bytes per second that has a shape; empty where the tool failed. */
  @Blob() print: Buffer;
  /** Why there is none. */
  @LongText({ nullable: true }) error: string | null;
  @At() takenAt: number;
}

/** Two films of two works that look alike, once from each side. */
@Entity('film_likeness')
@Index('ux_likeness_pair', ['fileId', 'otherFileId'], { unique: true })
export class FilmLikeness {
  @Id() id: string;
  @Ref() fileId: string;
  @Ref() otherFileId: string;
  @Ref() otherWorkId: string;
  /** Of the shorter film, in thousandths. */
  @Int() share: number;
  @Flag() isMirrored: boolean;
  @Json() stretches: LikeStretch[];
}
