import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { CONFIG, ConfigError, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { Leaving } from '../../platform/http/leaving.js';
import { Storage } from '../../platform/storage.js';
import { Campaign } from '../campaign/campaign.entity.js';
import { Tools } from '../inspection/tools.js';

const ANSWER_MS = 1_000;

interface Part {
  ok: boolean;
  note: string;
}

export interface Readiness {
  ready: boolean;
  /** It has been told to stop and answers those who are here. */
  leaving: boolean;
  mode: 'demonstration' | 'production';
  parts: Record<'database' | 'storage' | 'ffmpeg', Part>;
}

/** Whether the server can do its work, part by part. */
@Injectable()
export class Health {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly tools: Tools,
    @Inject(CONFIG) private readonly config: Config,
    private readonly leaving: Leaving = new Leaving(),
  ) {}

  async answer(response: Response): Promise<Readiness> {
    const readiness = await this.check();
    response.status(readiness.ready ? 200 : 503);
    return readiness;
  }

  async check(): Promise<Readiness> {
    const parts = {
      database: await part(() => inTime(this.countCampaigns())),
      storage: await part(async () => this.freeDisk()),
      ffmpeg: await part(() => this.tools.describe()),
    };
    const leaving = this.leaving.isLeaving;
    return { ready: !leaving && Object.values(parts).every(({ ok }) => ok), leaving, mode: this.config.isDemonstration ? 'demonstration' : 'production', parts };
  }

  /** Production does not start on a machine that lacks what it needs; the demonstration goes on, and what it lacks is answered. */
  async refuseUnfit(): Promise<string[]> {
    const { parts } = await this.check();
    const lacking = Object.entries(parts).filter(([, { ok }]) => !ok).map(([name, { note }]) => `${name}: ${note}.`);
    if (lacking.length > 0 && !this.config.isDemonstration) throw new ConfigError(lacking);
    const note = await this.tools.note().catch(() => null);
    return note === null ? lacking : [...lacking, `ffmpeg: ${parts.ffmpeg.note}; install ffmpeg 5 or newer.`];
  }

  private async countCampaigns(): Promise<string> {
    return `${await this.db.read(Campaign).count()} campaigns`;
  }

  private async freeDisk(): Promise<string> {
    const { free } = await this.storage.free();
    const megabytes = Math.floor(free / 1024 ** 2);
    if (megabytes < this.config.KEPU_MIN_FREE_MB) throw new Error(`only ${megabytes} MB free`);
    return `${megabytes} MB free`;
  }
}

async function part(check: () => Promise<string>): Promise<Part> {
  try {
    return { ok: true, note: await check() };
  } catch (error) {
    return { ok: false, note: error instanceof Error ? error.message : String(error) };
  }
}

/** Whoever asks for health waits for an answer, not for what is ill. */
async function inTime(check: Promise<string>): Promise<string> {
  const over = new AbortController();
  const late = wait(ANSWER_MS, undefined, { signal: over.signal }).then(() => Promise.reject(new Error(`no answer within ${ANSWER_MS / 1000} s`)));
  late.catch(() => undefined);
  return Promise.race([check, late]).finally(() => over.abort());
}
