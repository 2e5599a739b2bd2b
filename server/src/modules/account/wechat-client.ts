import { Inject, Injectable } from '@nestjs/common';
import type { Reason } from '@kepu/shared/errors';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { LOG, type Log } from '../../platform/log.js';
import { Refusal } from '../../platform/refusal.js';

const TIMEOUT_MS = 8_000;

/** WeChat's error codes that a person can do something about. */
const REFUSALS = new Map<number, Reason>([
  [40029, { code: 'WECHAT_CODE_INVALID' }],
  [40163, { code: 'WECHAT_CODE_INVALID' }],
  [40226, { code: 'WECHAT_BLOCKED' }],
  [45011, { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 60 }],
]);

interface WechatAnswer {
  errcode?: number;
  errmsg?: string;
}

/** WeChat's server API, the three calls a log-in needs. Success has no `errcode`; only a failure does. */
@Injectable()
export class WechatClient {
  private token: { value: string; until: number } | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  get isConfigured(): boolean {
    return this.config.KEPU_WECHAT_APP_ID !== null && this.config.KEPU_WECHAT_SECRET !== null;
  }

  /** code2Session: the openid behind a log-in code. The session key is not kept: nothing here needs it. */
  async openIdOf(loginCode: string): Promise<string> {
    const query = new URLSearchParams({ ...this.credentials(), js_code: loginCode, grant_type: 'authorization_code' });
    const answer = await this.call<{ openid?: string }>(`/sns/jscode2session?${query.toString()}`);
    if (failed(answer) || !answer.openid) throw this.refusalOf(answer);
    return answer.openid;
  }

  /** getPhoneNumber: the number behind the code of the phone button. */
  async phoneOf(phoneCode: string): Promise<string> {
    const ask = async () => this.call<{ phone_info?: { purePhoneNumber?: string; countryCode?: string } }>(`/wxa/business/getuserphonenumber?access_token=${await this.accessToken()}`, { code: phoneCode });
    let answer = await ask();
    if (answer.errcode === 40001 || answer.errcode === 42001) {
      this.token = null; // the token was replaced on WeChat's side: fetch it once more
      answer = await ask();
    }
    const number = answer.phone_info?.purePhoneNumber;
    if (failed(answer) || !number) throw this.refusalOf(answer);
    return number;
  }

  /** stable_token in normal mode: several servers may ask without taking it from each other. */
  private async accessToken(): Promise<string> {
    if (this.token && this.token.until > this.clock.now()) return this.token.value;
    const { appid, secret } = this.credentials();
    const answer = await this.call<{ access_token?: string; expires_in?: number }>('/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret });
    if (failed(answer) || !answer.access_token) throw this.refusalOf(answer);
    this.token = { value: answer.access_token, until: this.clock.now() + ((answer.expires_in ?? 7200) - 300) * 1000 };
    return answer.access_token;
  }

  private credentials() {
    return { appid: this.config.KEPU_WECHAT_APP_ID ?? '', secret: this.config.KEPU_WECHAT_SECRET ?? '' };
  }

  private async call<T>(path: string, body?: object): Promise<T & WechatAnswer> {
    try {
      const response = await fetch(this.config.KEPU_WECHAT_API + path, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
      });
      return (await response.json()) as T & WechatAnswer;
    } catch (error) {
      this.log.error({ err: error, call: path.split('?')[0] }, 'WeChat did not answer');
      throw new Refusal({ code: 'SERVICE_DOWN', service: '微信' });
    }
  }

  private refusalOf(answer: WechatAnswer): Refusal {
    const known = REFUSALS.get(answer.errcode ?? 0);
    if (known) return new Refusal(known);
    this.log.error({ errcode: answer.errcode, errmsg: answer.errmsg }, 'WeChat refused a call');
    return new Refusal({ code: 'SERVICE_DOWN', service: '微信' });
  }
}

const failed = (answer: WechatAnswer) => answer.errcode !== undefined && answer.errcode !== 0;
