import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeviceView, SessionReply } from '@kepu/shared/contracts/account';
import { needsPassword, type Role } from '@kepu/shared/domain/roles';
import { In, IsNull, LessThan } from 'typeorm';
import type { Actor, ActorSource } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId, newToken } from '../../platform/ids.js';
import { Refusal } from '../../platform/refusal.js';
import { Secrets } from '../../platform/secrets.js';
import { Tokens } from '../../platform/tokens.js';
import type { Account } from './account.entity.js';
import { Accounts } from './accounts.js';
import { RefreshToken, Session } from './session.entity.js';

const ACCESS_MS = 10 * 60_000;
const SESSION_MS = 30 * 24 * 60 * 60_000;
const STAFF_SESSION_MS = 12 * 60 * 60_000;

interface ActorRow {
  accountId: string;
  name: string | null;
  phone: string;
  device: string;
  isStrong: number;
  role: Role | null;
  unitId: string | null;
}

/** Asked by every request: the session while it lives, its account while it is not disabled, its roles. */
const ACTOR_OF_SESSION = `
  SELECT account.id AS accountId, account.name AS name, account.phone AS phone, session.device AS device, session.isStrong AS isStrong, role_grant.role AS role, role_grant.unitId AS unitId
  FROM session
  JOIN account ON account.id = session.accountId
  LEFT JOIN role_grant ON role_grant.accountId = account.id AND role_grant.revokedAt IS NULL
  WHERE session.id = ? AND session.endedAt IS NULL AND session.expiresAt > ? AND account.isDisabled = 0`;

/** Log-ins: a short access token, and a refresh token that changes with every use. */
@Injectable()
export class Sessions implements ActorSource {
  private readonly tokens = new Tokens(this.secrets.key('access-token'));

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly accounts: Accounts,
  ) {}

  /**
   * Opens a session on a device for somebody who has just proved who they are; `isStrong` if with
   * password and second factor. A text message alone never brings the rights of staff.
   */
  async open(account: Account, device: string, isStrong = false): Promise<SessionReply> {
    if (account.isDisabled) throw new Refusal({ code: 'ACCOUNT_DISABLED' });
    const now = this.clock.now();
    const session: Session = {
      id: newId(), accountId: account.id, device, isStrong, startedAt: now, lastUsedAt: now,
      expiresAt: now + (isStrong ? STAFF_SESSION_MS : SESSION_MS), endedAt: null, endReason: null,
    };
    const refreshToken = await this.db.transaction(async () => {
      await this.db.write(Session).insert(session);
      return this.issueRefresh(session.id);
    });
    return this.reply(session, refreshToken);
  }

  /** Exchanges a refresh token for the next one. A token that comes a second time was stolen: the family ends. */
  async refresh(token: string): Promise<SessionReply> {
    const now = this.clock.now();
    const outcome = await this.db.transaction(async () => {
      const row = await this.db.read(RefreshToken).findOneBy({ hash: hashOf(token) });
      const session = row && (await this.db.read(Session).findOneBy({ id: row.sessionId }));
      if (!row || !session || session.endedAt !== null || session.expiresAt <= now) return null;
      const { affected } = await this.db.write(RefreshToken).update({ id: row.id, usedAt: IsNull() }, { usedAt: now });
      if (affected !== 1) {
        await this.db.write(Session).update({ id: session.id }, { endedAt: now, endReason: 'refresh-reused' });
        return null;
      }
      await this.db.write(Session).update({ id: session.id }, { lastUsedAt: now });
      return { session, refreshToken: await this.issueRefresh(session.id) };
    });
    if (!outcome) throw new Refusal({ code: 'SESSION_ENDED' });
    return this.reply(outcome.session, outcome.refreshToken);
  }

  async end(sessionId: string): Promise<void> {
    await this.db.transaction(() => this.db.write(Session).update({ id: sessionId, endedAt: IsNull() }, { endedAt: this.clock.now(), endReason: 'logout' }));
  }

  async endEverywhere(accountId: string): Promise<void> {
    await this.db.transaction(() => this.db.write(Session).update({ accountId, endedAt: IsNull() }, { endedAt: this.clock.now(), endReason: 'everywhere' }));
  }

  /** The person behind an access token, as they are now: an ended session or a revoked role counts at once. */
  async actorOf(accessToken: string): Promise<Actor | null> {
    const claims = this.tokens.read(accessToken, this.clock.now());
    return typeof claims?.sid === 'string' ? this.actorOfSession(claims.sid) : null;
  }

  async actorOfSession(sessionId: string): Promise<Actor | null> {
    const rows = await this.db.query<ActorRow>(ACTOR_OF_SESSION, [sessionId, this.clock.now()]);
    const [first] = rows;
    if (!first) return null;
    const grants = rows.filter(({ role }) => role !== null && (Boolean(first.isStrong) || !needsPassword(role)));
    return {
      accountId: first.accountId,
      sessionId,
      name: first.name,
      phone: first.phone,
      roles: [...new Set(grants.flatMap(({ role }) => role ?? []))],
      unitIds: grants.flatMap(({ role, unitId }) => (role === 'recommender' && unitId ? [unitId] : [])),
      device: first.device,
    };
  }

  async devices(actor: Actor): Promise<DeviceView[]> {
    const rows = await this.db.read(Session).find({ where: { accountId: actor.accountId, endedAt: IsNull() }, order: { lastUsedAt: 'DESC' }, take: 20 });
    const now = this.clock.now();
    return rows.filter((row) => row.expiresAt > now).map(({ id, device, startedAt, lastUsedAt }) => ({ id, device, startedAt, lastUsedAt, isThis: id === actor.sessionId }));
  }

  /** Clears away what ended long ago. */
  async sweep(): Promise<void> {
    const before = this.clock.now() - SESSION_MS;
    await this.db.transaction(async () => {
      const old = await this.db.read(Session).find({ where: { expiresAt: LessThan(before) }, take: 500 });
      await this.db.write(RefreshToken).delete({ sessionId: In(old.map((session) => session.id)) });
      await this.db.write(Session).delete({ id: In(old.map((session) => session.id)) });
    });
  }

  private async issueRefresh(sessionId: string): Promise<string> {
    const token = newToken();
    await this.db.write(RefreshToken).insert({ id: newId(), sessionId, hash: hashOf(token), issuedAt: this.clock.now(), usedAt: null });
    return token;
  }

  private async reply(session: Session, refreshToken: string): Promise<SessionReply> {
    const accessExpiresAt = Math.min(this.clock.now() + ACCESS_MS, session.expiresAt);
    const accessToken = this.tokens.issue(session.accountId, { sid: session.id }, accessExpiresAt);
    return { accessToken, accessExpiresAt, refreshToken, account: await this.accounts.toView(session.accountId) };
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
