import { hostname } from 'node:os';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database.js';
import { LOG, trace, type Log } from '../log.js';
import { JOB_ENDING, JOB_HANDLER } from './job.decorator.js';
import type { Job } from './job.entity.js';
import { JOBS, type JobName, type Lane } from './job-names.js';
import { Jobs } from './jobs.js';

type Handler = (payload: unknown, job: Job) => Promise<void>;
type Ending = (payload: unknown, error: unknown) => Promise<void>;

const POLL_MS = 1_000;
const RENEW_MS = 10_000;
/** So long after the stop was told a job may go on. */
const STOP_MS = 3_000;
const LIGHT_PLACES = 4;
const MACHINE = hostname().slice(0, 60);

/** The places of a machine for work of a lane, shared by all its processes. */
const placesNamed = (lane: Lane, many: number): string[] => Array.from({ length: many }, (_, i) => `${MACHINE}/${lane}/${i + 1}`);

/** Runs due jobs until it is stopped: few heavy ones, more light ones, each exactly one at a time. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private readonly handlers = new Map<JobName, Handler>();
  private readonly endings = new Map<JobName, Ending>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly busy: Record<Lane, number> = { heavy: 0, light: 0, spare: 0, paper: 0 };
  private timer: NodeJS.Timeout | null = null;
  private unsubscribe: () => void = () => undefined;
  private stopping = false;
  private toldAt = 0;

  constructor(
    private readonly jobs: Jobs,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Stops the start when a job has no handler or two: nothing may wait for ever in silence. */
  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const call = (payload: unknown, more: unknown) => (instance as Record<string, Ending>)[method]?.(payload, more) ?? Promise.resolve();
        const given = this.reflector.get<JobName | undefined>(JOB_ENDING, prototype[method] as () => unknown);
        if (given) this.endings.set(given, call);
        const name = this.reflector.get<JobName | undefined>(JOB_HANDLER, prototype[method] as () => unknown);
        if (!name) continue;
        if (this.handlers.has(name)) throw new Error(`two methods handle the job ${name}`);
        this.handlers.set(name, call);
      }
    }
    const missing = (Object.keys(JOBS) as JobName[]).filter((name) => !this.handlers.has(name));
    if (missing.length > 0) throw new Error(`nothing handles the jobs ${missing.join(', ')}`);
  }

  async start(): Promise<void> {
    this.stopping = false;
    await this.schedule();
    this.unsubscribe = this.jobs.onWake(() => this.look());
    this.timer = setInterval(() => this.look(), POLL_MS);
    this.timer.unref();
    this.look();
  }

  /** Told first of all: while people are still answered, nothing new is begun, and what runs may end. */
  onModuleDestroy(): void {
    this.stopping = true;
    this.toldAt = Date.now();
    this.unsubscribe();
    if (this.timer) clearInterval(this.timer);
  }

  async onApplicationShutdown(): Promise<void> {
    const ids = [...this.running.keys()];
    const left = Math.max(200, this.toldAt + STOP_MS - Date.now());
    await Promise.race([Promise.allSettled(this.running.values()), new Promise((resolve) => setTimeout(resolve, left).unref())]);
    await this.jobs.release(ids.filter((id) => this.running.has(id)));
  }

  /** Does everything that is due now and returns when nothing is left: for tests and the command line. Spare work only when asked for. */
  async drain(lanes: readonly Lane[] = ['light', 'heavy', 'paper']): Promise<void> {
    for (const lane of lanes) {
      for (let job = await this.jobs.claim(lane); job; job = await this.jobs.claim(lane)) await this.run(job);
    }
  }

  private look(): void {
    void this.fill('light');
    void this.fill('paper');
    void this.fill('heavy').then(() => this.fill('spare'));
  }

  private async fill(lane: Lane): Promise<void> {
    while (!this.stopping && this.busy[lane] < this.placesOf(lane)) {
      this.busy[lane] += 1;
      const job = await this.claim(lane).catch((error: unknown) => {
        this.log.error({ err: error }, 'could not look for jobs');
        return null;
      });
      if (!job || this.stopping) {
        this.busy[lane] -= 1;
        if (job) await this.jobs.release([job.id]).catch(() => undefined); // else its lease runs out
        return;
      }
      const work = this.run(job).finally(() => {
        this.running.delete(job.id);
        this.busy[lane] -= 1;
        void this.fill(lane);
      });
      this.running.set(job.id, work);
    }
  }

  /** Few places beside the light ones, counted over all processes of this machine: a server and a worker on it do not decode two films at once. */
  private async claim(lane: Lane): Promise<Job | null> {
    if (lane === 'light') return this.jobs.claim(lane);
    if (lane === 'spare' && !(await this.jobs.areFree(placesNamed('heavy', this.config.KEPU_INSPECTIONS)))) return null;
    return this.jobs.claim(lane, placesNamed(lane, this.placesOf(lane)));
  }

  private placesOf(lane: Lane): number {
    if (lane === 'light') return LIGHT_PLACES;
    if (lane === 'paper') return Math.min(1, this.config.KEPU_INSPECTIONS);
    if (lane === 'heavy') return this.config.KEPU_INSPECTIONS;
    return this.busy.heavy > 0 ? 0 : Math.min(1, this.config.KEPU_INSPECTIONS);
  }

  private run(job: Job): Promise<void> {
    return trace.run({ requestId: `job-${job.id}`, job: job.name }, async () => {
      const renewal = setInterval(() => void this.jobs.renew(job.id).catch((error: unknown) => this.log.warn({ err: error }, 'could not renew a lease')), RENEW_MS);
      try {
        if (job.attempts > JOBS[job.name].attempts) throw new Error('the process that did it died in every attempt');
        const handler = this.handlers.get(job.name);
        if (!handler) throw new Error(`no handler for ${job.name}`);
        await handler(job.payload, job);
        await this.jobs.finish(job);
        await this.again(job.name);
      } catch (error) {
        if (job.attempts >= JOBS[job.name].attempts) await this.end(job, error);
        const givenUp = await this.jobs.fail(job, error instanceof Error ? (error.stack ?? error.message) : String(error));
        this.log[givenUp ? 'error' : 'warn']({ err: error, attempt: job.attempts }, givenUp ? 'a job was given up' : 'a job failed and will be tried again');
        if (givenUp) await this.again(job.name);
      } finally {
        clearInterval(renewal);
      }
    });
  }

  private async end(job: Job, error: unknown): Promise<void> {
    try {
      await this.endings.get(job.name)?.(job.payload, error);
    } catch (problem) {
      this.log.error({ err: problem }, 'the end of a job could not be told');
    }
  }

  private async schedule(): Promise<void> {
    for (const name of Object.keys(JOBS) as JobName[]) await this.again(name);
  }

  private async again(name: JobName): Promise<void> {
    const plan = JOBS[name];
    if (!('everyMinutes' in plan)) return;
    const runAt = this.clock.now() + plan.everyMinutes * 60_000;
    await this.db.transaction(() => this.jobs.add(name, {}, { uniqueKey: `every:${name}`, runAt }));
  }
}
