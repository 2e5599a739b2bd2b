import { Injectable } from '@nestjs/common';
import type { MediaLinkReply } from '@kepu/shared/contracts/work';
import { AccessGuard } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/refusal.js';
import { Secrets } from '../../platform/secrets.js';
import { RequestRate } from '../../platform/throttle/request-rate.js';
import { Sessions } from '../account/sessions.js';

const LINK_MS = 20 * 60_000;

/** What a signed link opens. */
export interface Target {
  kind: 'file' | 'form';
  id: string;
}

/**
 * Addresses for players and viewers, which cannot send a token. Each is signed, lives for twenty minutes,
 * and is bound to the session of who asked: when that session ends or loses the right, the link is dead.
 */
@Injectable()
export class MediaLinks {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly guard: AccessGuard,
    private readonly rate: RequestRate,
  ) {}

  make(actor: Actor, target: Target): MediaLinkReply {
    const expiresAt = this.clock.now() + LINK_MS;
    const query = new URLSearchParams({ s: actor.sessionId, e: String(expiresAt), k: this.signature(target, actor.sessionId, expiresAt) });
    return { url: `/media/${target.kind}/${target.id}?${query.toString()}`, expiresAt };
  }

  /** The viewer of a link, or a refusal: forged, expired, session ended, right lost. */
  async admit(target: Target, query: Record<string, unknown>): Promise<Actor> {
    const [session, expiry, signature] = [textOf(query.s), Number(textOf(query.e)), textOf(query.k)];
    const isGenuine = Number.isSafeInteger(expiry) && this.secrets.verifies('media', plain(target, session, expiry), signature);
    if (!isGenuine || expiry <= this.clock.now()) throw new Refusal({ code: 'LINK_EXPIRED' });
    const actor = await this.sessions.actorOfSession(session);
    if (!actor) throw new Refusal({ code: 'LINK_EXPIRED' });
    this.rate.count(target.kind === 'file' ? 'pieces' : 'account', actor.accountId);
    if (target.kind === 'file') await this.guard.authorise(actor, 'work.watch', { fileId: target.id });
    else await this.guard.authorise(actor, 'work.print', { workId: target.id });
    return actor;
  }

  private signature(target: Target, session: string, expiresAt: number): string {
    return this.secrets.sign('media', plain(target, session, expiresAt));
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const plain = (target: Target, session: string, expiresAt: number) => `${target.kind}/${target.id}/${session}/${expiresAt}`;
