import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThan, type FindOptionsWhere } from 'typeorm';
import { Clock } from '../clock.js';
import { Database, isDuplicate } from '../database.js';
import { newId } from '../ids.js';
import { HandlesJob } from './job.decorator.js';
import { Job } from './job.entity.js';
import { firstOf, JOBS, type JobName, type JobPayloads, type Lane } from './job-names.js';

const LEASE_MS = 30_000;
const HOUR_MS = 3_600_000;
/** Most waiting jobs among which it is asked whose turn it is. */
const LOOKED_AT = 100;
const KEEP_DONE_MS = 14 * 24 * HOUR_MS;

const TAKEN = Symbol('taken');

/** The queue: rows are the truth, a wake-up only saves waiting. */
@Injectable()
export class Jobs {
  private readonly wakers = new Set<() => void>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a job inside the open transaction; it is done if, and only if, the transaction is committed. False: one with
   * this key waits or runs already, and nothing was added. `evenIfRunning`: only one that waits is enough, because one
   * that runs may have read what was before this transaction.
   */
  async add<N extends JobName>(name: N, payload: JobPayloads[N], options: { uniqueKey?: string; runAt?: number; ownerId?: string; evenIfRunning?: boolean } = {}): Promise<boolean> {
    const { runAt = this.clock.now(), ownerId = null, evenIfRunning = false } = options;
    const uniqueKey = options.uniqueKey === undefined ? null : await this.freeKey(options.uniqueKey, evenIfRunning);
    if (uniqueKey === TAKEN) return false;
    const row = {
      id: newId(), name, lane: JOBS[name].lane, payload, state: 'ready' as const, runAt, leaseUntil: null,
      attempts: 0, uniqueKey, ownerId, place: null, startedAt: null, lastError: null, createdAt: this.clock.now(), finishedAt: null,
    };
    try {
      await this.db.write(Job).insert(row);
    } catch (error) {
      if (uniqueKey !== null && isDuplicate(error)) return false; // another process added it a moment ago
      throw error;
    }
    if (runAt <= this.clock.now()) this.db.afterCommit(() => this.wake());
    return true;
  }

  /** The key itself, or the next one where a job of that key runs already and another one is wanted behind it. */
  private async freeKey(wanted: string, evenIfRunning: boolean): Promise<string | typeof TAKEN> {
    for (let key = wanted; ; key += '+') {
      if (!(await this.db.read(Job).existsBy({ uniqueKey: key }))) return key;
      // Touched, not only read: a worker that is about to take it waits until this transaction is committed, and reads what it wrote.
      if (!evenIfRunning || (await this.db.write(Job).update({ uniqueKey: key, state: 'ready' }, { uniqueKey: key })).affected === 1) return TAKEN;
    }
  }

  /** Takes a job that has not begun out of the queue again, inside the open transaction. */
  async withdraw(uniqueKey: string): Promise<void> {
    await this.db.write(Job).delete({ uniqueKey, state: 'ready' });
  }

  onWake(waker: () => void): () => void {
    this.wakers.add(waker);
    return () => this.wakers.delete(waker);
  }

  /**
   * Claims the next due job of a lane. Owners with the fewest jobs started in the last hour come first, then the oldest
   * job. `places` are the slots this machine has for the lane, shared by all its processes. Null if none is due or no slot is free.
   */
  async claim(lane: Lane, places: readonly string[] | null = null): Promise<Job | null> {
    const place = places === null ? null : await this.freePlace(places);
    if (place === undefined) return null;
    const first = firstOf(lane);
    return (first.length > 0 ? await this.claimAmong({ lane, name: In(first) }, place) : null) ?? this.claimAmong({ lane }, place);
  }

  /** Whether nothing runs in these places, in any process. */
  async areFree(places: readonly string[]): Promise<boolean> {
    return !(await this.db.read(Job).existsBy({ place: In([...places]), leaseUntil: MoreThan(this.clock.now()) }));
  }

  private async freePlace(places: readonly string[]): Promise<string | undefined> {
    const taken = await this.db.read(Job).find({ where: { place: In([...places]) }, select: { id: true, place: true, leaseUntil: true } });
    const left = taken.filter(({ leaseUntil }) => (leaseUntil ?? 0) <= this.clock.now());
    // Whoever worked there died: the job waits to be taken up again, the place need not.
    for (const { id, leaseUntil } of left) await this.db.transaction(() => this.db.write(Job).update({ id, leaseUntil: leaseUntil ?? IsNull() }, { place: null }));
    return places.find((place) => !taken.some((job) => job.place === place && !left.includes(job)));
  }

