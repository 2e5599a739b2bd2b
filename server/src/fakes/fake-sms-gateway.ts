import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { tc3Authorization } from '../modules/account/tencent-sms.js';

export const FAKE_SMS = { secretId: 'fake-sms-id', secretKey: 'fake-sms-key', appId: '1400000000', sign: '科普微视频', template: '1000001' };

/**
 * A fake of Tencent Cloud SMS for the demonstration and the tests: takes SendSms over HTTP, checks the
 * signature, answers the documented fields, and keeps the messages instead of sending them.
 */
@Injectable()
export class FakeSmsGateway implements OnApplicationShutdown {
  private server: Server | null = null;
  private readonly messages: { phone: string; code: string }[] = [];
  /** Numbers that the service refuses, with the code it answers. */
  readonly refusing = new Map<string, string>();

  /** Listens on a free local port and returns its base address. */
  async listen(): Promise<string> {
    this.server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  onApplicationShutdown(): void {
    this.server?.close();
  }

  lastCodeTo(phone: string): string | null {
    return this.messages.findLast((message) => message.phone === phone)?.code ?? null;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const send = (content: object) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ Response: { ...content, RequestId: 'fake' } }));
    const timestamp = Number(request.headers['x-tc-timestamp']);
    const expected = tc3Authorization({ host: request.headers.host ?? '', body, timestamp, secretId: FAKE_SMS.secretId, secretKey: FAKE_SMS.secretKey });
    if (request.headers.authorization !== expected) return void send({ Error: { Code: 'AuthFailure.SignatureFailure', Message: 'The provided credentials could not be validated.' } });
    const message = JSON.parse(body) as { PhoneNumberSet: string[]; TemplateParamSet: string[] };
    const phone = (message.PhoneNumberSet[0] ?? '').replace('+86', '');
    const refusal = this.refusing.get(phone);
    if (!refusal) this.messages.push({ phone, code: message.TemplateParamSet[0] ?? '' });
    send({ SendStatusSet: [{ SerialNo: 'fake', PhoneNumber: `+86${phone}`, Fee: refusal ? 0 : 1, SessionContext: '', Code: refusal ?? 'Ok', Message: refusal ?? 'send success', IsoCode: 'CN' }] });
  }
}

export async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
