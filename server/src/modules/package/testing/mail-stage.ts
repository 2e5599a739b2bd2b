import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { newCode, newId } from '../../../platform/ids.js';
import type { Given, Person } from '../../../testing/given.js';
import { Package } from '../package.entity.js';

export interface MailServerStage {
  url: string;
  port: number;
  received: (ParsedMail & { account: string })[];
  down: (isDown: boolean) => void;
  stop: () => Promise<void>;
}

const LIMIT = 5_000_000;

/** Says no to some people, as real servers do. */
function noTo(address: string): Error | undefined {
  if (address.startsWith('nobody')) return Object.assign(new Error('No such user here'), { responseCode: 550 });
  return address.startsWith('full') ? Object.assign(new Error('Message too large for mailbox'), { responseCode: 552 }) : undefined;
}

/** A real mail server that takes mails of at most five megabytes, from who logs in where a password is given. */
export async function startMailServer({ password, hasTls = false }: { password?: string; hasTls?: boolean } = {}): Promise<MailServerStage> {
  const received: MailServerStage['received'] = [];
  let isDown = false;
  const server = new SMTPServer({
    authOptional: password === undefined, allowInsecureAuth: true, disabledCommands: hasTls ? [] : ['STARTTLS'], size: LIMIT, logger: false,
    onAuth: (auth, _session, done) => (auth.password === password ? done(null, { user: auth.username }) : done(Object.assign(new Error('Error: authentication failed'), { responseCode: 535 }))),
    onConnect: (_session, done) => done(isDown ? Object.assign(new Error('try again later'), { responseCode: 421 }) : undefined),
    onMailFrom: ({ address }, _session, done) => done(address.startsWith('other') ? Object.assign(new Error('Mail from must equal authorized user'), { responseCode: 553 }) : undefined),
    onRcptTo: ({ address }, _session, done) => done(noTo(address)),
    onData: (stream, { user }, done) => void simpleParser(stream).then((mail) => (received.push(Object.assign(mail, { account: String(user ?? '') })), done()), done),
  });
  server.on('error', () => undefined); // a client that gives up in the middle of a handshake
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, port, received, down: (value) => void (isDown = value), stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A hand-over that is ready, without works: what is sent of it is only its words. */
export async function readyPackage(given: Given, unitId: string, { accountId }: Person, number = 1): Promise<string> {
  const id = newId();
  await given.db.transaction(() => given.db.write(Package).insert({
    id, campaignId: given.campaignId, kind: 'hand-over', unitId, number, title: `兴安盟科技局第 ${number} 次报送`, code: newCode(), state: 'ready', nextLevel: null, papers: null, doneBytes: 0, totalBytes: 0, problem: null, manifestSha256: null, zipBytes: 22,
    createdAt: 1, createdBy: accountId, createdByName: '某人', readyAt: 1, verifiedAt: 1,
  }));
  return id;
}
