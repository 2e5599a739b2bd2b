import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '@kepu/shared/time';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Refusal } from '../refusal.js';

/**
 * account: calls of a signed-in person · pieces: their parts of uploads and of films, of which one film is
 * hundreds · address: calls of whoever is not signed in; a whole office, or a carrier's network, is one address.
 */
export type Counted = 'account' | 'pieces' | 'address';

interface Window {
  count: number;
  endsAt: Instant;
}

const WINDOW_MS = 60_000;
const PIECES_TO_A_CALL = 5;
/** Whom one server remembers of each kind: some megabytes at most. The oldest window makes room. */
const MOST_SUBJECTS = 50_000;

/**
 * How many requests anybody may send in a minute, whatever they ask. In memory, because it only keeps one
 * caller from taking the server from the others; what must survive a restart is in `Throttle`.
 */
@Injectable()
export class RequestRate {
  private readonly times: Record<Counted, number>;
  private readonly windows: Record<Counted, Map<string, Window>> = { account: new Map(), pieces: new Map(), address: new Map() };

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) config: Pick<Config, 'KEPU_REQUESTS_PER_ACCOUNT' | 'KEPU_REQUESTS_PER_ADDRESS'>,
  ) {
    const account = config.KEPU_REQUESTS_PER_ACCOUNT;
    this.times = { account, pieces: account * PIECES_TO_A_CALL, address: config.KEPU_REQUESTS_PER_ADDRESS };
  }

  /** Counts one request, or refuses it and says for how long. */
  count(counted: Counted, subject: string): void {
    const now = this.clock.now();
    const window = this.windowOf(this.windows[counted], subject, now);
    window.count += 1;
    if (window.count > this.times[counted]) throw new Refusal({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: Math.ceil((window.endsAt - now) / 1000) });
  }

  countAddress(address: string | undefined): void {
    this.count('address', networkOf(address ?? ''));
  }

  /** How many callers are remembered. */
  get size(): number {
    return Object.values(this.windows).reduce((sum, windows) => sum + windows.size, 0);
  }

  private windowOf(windows: Map<string, Window>, subject: string, now: Instant): Window {
    const open = windows.get(subject);
    if (open && open.endsAt > now) return open;
    windows.delete(subject);
    forget(windows, now);
    const fresh = { count: 0, endsAt: now + WINDOW_MS };
    windows.set(subject, fresh);
    return fresh;
  }
}

/** All windows are equally long, so they end in the order they were put in: what has ended stands in front. */
function forget(windows: Map<string, Window>, now: Instant): void {
  for (const [subject, { endsAt }] of windows) {
    if (endsAt > now && windows.size < MOST_SUBJECTS) return;
    windows.delete(subject);
  }
}

/** Of IPv6 the first half: the other half is the subscriber's own to change with every request. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/u, '');
  if (!plain.includes(':')) return plain;
  const [beforeZeros = ''] = plain.split('::');
  return beforeZeros.split(':').slice(0, 4).join(':');
}
