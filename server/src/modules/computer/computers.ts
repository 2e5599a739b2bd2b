import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AskingComputerView, ComputerAskReply, ComputerTicketReply, ComputerView } from '@kepu/shared/contracts/computer';
import { IsNull, LessThan, MoreThan, Not } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import type { Ownership } from '../../platform/access/subjects.js';
import { Tickets } from '../../platform/access/tickets.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { newCode, newId, newToken } from '../../platform/ids.js';
import { qrOutline } from '../../platform/qr-outline.js';
import { found, Refusal } from '../../platform/refusal.js';
import { Secrets } from '../../platform/secrets.js';
import { Throttle, type Limit } from '../../platform/throttle/throttle.js';
import { Drafts } from '../work/drafts.js';
import { Works } from '../work/works.js';
import { Computer } from './computer.entity.js';

const CODE_LENGTH = 6;
const CODE_MS = 10 * 60_000;
/** How long the computer may take to fetch what the phone allowed; it asks every few seconds. */
const FETCH_MS = 2 * 60_000;
const TICKET_MS = 8 * 3_600_000;
const KEPT_MS = 24 * 3_600_000;

/** A whole office is one address. */
const ASKED: Limit = { name: 'computer-asked', times: 60, withinMs: CODE_MS };
const WRONG_CODE: Limit = { name: 'computer-wrong-code', times: 10, withinMs: CODE_MS };

