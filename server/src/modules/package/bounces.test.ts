import { Readable } from 'node:stream';
import type { AuditEntryView, DeskReply } from '@kepu/shared/contracts/desk';
import type { PackageView } from '@kepu/shared/contracts/handover';
import type { Page } from '@kepu/shared/contracts/work';
import { BOUNCE_BYTES } from '@kepu/shared/handover/mail-ways';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBounceFrom } from '../../cli/take-bounce.js';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Bounces } from './bounces.js';
import { bounceOutcome, outcomeOf, readAnswer, type MailError } from '../mail/mail-outcome.js';
import { readBounce } from '../mail/read-bounce.js';
import { delayed, delivered, fromNetease, fromPostfix, fromQq } from './testing/bounces.js';
import { readyPackage, startMailServer, type MailServerStage } from './testing/mail-stage.js';

const NONE = '<0198f000-0000-7000-8000-000000000000@localhost>';

describe.each(databases)('a mail that comes back, on $name', (kind) => {
  let smtp: MailServerStage;
  let test: TestApp;
  let given: Given;
  let unit: Unit;
  let officer: Person;
  let staff: Person;
  let packageId: string;

  beforeAll(async () => {
    smtp = await startMailServer();
    test = await startTestApp(kind, { KEPU_SMTP_URL: smtp.url, KEPU_MAIL_FROM: '科普征集 <kepu@example.cn>' });
    given = new Given(test);
    unit = (await given.campaign([{ code: 'XA', name: '兴安盟科技局' }]))[0]!;
    [officer, staff] = [await given.person('recommender', unit.id), await given.person('staff')];
    packageId = await readyPackage(given, unit.id, officer);
  });
  afterAll(async () => {
    await test.stop();
    await smtp.stop();
  });

  const latest = async () => (await officer.get<PackageView>(`/api/packages/${packageId}`)).body.mails[0]!;
  const give = (raw: string, person = officer, id = packageId) => person.post<PackageView>(`/api/packages/${id}/bounces`, { raw });
  const messages = async () => (await officer.get<DeskReply>('/api/me/desk')).body.messages.filter(({ text }) => text.includes('被退回')).length;
  /** A mail that was sent; its id is the one it really had on the wire. */
  const sent = async () => {
    await officer.post(`/api/packages/${packageId}/mails`, { to: null, via: 'system' });
    await test.app.get(JobWorker).drain(['light']);
    return smtp.received.at(-1)!.messageId!;
  };

  it.each<[string, (messageId: string) => string, string, string]>([
    ['Postfix', fromPostfix, '对方没有这个邮箱', '550 5.1.1 <kepu2025@126.com>: Recipient address rejected: User unknown'],
    ['NetEase', fromNetease, '对方邮箱满了', 'SMTP error, RCPT TO: 550 5.2.2 <kepu2025@126.com>: Mailbox full'],
    ['QQ', fromQq, '垃圾邮件', '550 内容涉嫌大量群发，被投诉为垃圾邮件'],
  ])('is marked by the report of %s, with the server’s own words, and its sender is told once', async (_name, report, outcome, words) => {
    const [messageId, told] = [await sent(), await messages()];
    const { body: view } = await give(report(messageId));
    expect(view.mails[0]).toMatchObject({ state: 'bounced', outcome: expect.stringContaining(outcome) as string, answer: words });
    const again = await give(report(messageId));
    expect([again.status, again.body.mails[0]]).toEqual([200, view.mails[0]]);
    expect(await messages()).toBe(told + 1);
    const { body: log } = await staff.get<Page<AuditEntryView>>(`/api/audit?unitId=${unit.id}&action=package.bounce`);
    expect(log.items[0]).toMatchObject({ role: 'recommender', changes: [{ label: '收件人', after: 'kepu2025@126.com' }, { label: '退信原因', after: words }, { label: '材料包' }] });
  });

  it('is only noted while it is delayed, and marked when it is given up', async () => {
    const [messageId, told] = [await sent(), await messages()];
    expect((await give(delayed(messageId), staff)).body.mails[0]).toMatchObject({ state: 'sent', outcome: '还没有送到：对方邮箱满了，发信服务器还在重试，先不用重发' });
    expect(await messages()).toBe(told);
    expect((await give(fromPostfix(messageId, { status: '4.4.1', said: 'connect to 126mx.example.net[192.0.2.25]:25: Connection timed out' }), staff)).body.mails[0]).toMatchObject({ state: 'bounced', outcome: expect.stringContaining('几天都没有送到') as string });
    expect((await give(delayed(messageId))).body.mails[0]?.state).toBe('bounced');
    expect(await messages()).toBe(told + 1);
  });

  it('is told by two at once, and its sender hears it once', async () => {
    const [messageId, told] = [await sent(), await messages()];
    await Promise.all([give(fromPostfix(messageId)), give(fromPostfix(messageId), staff), give(fromPostfix(messageId))]);
    expect([(await latest()).state, await messages()]).toEqual(['bounced', told + 1]);
  });

  it.each<[string, (messageId: string) => string, string]>([
    ['about somebody else’s mail', () => fromPostfix('<CAF+x7@mail.example.com>'), '422 BOUNCE_OF_ANOTHER'],
    ['about a mail that only looks like ours', () => fromPostfix(NONE), '422 BOUNCE_OF_ANOTHER'],
    ['about our id at another host', (messageId) => fromPostfix(messageId.replace('@localhost', '@elsewhere.cn')), '422 BOUNCE_OF_ANOTHER'],
    ['that says it arrived', delivered, '422 NOT_A_BOUNCE'],
    ['that is an ordinary answer', (messageId) => `From: a@b.cn\r\nIn-Reply-To: ${messageId}\r\nSubject: Re\r\n\r\n收到，谢谢。550 5.1.1`, '422 NOT_A_BOUNCE'],
    ['that is no mail', () => '退信了，怎么办', '422 NOT_A_BOUNCE'],
    ['that is longer than half a megabyte', (messageId) => fromPostfix(messageId) + 'x'.repeat(512 * 1024), '413 FILE_TOO_LARGE'],
  ])('is left alone by a mail %s', async (_name, report, code) => {
    const messageId = await sent();
    expect(refusal(await give(report(messageId)))).toBe(code);
    expect(await latest()).toMatchObject({ state: 'sent', outcome: '发信服务器已接收' });
  });

  it('is not found through another package, nor by another unit', async () => {
    const messageId = await sent();
    const second = await readyPackage(given, unit.id, officer, 2);
    expect(refusal(await give(fromPostfix(messageId), officer, second))).toBe('422 BOUNCE_OF_ANOTHER');
    expect((await give(fromPostfix(messageId), await given.person('recommender', 'another'))).status).toBe(404);
    expect((await latest()).state).toBe('sent');
  });

  it('is marked by what a mail server pipes in, however much of the mail it returns', async () => {
    const messageId = await sent();
    const bounces = test.app.get(Bounces);
    const pipe = async (raw: string) => bounces.take(await readBounceFrom(Readable.from([Buffer.from(raw)])), null);
    const whole = fromNetease(messageId).replace('--b0--', `${'QUJD'.repeat(1_000_000)}\r\n--b0--`);
    expect(await pipe('From: a@b.cn\r\n\r\nhello')).toBe('not-a-bounce');
    expect(await pipe(fromPostfix(NONE))).toBe('not-ours');
    expect(await pipe(whole)).toBe('bounced');
    expect(await pipe(whole)).toBe('known');
    const { body: log } = await staff.get<Page<AuditEntryView>>(`/api/audit?unitId=${unit.id}&action=package.bounce`);
    expect([(await latest()).state, log.items[0]?.actorName]).toEqual(['bounced', '系统']);
  });
});

