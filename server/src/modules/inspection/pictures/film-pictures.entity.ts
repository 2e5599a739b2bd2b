import type { JudgingState, SpriteLayout } from '@kepu/shared/contracts/work';
import { Entity } from 'typeorm';
import { Flag, Id, Json, Words } from '../../../platform/columns.js';

/** What has been drawn from one film so far. What could not be drawn is simply not there. */
@Entity('film_pictures')
export class FilmPictures {
  /** The same id as the film's file. */
  @Id() id: string;
  @Flag() hasPoster: boolean;
  /** Moments there is a still of, in milliseconds. */
  @Json() stills: number[];
  @Json({ nullable: true }) sprite: SpriteLayout | null;
  /** waiting: not made yet · none: this machine has no encoder, or the film cannot be turned into one. */
  @Words(8) preview: 'waiting' | 'ready' | 'none';
  /** Peaks of the sound; empty: the film has no sound track. null: not measured. */
  @Json({ nullable: true }) waveform: number[] | null;
  @Words(8, { default: 'unasked' }) judging: JudgingState;
}
