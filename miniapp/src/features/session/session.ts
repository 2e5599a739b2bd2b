import type { AccountView, SessionReply } from '@kepu/shared/contracts/account';
import type { Exclusively } from '../../platform/exclusive';
import type { HttpClient } from '../../platform/http';
import { NoAnswer } from '../../platform/no-answer';
import type { KeyValueStore } from '../../platform/storage';
import { createStore } from '../../state/store';

interface Kept {
  accessToken: string;
  refreshToken: string;
  /** By this phone's clock: a wrong clock must not make a fresh token look old. */
  receivedAt: number;
  account: AccountView;
}

export type SessionState = { kind: 'unknown' } | { kind: 'out'; hasEnded: boolean } | { kind: 'in'; account: AccountView };

interface Ports {
  storage: KeyValueStore;
  http: HttpClient;
  exclusively: Exclusively;
  now?: () => number;
}

const KEY = 'session';

/** The access token lives ten minutes; it is renewed a little earlier. */
const FRESH_MS = 9 * 60_000;

/**
 * The log-in of this phone. The refresh token changes with every use and one that is used twice ends the
 * whole session, so renewing happens once at a time: within this page, and over all tabs of a browser.
 */
export class Session {
  readonly state = createStore<SessionState>({ kind: 'unknown' });
  private kept: Kept | null = null;
  /** False where the storage refused the log-in: what it holds is then older than what we hold. */
  private isStored = true;
  private loading: Promise<void> | null = null;
  private renewing: Promise<string | null> | null = null;
  private readonly now: () => number;

  constructor(private readonly ports: Ports) {
    this.now = ports.now ?? Date.now;
    ports.storage.onOutsideChange((key) => {
      if (key === KEY) void this.read();
    });
  }

  /** Whose log-in this is; null while nobody is logged in. */
  get accountId(): string | null {
    return this.kept?.account.id ?? null;
  }

  /** Recalls the log-in of an earlier start. */
  load(): Promise<void> {
    return (this.loading ??= this.read());
  }

  async open({ accessToken, refreshToken, account }: SessionReply): Promise<void> {
    await this.keep({ accessToken, refreshToken, account, receivedAt: this.now() });
  }

  async close(hasEnded = false): Promise<void> {
    this.adopt(null, hasEnded);
    await this.ports.storage.remove(KEY);
  }

  async takeAccount(account: AccountView): Promise<void> {
    if (this.kept) await this.keep({ ...this.kept, account });
  }

  /** A token that is good for a while yet; null when nobody is logged in. */
  async accessToken(): Promise<string | null> {
    await this.load();
    if (!this.kept) return null;
    return this.now() - this.kept.receivedAt < FRESH_MS ? this.kept.accessToken : this.renew(this.kept.accessToken);
  }

  /** Gets a new token in place of one the server no longer takes. */
  renew(stale: string): Promise<string | null> {
    this.renewing ??= this.ports.exclusively('session', () => this.exchange(stale)).finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  /**
   * A token counts as used once the server has answered. Without an answer nobody knows, and asking again
   * later is the only way that can still end well.
   */
  private async exchange(stale: string): Promise<string | null> {
    if (this.isStored) await this.read();
    if (!this.kept || this.kept.accessToken !== stale) return this.kept?.accessToken ?? null;
    const { refreshToken } = this.kept;
    const reply = await this.ports.http.send({
      method: 'POST',
      path: '/api/auth/refresh',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    });
    if (reply.status === 200) {
      await this.open(JSON.parse(reply.text) as SessionReply);
      return this.kept.accessToken;
    }
    if (reply.status === 429 || reply.status >= 500) throw new NoAnswer(`refresh answered ${reply.status}`);
    await this.close(true);
    return null;
  }

  private async read(): Promise<void> {
    const text = await this.ports.storage.read(KEY);
    this.adopt(text === null ? null : (JSON.parse(text) as Kept), this.kept !== null);
  }

  private async keep(kept: Kept): Promise<void> {
    this.adopt(kept, false);
    // Without room in the storage the log-in holds until the app is closed.
    this.isStored = await this.ports.storage.write(KEY, JSON.stringify(kept)).then(() => true, () => false);
  }

  private adopt(kept: Kept | null, hasEnded: boolean): void {
    const isSame = kept !== null && JSON.stringify(this.kept?.account) === JSON.stringify(kept.account) && this.state.get().kind === 'in';
    this.kept = kept;
    if (!isSame) this.state.set(kept ? { kind: 'in', account: kept.account } : { kind: 'out', hasEnded });
  }
}
