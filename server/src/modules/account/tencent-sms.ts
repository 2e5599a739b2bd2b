import { createHash, createHmac } from 'node:crypto';
import type { Config } from '../../platform/config.js';
import type { Log } from '../../platform/log.js';
import { Refusal } from '../../platform/refusal.js';
import type { SmsSender } from './sms.port.js';

const TIMEOUT_MS = 8_000;

/** Text messages through Tencent Cloud SMS (API SendSms, version 2021-01-11, signature TC3-HMAC-SHA256). */
export class TencentSms implements SmsSender {
  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  async sendLoginCode(phone: string, code: string, minutes: number): Promise<void> {
    const body = JSON.stringify({
      PhoneNumberSet: [`+86${phone}`],
      SmsSdkAppId: this.config.KEPU_SMS_APP_ID,
      SignName: this.config.KEPU_SMS_SIGN,
      TemplateId: this.config.KEPU_SMS_TEMPLATE,
      TemplateParamSet: [code, String(minutes)],
    });
    const reply = await this.post(body);
    const status = reply.Response?.SendStatusSet?.[0]?.Code;
    if (status === 'Ok') return;
    const failure = reply.Response?.Error?.Code ?? status ?? 'no answer';
    this.log.error({ failure }, 'the SMS service refused a message');
    if (/LimitExceeded/u.test(failure)) throw new Refusal({ code: 'CODE_JUST_SENT', retryAfterSeconds: 60 });
    throw new Refusal({ code: 'SERVICE_DOWN', service: '短信服务' });
  }

  private async post(body: string): Promise<SendSmsReply> {
    const url = new URL(this.config.KEPU_SMS_API);
    const timestamp = Math.floor(Date.now() / 1000);
    try {
      const response = await fetch(url, {
        method: 'POST',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        body,
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'X-TC-Action': 'SendSms',
          'X-TC-Version': '2021-01-11',
          'X-TC-Region': 'ap-beijing',
          'X-TC-Timestamp': String(timestamp),
          Authorization: tc3Authorization({ host: url.host, body, timestamp, secretId: this.config.KEPU_SMS_SECRET_ID ?? '', secretKey: this.config.KEPU_SMS_SECRET_KEY ?? '' }),
        },
      });
      return (await response.json()) as SendSmsReply;
    } catch (error) {
      this.log.error({ err: error }, 'the SMS service did not answer');
      throw new Refusal({ code: 'SERVICE_DOWN', service: '短信服务' });
    }
  }
}

interface SendSmsReply {
  Response?: { Error?: { Code: string }; SendStatusSet?: { Code: string }[] };
}

export interface Tc3Input {
  host: string;
  body: string;
  /** Seconds since 1970. */
  timestamp: number;
  secretId: string;
  secretKey: string;
}

/** The Authorization header of Tencent Cloud's API 3.0 (TC3-HMAC-SHA256). */
export function tc3Authorization({ host, body, timestamp, secretId, secretKey }: Tc3Input): string {
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const signedHeaders = 'content-type;host';
  const request = ['POST', '/', '', `content-type:application/json; charset=utf-8\nhost:${host}\n`, signedHeaders, sha256(body)].join('\n');
  const scope = `${day}/sms/tc3_request`;
  const key = hmac(hmac(hmac(`TC3${secretKey}`, day), 'sms'), 'tc3_request');
  const signature = hmac(key, ['TC3-HMAC-SHA256', timestamp, scope, sha256(request)].join('\n')).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
