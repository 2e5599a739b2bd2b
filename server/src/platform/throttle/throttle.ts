import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../clock.js';
import { Database, isDuplicate } from '../database.js';
import { ThrottleRow } from './throttle.entity.js';

export interface Limit {
  /** What is counted: `login-failure`, `sms-to-phone`. */
  name: string;
  times: number;
  withinMs: number;
}

/** Limits on what may be tried how often, by phone, account or address. They survive a restart. */
@Injectable()
export class Throttle {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Seconds until the limit lets another try through; 0 if it does now. Counts nothing. */
  async waitSeconds(limit: Limit, subject: string): Promise<number> {
    const row = await this.db.read(ThrottleRow).findOneBy({ key: keyOf(limit, subject) });
    const now = this.clock.now();
    return row && row.windowEndsAt > now && row.count >= limit.times ? Math.ceil((row.windowEndsAt - now) / 1000) : 0;
  }

  /** Counts one try. */
  async count(limit: Limit, subject: string): Promise<void> {
    const key = keyOf(limit, subject);
    const now = this.clock.now();
    await this.db.transaction(async () => {
      const rows = this.db.write(ThrottleRow);
      await rows.delete({ key, windowEndsAt: LessThan(now + 1) });
      const { affected } = await rows.increment({ key }, 'count', 1);
      if (affected === 1) return;
      await rows.insert({ key, count: 1, windowEndsAt: now + limit.withinMs }).catch(async (error: unknown) => {
        if (!isDuplicate(error)) throw error;
        await rows.increment({ key }, 'count', 1);
      });
    });
  }

  async forgive(limit: Limit, subject: string): Promise<void> {
    await this.db.transaction(() => this.db.write(ThrottleRow).delete({ key: keyOf(limit, subject) }));
  }

  async sweep(): Promise<void> {
    await this.db.transaction(() => this.db.write(ThrottleRow).delete({ windowEndsAt: LessThan(this.clock.now()) }));
  }
}

/** Subjects are hashed: phone numbers and addresses do not lie around in this table. */
function keyOf(limit: Limit, subject: string): string {
  return `${limit.name}:${createHash('sha256').update(subject).digest('hex').slice(0, 40)}`;
}
