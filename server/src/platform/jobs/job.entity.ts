import { Entity, Index } from 'typeorm';
import { At, Id, Int, Json, LongText, Ref, Words } from '../columns.js';
import type { JobName } from './job-names.js';

export type JobState = 'ready' | 'running' | 'done' | 'failed';

/** One piece of background work, inserted in the transaction that makes it necessary. */
@Entity('job')
@Index('ix_job_due', ['lane', 'state', 'runAt'])
@Index('ix_job_turn', ['lane', 'ownerId', 'startedAt'])
@Index('ux_job_place', ['place'], { unique: true })
@Index('ux_job_unique', ['uniqueKey'], { unique: true })
export class Job {
  @Id() id: string;
  @Words(40) name: JobName;
  @Words(8) lane: string;
  @Json() payload: Record<string, unknown>;
  @Words(8) state: JobState;
  @At() runAt: number;
  /** A worker that dies loses its lease, and the job is taken up by the next. */
  @At({ nullable: true }) leaseUntil: number | null;
  @Int({ default: 0 }) attempts: number;
  /** At most one unfinished job with this key. */
  @Words(80, { nullable: true }) uniqueKey: string | null;
  /** Whose work it is: of several people who wait, it is the turn of who was served least. */
  @Ref({ nullable: true }) ownerId: string | null;
  /** Where it runs, as one of the few places a machine has for work of its lane: no two jobs are in one. */
  @Words(100, { nullable: true }) place: string | null;
  /** When it was last begun. */
  @At({ nullable: true }) startedAt: number | null;
  @LongText({ nullable: true }) lastError: string | null;
  @At() createdAt: number;
  @At({ nullable: true }) finishedAt: number | null;
}
