import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import type { MailServerTestReply, MailWay } from '@kepu/shared/contracts/handover';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../../platform/config.js';
import { Refusal } from '../../platform/refusal.js';
import { Throttle, type Limit } from '../../platform/throttle/throttle.js';
import { Units } from '../campaign/units.js';
import { isLoopback, resolveMailHost } from './mail-hosts.js';
import { testOutcomeOf, type MailError } from './mail-outcome.js';
import { MailServers, type MailLogIn } from './mail-servers.js';

const PATIENCE_MS = 30_000;
/** Somebody waits for the answer with the phone in hand. */
const TEST_PATIENCE_MS = 10_000;
const TESTS: Limit = { name: 'mail-server-test', times: 20, withinMs: 3_600_000 };

interface OpenTransport {
  transport: Transporter;
  from: NonNullable<SendMailOptions['from']>;
}

/** Connections to the mail servers that messages are sent through. */
@Injectable()
export class MailTransports {
  constructor(
    private readonly servers: MailServers,
    private readonly units: Units,
    private readonly throttle: Throttle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async open(via: MailWay, unitId: string | null): Promise<OpenTransport> {
    if (via === 'unit') return this.openOwn(unitId);
    if (!this.config.KEPU_SMTP_URL) throw new Refusal({ code: 'NO_MAIL_SERVER' });
    const transport = createTransport({ url: this.config.KEPU_SMTP_URL, ...patience(PATIENCE_MS), disableUrlAccess: true });
    return { transport, from: this.config.KEPU_MAIL_FROM ?? '' };
  }

  /** A real log-in, as a sentence. */
  async test(unitId: string): Promise<MailServerTestReply> {
    const retryAfterSeconds = await this.throttle.waitSeconds(TESTS, unitId);
    if (retryAfterSeconds > 0) throw new Refusal({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds });
    await this.throttle.count(TESTS, unitId);
    const { transport } = await this.openOwn(unitId, TEST_PATIENCE_MS);
    try {
      await transport.verify();
      return { isWorking: true, outcome: '登录成功，可以发信' };
    } catch (error) {
      return { isWorking: false, outcome: testOutcomeOf(error as MailError) };
    } finally {
      transport.close();
    }
  }

  private async openOwn(unitId: string | null, patienceMs = PATIENCE_MS): Promise<OpenTransport> {
    const logIn = await this.servers.logInOf(unitId);
    const address = await resolveMailHost(logIn.host, logIn.port, this.config.KEPU_INTRANET_MAIL);
    const name = (await this.units.find(unitId))?.name ?? '';
    return { transport: createTransport({ ...ownOptions(logIn, address), ...patience(patienceMs), disableUrlAccess: true }), from: { name, address: logIn.sender } };
  }
}

/** Connects to the address that was checked, and holds the certificate against the name that was typed. */
export function ownOptions({ host, port, account, password }: MailLogIn, address: string) {
  const secure = port === 465;
  return {
    host: address, port, secure, requireTLS: !secure && !isLoopback(address), ...(isIP(host) === 0 ? { servername: host } : {}), tls: { minVersion: 'TLSv1.2' as const },
    auth: { user: account, pass: password }, forceAuth: true,
  };
}

const patience = (ms: number) => ({ connectionTimeout: ms, greetingTimeout: ms, socketTimeout: 4 * ms });
