import { Injectable } from '@nestjs/common';
import type { PasswordLoginReply, PasswordLoginRequest, SessionReply, TotpRequest, TotpSetupReply } from '@kepu/shared/contracts/account';
import { normaliseMobile } from '@kepu/shared/text';
import { Secret, TOTP } from 'otpauth';
import { LessThan } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { Refusal } from '../../platform/refusal.js';
import { Secrets } from '../../platform/secrets.js';
import { Tokens } from '../../platform/tokens.js';
import { Throttle, type Limit } from '../../platform/throttle/throttle.js';
import { Account } from './account.entity.js';
import { Accounts } from './accounts.js';
import { isPassword } from './passwords.js';
import { Sessions } from './sessions.js';

const CHALLENGE_MS = 5 * 60_000;
const PERIOD_SECONDS = 30;
const BY_ACCOUNT: Limit = { name: 'login-failure', times: 5, withinMs: 15 * 60_000 };
const BY_ADDRESS: Limit = { name: 'login-failure-address', times: 30, withinMs: 15 * 60_000 };

/** Staff log in with a password and a second factor (RFC 6238); five failures lock the account for a quarter of an hour. */
@Injectable()
export class StaffLogin {
  private readonly challenges = new Tokens(this.secrets.key('login-challenge'));

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly throttle: Throttle,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /** First step: the password. Answers with a challenge for the second. */
  async byPassword({ phone, password }: PasswordLoginRequest, address: string): Promise<PasswordLoginReply> {
    const number = normaliseMobile(phone) ?? phone.slice(0, 40);
    await this.refuseLocked(number, address);
    const account = await this.accounts.findByPhone(number);
    if (!(await isPassword(account?.passwordHash ?? null, password)) || !account) {
      await this.countFailure(number, address);
      throw new Refusal({ code: 'WRONG_PASSWORD' });
    }
    if (account.isDisabled) throw new Refusal({ code: 'ACCOUNT_DISABLED' });
    const expiresAt = this.clock.now() + CHALLENGE_MS;
    return { challenge: this.challenges.issue(account.id, {}, expiresAt), expiresAt };
  }

  /** Second step: the code of the authenticator. */
  async byTotp({ challenge, code }: TotpRequest, device: string, address: string): Promise<SessionReply> {
    const account = await this.accounts.get(this.accountOf(challenge));
    await this.refuseLocked(account.phone, address);
    if (!account.totpSecret || !(await this.acceptTotp(account, code))) {
      await this.countFailure(account.phone, address);
      throw new Refusal({ code: 'WRONG_TOTP' });
    }
    await this.throttle.forgive(BY_ACCOUNT, account.phone);
    return this.sessions.open(account, device, true);
  }

  newTotp(phone: string): TotpSetupReply {
    const secret = new Secret({ size: 20 });
    return { secret: secret.base32, uri: totpOf(secret.base32, phone).toString() };
  }

  /** Whether a code belongs to a secret that is just being set up. */
  provesTotp(secret: string, code: string): boolean {
    return stepOf(secret, code, this.clock.now()) !== null;
  }

  sealTotp(secret: string): string {
    return this.secrets.seal('totp', secret);
  }

  /** A right code is accepted once: its time step must be later than the last one used. */
  private async acceptTotp(account: Account, code: string): Promise<boolean> {
    const step = stepOf(this.secrets.unseal('totp', account.totpSecret ?? ''), code, this.clock.now());
    if (step === null) return false;
    const { affected } = await this.db.transaction(() => this.db.write(Account).update({ id: account.id, totpLastStep: LessThan(step) }, { totpLastStep: step }));
    return affected === 1;
  }

  private accountOf(challenge: string): string {
    const claims = this.challenges.read(challenge, this.clock.now());
    if (typeof claims?.sub !== 'string') throw new Refusal({ code: 'SESSION_ENDED' });
    return claims.sub;
  }

  private async refuseLocked(phone: string, address: string): Promise<void> {
    const waits = [await this.throttle.waitSeconds(BY_ACCOUNT, phone), await this.throttle.waitSeconds(BY_ADDRESS, address)];
    const retryAfterSeconds = Math.max(...waits);
    if (retryAfterSeconds > 0) throw new Refusal({ code: 'LOCKED_OUT', retryAfterSeconds });
  }

  private async countFailure(phone: string, address: string): Promise<void> {
    await this.throttle.count(BY_ACCOUNT, phone);
    await this.throttle.count(BY_ADDRESS, address);
  }
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: '科普微视频征集推荐', label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS, digits: 6 });
}

/** The time step a code is right for, one step of clock drift allowed either way; null if it is wrong. */
function stepOf(secret: string, code: string, now: number): number | null {
  const plain = code.replace(/\s/gu, '');
  const delta = /^\d{6}$/u.test(plain) ? totpOf(secret, '').validate({ token: plain, timestamp: now, window: 1 }) : null;
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
}
