import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { normaliseMobile } from '@kepu/shared/text';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { Refusal } from '../../platform/refusal.js';
import { Secrets } from '../../platform/secrets.js';
import { Throttle, type Limit } from '../../platform/throttle/throttle.js';
import { SmsCode } from './session.entity.js';
import { SMS, type SmsSender } from './sms.port.js';

const MINUTES = 5;
const TRIES = 5;
export const RESEND_SECONDS = 60;

const TO_PHONE: Limit = { name: 'sms-to-phone', times: 1, withinMs: RESEND_SECONDS * 1000 };
const TO_PHONE_DAILY: Limit = { name: 'sms-to-phone-daily', times: 10, withinMs: 24 * 3_600_000 };
const FROM_ADDRESS: Limit = { name: 'sms-from-address', times: 60, withinMs: 3_600_000 };

/** Codes by text message: one a minute, five minutes, five tries, used once. */
@Injectable()
export class LoginCodes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly throttle: Throttle,
    @Inject(SMS) private readonly sms: SmsSender,
  ) {}

  /** Sends a code and returns it to the caller, who keeps it to himself. Whether the number has an account is not told. */
  async send(input: string, address: string): Promise<string> {
    const phone = mobileOf(input);
    const limits = [[TO_PHONE, phone], [TO_PHONE_DAILY, phone], [FROM_ADDRESS, address]] as const;
    for (const [limit, subject] of limits) {
      const retryAfterSeconds = await this.throttle.waitSeconds(limit, subject);
      if (retryAfterSeconds > 0) throw new Refusal({ code: 'CODE_JUST_SENT', retryAfterSeconds });
    }
    for (const [limit, subject] of limits) await this.throttle.count(limit, subject);
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    const now = this.clock.now();
    await this.db.transaction(() =>
      this.db.write(SmsCode).insert({ id: newId(), phone, hash: this.hash(phone, code), sentAt: now, expiresAt: now + MINUTES * 60_000, triesLeft: TRIES, usedAt: null }),
    );
    await this.sms.sendLoginCode(phone, code, MINUTES);
    return code;
  }

  /** Uses a code up, or refuses. Returns the phone number it proves. */
  async use(input: string, code: string): Promise<string> {
    const phone = mobileOf(input);
    const now = this.clock.now();
    const outcome = await this.db.transaction(async () => {
      const [latest] = await this.db.read(SmsCode).find({ where: { phone, usedAt: IsNull(), expiresAt: MoreThan(now) }, order: { sentAt: 'DESC' }, take: 1 });
      if (!latest || latest.triesLeft <= 0) return { ok: false, triesLeft: -1 };
      const right = latest.hash === this.hash(phone, code.trim());
      const change = right ? { usedAt: now } : { triesLeft: latest.triesLeft - 1 };
      const { affected } = await this.db.write(SmsCode).update({ id: latest.id, usedAt: IsNull(), triesLeft: latest.triesLeft }, change);
      return { ok: right && affected === 1, triesLeft: latest.triesLeft - 1 };
    });
    if (outcome.ok) return phone;
    throw new Refusal(outcome.triesLeft < 0 ? { code: 'CODE_EXPIRED' } : { code: 'WRONG_CODE', triesLeft: outcome.triesLeft });
  }

  async sweep(): Promise<void> {
    await this.db.transaction(() => this.db.write(SmsCode).delete({ expiresAt: LessThan(this.clock.now() - 3_600_000) }));
  }

  private hash(phone: string, code: string): string {
    return this.secrets.sign('sms-code', `${phone}/${code}`).slice(0, 64);
  }
}

export function mobileOf(input: string): string {
  const phone = normaliseMobile(input);
  if (!phone) throw new Refusal({ code: 'INVALID_PHONE', path: 'phone' });
  return phone;
}
