import { Injectable } from '@nestjs/common';
import type { FilmPictureLinks, MediaLinkReply } from '@kepu/shared/contracts/work';
import { AccessGuard } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/refusal.js';
import { Secrets } from '../../platform/secrets.js';
import { RequestRate } from '../../platform/throttle/request-rate.js';
import { Sessions } from '../account/sessions.js';
import type { FilmPictures } from '../inspection/pictures/film-pictures.entity.js';
import type { PicturePart } from '../inspection/pictures/film-pictures.js';

const LINK_MS = 20 * 60_000;
/** A film of 300 MB over a county's line takes an hour, and may break off in between. */
const DOWNLOAD_MS = 6 * 3_600_000;
/** Addresses in lists stay the same for this long, so that a list that is read again does not fetch its pictures again. */
const STEADY_MS = 10 * 60_000;

/** What a signed link opens. */
export interface Target {
  kind: 'file' | 'form' | 'original' | 'unit-paper' | 'jury-paper';
  id: string;
}

/**
 * Signed links for players and viewers, which cannot send a token. A link lives for twenty minutes, one to an original
 * for six hours, and is dead when the asker logs out or loses the right.
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
    const expiresAt = this.clock.now() + (target.kind === 'original' ? DOWNLOAD_MS : LINK_MS);
    return { url: this.address(actor, target, '', expiresAt), expiresAt };
  }

  /** What was drawn from a film, under addresses that open and end like the film's own. */
  pictures(actor: Actor, fileId: string, { hasPoster, stills, sprite, preview, judging, waveform }: FilmPictures, expiresAt: number): FilmPictureLinks {
    const address = (part: PicturePart) => this.address(actor, { kind: 'file', id: fileId }, `/${part}`, expiresAt);
    return {
      poster: hasPoster ? address('poster') : null,
      stills: stills.map((atMs) => ({ atMs, url: address(`still-${atMs}`) })),
      sprite: sprite && { ...sprite, url: address('sprite') },
      preview: { state: preview, url: preview === 'ready' ? address('preview') : null },
      judging: { state: judging, url: judging === 'ready' ? address('judging') : null },
      waveform,
    };
  }

  /** A film's poster for a list; lives twenty to thirty minutes. */
  poster(actor: Actor, fileId: string): string {
    return this.part(actor, fileId, 'poster');
  }

  /** Something that was made from a file; opens and ends like the file's own address. */
  part(actor: Actor, fileId: string, part: string): string {
    return this.address(actor, { kind: 'file', id: fileId }, `/${part}`, this.steadyEnd());
  }

  private steadyEnd(): number {
    return Math.ceil((this.clock.now() + LINK_MS) / STEADY_MS) * STEADY_MS;
  }

  private address(actor: Actor, target: Target, part: string, expiresAt: number): string {
    const query = new URLSearchParams({ s: actor.sessionId, e: String(expiresAt), k: this.signature(target, actor.sessionId, expiresAt) });
    return `/media/${target.kind}/${target.id}${part}?${query.toString()}`;
  }

  /** The viewer of a link, or a refusal: forged, expired, session ended, right lost. */
  async admit(target: Target, query: Record<string, unknown>): Promise<Actor> {
    const [session, expiry, signature] = [textOf(query.s), Number(textOf(query.e)), textOf(query.k)];
    const isGenuine = Number.isSafeInteger(expiry) && this.secrets.verifies('media', plain(target, session, expiry), signature);
    if (!isGenuine || expiry <= this.clock.now()) throw new Refusal({ code: 'LINK_EXPIRED' });
    const actor = await this.sessions.actorOfSession(session);
    if (!actor) throw new Refusal({ code: 'LINK_EXPIRED' });
    this.rate.count(target.kind === 'file' || target.kind === 'original' ? 'pieces' : 'account', actor.accountId);
    await this.authorise(actor, target);
    return actor;
  }

  private async authorise(actor: Actor, { kind, id }: Target): Promise<void> {
    switch (kind) {
      case 'file':
        return this.guard.authorise(actor, 'work.watch', { fileId: id });
      case 'original':
        return this.guard.authorise(actor, 'work.download', { fileId: id });
      case 'form':
        return this.guard.authorise(actor, 'work.print', { workId: id });
      case 'unit-paper':
        return this.guard.authorise(actor, 'unit.print', { unitId: id });
      case 'jury-paper':
        return this.guard.authorise(actor, 'campaign.print-jury', {});
    }
  }

  private signature(target: Target, session: string, expiresAt: number): string {
    return this.secrets.sign('media', plain(target, session, expiresAt));
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const plain = (target: Target, session: string, expiresAt: number) => `${target.kind}/${target.id}/${session}/${expiresAt}`;