  private async claimAmong(which: FindOptionsWhere<Job>, place: string | null): Promise<Job | null> {
    const now = this.clock.now();
    const due: FindOptionsWhere<Job>[] = [
      { ...which, state: 'ready', runAt: LessThanOrEqual(now) },
      { ...which, state: 'running', leaseUntil: LessThanOrEqual(now) },
    ];
    const waiting = await this.db.read(Job).find({ where: due, order: { runAt: 'ASC', id: 'ASC' }, take: LOOKED_AT });
    for (const job of await this.byTurn(waiting, now)) {
      const taken = await this.take(job, place, now);
      if (taken === 'no place') return null;
      if (taken) return { ...job, place, attempts: job.attempts + 1 };
    }
    return null;
  }

  /** False: another worker was faster with the job. */
  private async take(job: Job, place: string | null, now: number): Promise<boolean | 'no place'> {
    try {
      const { affected } = await this.db.transaction(() =>
        this.db.write(Job).update(
          { id: job.id, state: job.state, leaseUntil: job.leaseUntil ?? IsNull() },
          { state: 'running', leaseUntil: now + LEASE_MS, startedAt: now, attempts: job.attempts + 1, place },
        ),
      );
      return affected === 1;
    } catch (error) {
      if (isDuplicate(error)) return 'no place'; // another process of this machine was faster with it
      throw error;
    }
  }

  /** Whoever had fewer jobs begun in this hour comes first: a person with ten films does not keep nine others waiting. */
  private async byTurn(waiting: Job[], now: number): Promise<Job[]> {
    const owners = new Set(waiting.flatMap(({ ownerId }) => ownerId ?? []));
    const first = waiting[0];
    if (!first || owners.size < 2) return waiting;
    const begun = await this.db.read(Job).find({ where: { lane: first.lane, ownerId: In([...owners]), startedAt: MoreThan(now - HOUR_MS) }, select: { id: true, ownerId: true } });
    const served = (job: Job) => begun.filter(({ ownerId }) => ownerId !== null && ownerId === job.ownerId).length;
    return waiting.map((job) => ({ job, served: served(job) })).sort((a, b) => a.served - b.served).map(({ job }) => job);
  }

  /** What was done long ago is not kept. */
  @HandlesJob('job.sweep')
  async sweep(): Promise<void> {
    await this.db.transaction(() => this.db.write(Job).delete({ state: 'done', finishedAt: LessThanOrEqual(this.clock.now() - KEEP_DONE_MS) }));
  }

  async renew(id: string): Promise<void> {
    await this.db.transaction(() => this.db.write(Job).update({ id, state: 'running' }, { leaseUntil: this.clock.now() + LEASE_MS }));
  }

  /** Called inside the transaction that writes the job's result, or on its own. */
  async finish(job: Pick<Job, 'id'>): Promise<void> {
    await this.db.transaction(() => this.db.write(Job).update({ id: job.id }, { state: 'done', leaseUntil: null, place: null, uniqueKey: null, finishedAt: this.clock.now() }));
  }

  /** Puts the job back for later, or gives it up when its attempts are used. Returns whether it was given up. */
  async fail(job: Job, error: string): Promise<boolean> {
    const givenUp = job.attempts >= JOBS[job.name].attempts;
    const now = this.clock.now();
    await this.db.transaction(() =>
      this.db.write(Job).update(
        { id: job.id },
        givenUp
          ? { state: 'failed', leaseUntil: null, place: null, uniqueKey: null, lastError: error, finishedAt: now }
          : { state: 'ready', leaseUntil: null, place: null, lastError: error, runAt: now + 2_000 * 4 ** (job.attempts - 1) },
      ),
    );
    return givenUp;
  }

  /** What a clean stop gives back at once instead of waiting for the lease to run out; it was no failed attempt. */
  async release(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.db.transaction(() => this.db.write(Job).update({ id: In(ids), state: 'running' }, { state: 'ready', leaseUntil: null, place: null, attempts: () => 'attempts - 1' }));
  }

  private wake(): void {
    for (const waker of this.wakers) waker();
  }
}
