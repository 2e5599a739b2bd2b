import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { textOf } from './fake-sms-gateway.js';

export const FAKE_WECHAT = { appId: 'wx0000000000fake01', secret: 'fake-wechat-secret' };

const ERRORS: Record<number, string> = { 40001: 'invalid credential', 40013: 'invalid appid', 40029: 'invalid code', 40125: 'invalid appsecret', 40226: 'code blocked', 45011: 'api minute-quota reach limit' };

/**
 * A fake of WeChat's server API for the demonstration and the tests: code2session, stable_token and
 * getuserphonenumber over HTTP with the documented fields and errors. A log-in code `user-X` belongs to
 * openid `openid-X`, a phone code `phone-13800000001` to that number; each works once.
 * `blocked-…` is a high-risk user (40226), `busy-…` meets the rate limit (45011).
 */
@Injectable()
export class FakeWechat implements OnApplicationShutdown {
  private server: Server | null = null;
  private readonly used = new Set<string>();
  private token = 'fake-token-1';
  private tokens = 1;

  async listen(): Promise<string> {
    this.server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  onApplicationShutdown(): void {
    this.server?.close();
  }

  /** What happens when somebody forces a new token elsewhere: the old one is refused with 40001. */
  replaceToken(): void {
    this.tokens += 1;
    this.token = `fake-token-${this.tokens}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const body = await textOf(request);
    const content = this.route(url, body === '' ? {} : (JSON.parse(body) as Record<string, string>));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
  }

  private route(url: URL, body: Record<string, string>): object {
    switch (url.pathname) {
      case '/sns/jscode2session':
        return this.session(Object.fromEntries(url.searchParams));
      case '/cgi-bin/stable_token':
        return this.credentialError(body) ?? { access_token: this.token, expires_in: 7200 };
      case '/wxa/business/getuserphonenumber':
        return url.searchParams.get('access_token') === this.token ? this.phone(body.code ?? '') : failure(40001);
      default:
        return { errcode: -1, errmsg: 'system error' };
    }
  }

  private session(query: Record<string, string>): object {
    const code = query.js_code ?? '';
    const wrong = this.credentialError(query);
    if (wrong) return wrong;
    if (code.startsWith('blocked-')) return failure(40226);
    if (code.startsWith('busy-')) return failure(45011);
    if (!code.startsWith('user-') || !this.takeOnce(code)) return failure(40029);
    return { openid: `openid-${code.split('-')[1]}`, session_key: 'fake-session-key' };
  }

  private phone(code: string): object {
    const number = /^phone-(1\d{10})/u.exec(code)?.[1];
    if (!number || !this.takeOnce(code)) return failure(40029);
    const watermark = { timestamp: Math.floor(Date.now() / 1000), appid: FAKE_WECHAT.appId };
    return { errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: `+86${number}`, purePhoneNumber: number, countryCode: '86', watermark } };
  }

  private credentialError({ appid, secret }: Record<string, string>): object | null {
    if (appid !== FAKE_WECHAT.appId) return failure(40013);
    return secret === FAKE_WECHAT.secret ? null : failure(40125);
  }

  private takeOnce(code: string): boolean {
    const fresh = !this.used.has(code);
    this.used.add(code);
    return fresh;
  }
}

function failure(errcode: number): object {
  return { errcode, errmsg: `${ERRORS[errcode] ?? 'error'} rid: fake` };
}
