import type { AccountView, SessionReply } from '@kepu/shared/contracts/account';
import { hasReason } from './failure';
import { request } from './request';
import type { TabChannel } from './tab-channel';

export type SessionState =
  | { kind: 'starting' }
  | { kind: 'out' }
  | { kind: 'in'; account: AccountView }
  /** Ended while somebody was working: the page stays, calls wait until they have logged in again. */
  | { kind: 'ended'; account: AccountView };

/** What survives a reload of this tab, and no longer. */
export interface TabStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

interface Kept {
  accountId: string;
  refreshToken: string;
}

const KEY = 'kepu-console-session';

/** The log-in of this browser: access token in memory, refresh token in the tab's storage, one renewal at a time. */
export class Session {
  state: SessionState = { kind: 'starting' };
  private reply: SessionReply | null = null;
  private starting: Promise<void> | null = null;
  private renewing: Promise<void> | null = null;
  private waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly storage: TabStorage,
    private readonly tabs: TabChannel,
  ) {
    tabs.listen((message) => {
      if (message.kind === 'ask' && this.reply) tabs.say({ kind: 'session', reply: this.reply });
      if (message.kind === 'session' && this.isMine(message.reply)) this.take(message.reply);
      if (message.kind === 'closed' && message.accountId === this.accountId()) this.forget();
    });
  }

  /** Finds the session this tab had before a reload, or one that another tab holds. */
  start(): Promise<void> {
    this.starting ??= this.find().finally(() => {
      this.starting = null;
    });
    return this.starting;
  }

  /** Somebody has just logged in here. */
  open(reply: SessionReply): void {
    this.take(reply);
    this.tabs.say({ kind: 'session', reply });
  }

  /** Logs out this tab and every other one of the same account. */
  close(): void {
    const accountId = this.accountId();
    this.forget();
    if (accountId) this.tabs.say({ kind: 'closed', accountId });
  }

  token(): string | null {
    return this.reply?.accessToken ?? null;
  }

  /**
   * Replaces a token the server no longer takes. Resolves when there is a new one, which may be after the
   * person has logged in again; calls that come meanwhile wait for the same renewal.
   */
  async renew(stale: string | null): Promise<void> {
    if (this.reply && this.reply.accessToken !== stale) return;
    if (this.state.kind !== 'ended') {
      this.renewing ??= this.alone(() => this.exchange()).finally(() => {
        this.renewing = null;
      });
      await this.renewing;
    }
    if (this.state.kind !== 'in') await this.loggedInAgain();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): SessionState => this.state;

  private async find(): Promise<void> {
    if (this.state.kind !== 'starting') return;
    const kept = this.kept();
    const shared = await this.tabs.ask((reply) => kept === null || reply.account.id === kept.accountId);
    if (shared) return this.take(shared);
    if (!kept) return this.enter({ kind: 'out' });
    try {
      this.take(await request('POST /api/auth/refresh', { body: { refreshToken: kept.refreshToken } }));
    } catch (error) {
      if (hasReason(error, 'SESSION_ENDED')) return this.forget();
      throw error;
    }
  }

  private async exchange(): Promise<void> {
    const current = this.reply;
    if (!current) return;
    const shared = await this.tabs.ask((reply) => reply.account.id === current.account.id && reply.refreshToken !== current.refreshToken);
    if (shared) return this.take(shared);
    try {
      this.open(await request('POST /api/auth/refresh', { body: { refreshToken: current.refreshToken } }));
    } catch (error) {
      if (!hasReason(error, 'SESSION_ENDED')) throw error;
      this.reply = null;
      this.storage.removeItem(KEY);
      this.enter({ kind: 'ended', account: current.account });
    }
  }

  private loggedInAgain(): Promise<void> {
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  /** Keeps two tabs from renewing at the same moment. Over plain http browsers have no locks: the tabs' channel has to do. */
  private async alone(work: () => Promise<void>): Promise<void> {
    if (!globalThis.navigator || !('locks' in navigator)) return work();
    await navigator.locks.request(KEY, work);
  }

  private take(reply: SessionReply): void {
    const isOther = this.state.kind === 'ended' && this.state.account.id !== reply.account.id;
    this.reply = reply;
    this.storage.setItem(KEY, JSON.stringify({ accountId: reply.account.id, refreshToken: reply.refreshToken } satisfies Kept));
    this.enter({ kind: 'in', account: reply.account });
    this.settle(isOther ? new Error('another person has logged in') : null);
  }

  private forget(): void {
    this.reply = null;
    this.storage.removeItem(KEY);
    this.enter({ kind: 'out' });
    this.settle(new Error('logged out'));
  }

  /** Lets the waiting calls go on, or drops them: what one person began is never finished in another's name. */
  private settle(error: Error | null): void {
    for (const { resolve, reject } of this.waiting.splice(0)) {
      if (error) reject(error);
      else resolve();
    }
  }

  private isMine(reply: SessionReply): boolean {
    return (this.state.kind === 'in' || this.state.kind === 'ended') && reply.account.id === this.accountId();
  }

  private accountId(): string | null {
    return this.state.kind === 'in' || this.state.kind === 'ended' ? this.state.account.id : null;
  }

  private kept(): Kept | null {
    const text = this.storage.getItem(KEY);
    return text === null ? null : (JSON.parse(text) as Kept);
  }

  private enter(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