describe('reading what came back', () => {
  it('looks into nothing that is enclosed: a report within a mail is no report of ours', async () => {
    expect(await readBounce(`From: a@b.cn\r\nContent-Type: message/rfc822\r\n\r\n${fromPostfix(NONE)}`)).toBeNull();
  });

  it('comes to an end with mails that are made to take long', async () => {
    const nested = Array.from({ length: 5_000 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('');
    expect(await readBounce(`From: a@b.cn\r\n${nested}`)).toBeNull();
    expect(await readBounce(`From: a@b.cn\r\nSubject: ${'a'.repeat(300_000)}\r\n\r\n`)).toBeNull();
    expect(await readBounce(fromPostfix(NONE, { said: `550${' -'.repeat(100_000)}` }))).toMatchObject({ messageIds: [NONE] });
    expect(await readBounce(Buffer.alloc(BOUNCE_BYTES, 10))).toBeNull();
  });
});

describe('what a mail server’s no means', () => {
  it.each<[string, string | undefined, string]>([
    ['550 5.1.1 User unknown', '5.1.1', '没有这个邮箱'], ['550 User not found: a@b.cn', '5.0.0', '没有这个邮箱'], ['该用户不存在', '5.0.0', '没有这个邮箱'], ['Host not found', '5.4.4', '没有这个邮箱'],
    ['552 5.2.2 over quota', undefined, '邮箱满了'], ['收件人空间不足', '5.0.0', '邮箱满了'], ['452 try later', '5.2.2', '邮箱满了'],
    ['552 5.3.4 Message size exceeds', '5.3.4', '太大'], ['552-5.2.3 too much', undefined, '太大'], ['552 Error', undefined, '太大'],
    ['550 5.7.1 SPF failed', '5.7.1', '垃圾邮件'], ['rejected by system', '5.0.0', '垃圾邮件'], ['554 DT:SPM 126 smtp', undefined, '垃圾邮件'],
    ['500 what?', undefined, '不收这封信'], ['connection timed out', '4.4.1', '放弃了'],
  ])('%s (%s): %s', (words, status, outcome) => {
    expect(bounceOutcome(readAnswer(words, status), true)).toContain(outcome);
  });

  it.each<[Partial<MailError>, string]>([
    [{ responseCode: 550, response: '550 No such user here' }, '没有这个邮箱'], [{ responseCode: 550, response: '550 5.7.1 policy' }, '垃圾邮件'], [{ responseCode: 552, response: '552 5.2.2 mailbox full' }, '邮箱满了'],
    [{ code: 'EMESSAGE' }, '太大'], [{ code: 'EMESSAGE', responseCode: 554, response: '554 5.7.1 spam' }, '垃圾邮件'], [{ code: 'EAUTH', responseCode: 535 }, '系统管理员'],
    [{ code: 'ETLS', responseCode: 502 }, '加密连接'], [{ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, '加密连接'], [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, '没有连上'], [{ responseCode: 421, response: '421 later' }, '没有连上'],
  ])('%o: %s', (error, outcome) => {
    expect(outcomeOf(Object.assign(new Error(''), error), 'system')).toContain(outcome);
  });
});