/** Editing computers: how one is let in to a single draft, and how it is sent away again. */
@Injectable()
export class Computers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly secrets: Secrets,
    private readonly throttle: Throttle,
    private readonly tickets: Tickets,
    private readonly works: Works,
    private readonly drafts: Drafts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A computer nobody knows asks to be let in somewhere: it gets a code to show and a secret to keep. */
  async ask(device: string, address: string): Promise<ComputerAskReply> {
    await this.refuseTooMany(ASKED, address);
    await this.throttle.count(ASKED, address);
    const [code, secret, now] = [newCode(CODE_LENGTH), newToken(), this.clock.now()];
    const expiresAt = now + CODE_MS;
    const row: Computer = {
      id: newId(), codeHash: this.codeHash(code), secretHash: hashOf(secret), device, askedAt: now, codeExpiresAt: expiresAt,
      workId: null, accountId: null, sessionId: null, allowedAt: null, ticketHash: null, takenAt: null, expiresAt: null, endedAt: null,
    };
    await this.db.transaction(() => this.db.write(Computer).insert(row));
    return { code, secret, qr: qrOutline(`${this.config.publicUrl}/pc#${code}`), expiresAt };
  }

  /** The computer behind a code, shown to the owner before they say yes. */
  async asking(actor: Actor, code: string): Promise<AskingComputerView> {
    const { device, askedAt } = await this.openByCode(actor, code);
    return { device, askedAt };
  }

  /** The owner says yes: the computer may come to this work. A code is good for one work, once. */
  async allow(actor: Actor, workId: string, code: string): Promise<ComputerView> {
    const { id, device } = await this.openByCode(actor, code);
    const work = await this.works.get(workId);
    await this.drafts.refuseFrozen(work);
    const allowedAt = this.clock.now();
    const expiresAt = allowedAt + TICKET_MS;
    await this.db.transaction(async () => {
      const given = { workId, accountId: actor.accountId, sessionId: actor.sessionId, allowedAt, expiresAt };
      const { affected } = await this.db.write(Computer).update({ id, allowedAt: IsNull(), codeExpiresAt: MoreThan(allowedAt) }, given);
      if (affected !== 1) throw new Refusal({ code: 'COMPUTER_CODE_EXPIRED' });
      await this.audit.record(actor, { action: 'computer.allow', role: 'creator', campaignId: work.campaignId, workId, params: { device } });
    });
    return { id, device, allowedAt, expiresAt };
  }

  /** The computer fetches its ticket, once: whoever comes second with the same secret gets nothing. */
  async takeTicket(secret: string): Promise<ComputerTicketReply> {
    const row = await this.db.read(Computer).findOneBy({ secretHash: hashOf(secret) });
    const now = this.clock.now();
    if (!row || row.takenAt !== null || row.endedAt !== null) throw new Refusal({ code: 'COMPUTER_CODE_EXPIRED' });
    const { id, workId, accountId, allowedAt, expiresAt, device, codeExpiresAt } = row;
    if ((allowedAt === null ? codeExpiresAt : allowedAt + FETCH_MS) <= now) throw new Refusal({ code: 'COMPUTER_CODE_EXPIRED' });
    if (allowedAt === null || workId === null || accountId === null || expiresAt === null) return { state: 'waiting', expiresAt: codeExpiresAt };
    const ticket = newToken();
    const { campaignId } = await this.works.get(workId);
    await this.db.transaction(async () => {
      const { affected } = await this.db.write(Computer).update({ id, takenAt: IsNull(), endedAt: IsNull() }, { takenAt: now, ticketHash: hashOf(ticket) });
      if (affected !== 1) throw new Refusal({ code: 'COMPUTER_CODE_EXPIRED' });
      await this.audit.record(null, { action: 'computer.join', role: null, campaignId, workId, params: { device } });
    });
    return { state: 'allowed', token: this.tickets.bearerOf(ticket), workId, expiresAt };
  }

  /** Computers that may upload to a work now. */
  async ofWork(workId: string): Promise<ComputerView[]> {
    const rows = await this.db.read(Computer).find({ where: { workId, endedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) }, order: { allowedAt: 'DESC' }, take: 20 });
    return rows.map(({ id, device, allowedAt, expiresAt }) => ({ id, device, allowedAt: allowedAt ?? 0, expiresAt: expiresAt ?? 0 }));
  }

  async revoke(actor: Actor, workId: string, id: string): Promise<void> {
    const { device } = found(await this.db.read(Computer).findOneBy({ id, workId }));
    const { campaignId } = await this.works.get(workId);
    await this.db.transaction(async () => {
      const { affected } = await this.db.write(Computer).update({ id, workId, endedAt: IsNull() }, { endedAt: this.clock.now() });
      if (affected !== 1) return;
      await this.audit.record(actor, { action: 'computer.revoke', role: 'creator', campaignId, workId, params: { device } });
    });
  }

  /** Until when a computer's own ticket holds; null for whoever has none. */
  async expiryOf(actor: Actor): Promise<number | null> {
    return actor.ticket ? ((await this.db.row(Computer, actor.ticket.id))?.expiresAt ?? null) : null;
  }

  async ownershipOf(id: string): Promise<Ownership | null> {
    const row = await this.db.row(Computer, id);
    return row?.workId ? this.works.ownershipOf(row.workId) : null;
  }

  async sweep(): Promise<void> {
    const before = this.clock.now() - KEPT_MS;
    await this.db.transaction(async () => {
      await this.db.write(Computer).delete({ allowedAt: IsNull(), codeExpiresAt: LessThan(this.clock.now()) });
      await this.db.write(Computer).delete({ allowedAt: Not(IsNull()), expiresAt: LessThan(before) });
    });
  }

  private async openByCode(actor: Actor, typed: string): Promise<Computer> {
    await this.refuseTooMany(WRONG_CODE, actor.accountId);
    const row = await this.db.read(Computer).findOneBy({ codeHash: this.codeHash(typed) });
    if (!row) {
      await this.throttle.count(WRONG_CODE, actor.accountId);
      throw new Refusal({ code: 'COMPUTER_CODE_UNKNOWN' });
    }
    if (row.allowedAt !== null || row.codeExpiresAt <= this.clock.now()) throw new Refusal({ code: 'COMPUTER_CODE_EXPIRED' });
    return row;
  }

  private async refuseTooMany(limit: Limit, subject: string): Promise<void> {
    const retryAfterSeconds = await this.throttle.waitSeconds(limit, subject);
    if (retryAfterSeconds > 0) throw new Refusal({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds });
  }

  /** Keyed: six characters alone could be found from a plain hash by trying them all. */
  private codeHash(code: string): string {
    return this.secrets.sign('computer-code', code.toUpperCase().replace(/[^0-9A-Z]/gu, ''));
  }
}

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
