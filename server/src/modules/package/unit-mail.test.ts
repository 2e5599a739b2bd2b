import type { AuditEntryView, DeskReply } from '@kepu/shared/contracts/desk';
import type { HandOverReply, MailServerReply, MailServerTestReply, MailWay, PackageView, SetMailServerRequest } from '@kepu/shared/contracts/handover';
import type { Page } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import type { Unit } from '../campaign/unit.entity.js';
import { isPublicAddress } from '../mail/mail-hosts.js';
import { ownOptions } from '../mail/mail-transports.js';
import { UnitMailServer } from '../mail/mail-server.entity.js';
import { readyPackage, startMailServer, type MailServerStage } from './testing/mail-stage.js';

const PASSWORD = 'QZXKWMPLTRBNVCDA';
const TABLES = ['unit_mail_server', 'package_mail', 'audit_entry', 'job', 'message', 'throttle'];

describe.each(databases)('a unit’s own mail server, on $name', (kind) => {
  let smtp: MailServerStage;
  let withTls: MailServerStage;
  let test: TestApp;
  let given: Given;
  let unit: Unit;
  let neighbour: Unit;
  let officer: Person;
  let staff: Person;
  let packageId: string;

  beforeAll(async () => {
    [smtp, withTls] = [await startMailServer({ password: PASSWORD }), await startMailServer({ password: PASSWORD, hasTls: true })];
    test = await startTestApp(kind, { KEPU_SMTP_URL: smtp.url, KEPU_MAIL_FROM: '科普征集 <kepu@example.cn>', KEPU_INTRANET_MAIL: `localhost:${smtp.port}, localhost:${withTls.port}` });
    given = new Given(test);
    [unit, neighbour] = (await given.campaign([{ code: 'XA', name: '兴安盟科技局' }, { code: 'TL', name: '通辽市科技局' }])) as [Unit, Unit];
    [officer, staff] = [await given.person('recommender', unit.id), await given.person('staff')];
    packageId = await readyPackage(given, unit.id, officer);
  });
  afterAll(async () => {
    await test.stop();
    await smtp.stop();
    await withTls.stop();
  });

  const path = () => `/api/units/${unit.id}/mail-server`;
  const set = (change: Partial<SetMailServerRequest> = {}) => officer.put<MailServerReply>(path(), { host: 'localhost', port: smtp.port, account: 'office@xam.example.cn', password: PASSWORD, sender: 'office@xam.example.cn', ...change });
  const tryIt = async () => (await officer.post<MailServerTestReply>(`${path()}/test`)).body;
  const ways = async () => (await officer.get<HandOverReply>(`/api/units/${unit.id}/hand-over`)).body.mailWays;
  const send = (via: MailWay, person = officer) => person.post<PackageView>(`/api/packages/${packageId}/mails`, { to: null, via });
  const drain = () => test.app.get(JobWorker).drain(['light']);
  const latest = async () => (await officer.get<PackageView>(`/api/packages/${packageId}`)).body.mails[0]!;
  const log = async () => (await staff.get<Page<AuditEntryView>>(`/api/audit?unitId=${unit.id}`)).body.items;

  it.each<[string, Partial<SetMailServerRequest>, string]>([
    ['this machine', { host: '127.0.0.1', port: 465 }, 'MAIL_HOST_PRIVATE'],
    ['this machine by name', { host: 'LocalHost', port: 587 }, 'MAIL_HOST_PRIVATE'],
    ['this machine as one number', { host: '2130706433', port: 25 }, 'MAIL_HOST_PRIVATE'],
    ['this machine in IPv6', { host: '::1', port: 465 }, 'MAIL_HOST_PRIVATE'],
    ['a private network', { host: '10.1.2.3', port: 465 }, 'MAIL_HOST_PRIVATE'],
    ['a cloud’s metadata', { host: '169.254.169.254', port: 25 }, 'MAIL_HOST_PRIVATE'],
    ['another port of this machine', { host: 'localhost', port: 3306 }, 'MAIL_PORT_REFUSED'],
    ['a name nobody has', { host: 'smtp.nowhere.invalid', port: 465 }, 'MAIL_HOST_UNKNOWN'],
    ['a sender that is no address', { sender: '科技局' }, 'MAIL_SENDER_INVALID'],
  ])('is not taken at %s', async (_name, change, code) => {
    expect(refusal(await set(change))).toBe(`422 ${code}`);
    expect((await officer.get<MailServerReply>(path())).body).toEqual({ server: null });
  });

  it('is set by the unit’s own people, who never see the password again; the log says what changed', async () => {
    expect(await ways()).toEqual(['system']);
    expect(refusal(await send('unit'))).toBe('409 NO_UNIT_MAIL_SERVER');
    expect(refusal(await officer.post(`${path()}/test`))).toBe('409 NO_UNIT_MAIL_SERVER');
    const { status, body } = await set({ password: 'not-this-one' });
    expect([status, body.server]).toMatchObject([200, { host: 'localhost', port: smtp.port, account: 'office@xam.example.cn', sender: 'office@xam.example.cn' }]);
    expect(Object.keys(body.server!).sort()).toEqual(['account', 'host', 'port', 'sender', 'setAt', 'setByName']);
    expect(await ways()).toEqual(['unit', 'system']);
    expect((await log())[0]).toMatchObject({ action: 'unit.set-mail-server', role: 'recommender', changes: [{ label: '服务器', before: null, after: `localhost:${smtp.port}` }, { label: '账号' }, { label: '发件地址' }, { label: '授权码', before: null, after: '已设' }] });
    const stranger = await given.person('recommender', 'another');
    expect([(await stranger.get(path())).status, (await staff.get(path())).status, (await stranger.post(`${path()}/test`)).status]).toEqual([404, 403, 404]);
  });

  it('is tried by a real log-in: a wrong password, a certificate of somebody else’s and silence each have their sentence', async () => {
    expect(await tryIt()).toMatchObject({ isWorking: false, outcome: expect.stringContaining('账号或授权码不对') as string });
    await set({ port: withTls.port });
    expect(await tryIt()).toMatchObject({ isWorking: false, outcome: expect.stringContaining('加密连接') as string });
    await set();
    smtp.down(true);
    expect((await tryIt()).isWorking).toBe(false);
    smtp.down(false);
    expect(await tryIt()).toEqual({ isWorking: true, outcome: '登录成功，可以发信' });
    expect((await log())[0]).toMatchObject({ changes: [{ label: '服务器', before: `localhost:${withTls.port}`, after: `localhost:${smtp.port}` }, { label: '授权码', before: '已设', after: '已换' }] });
  });

  it('sends in the unit’s name, as who logged in, and the mail says which way it went', async () => {
    expect((await send('unit')).body.mails[0]).toMatchObject({ via: 'unit', state: 'queued' });
    await drain();
    expect(await latest()).toMatchObject({ via: 'unit', state: 'sent', outcome: '发信服务器已接收' });
    const mail = smtp.received.at(-1)!;
    expect([mail.account, mail.from?.value[0]]).toEqual(['office@xam.example.cn', { name: '兴安盟科技局', address: 'office@xam.example.cn' }]);
    expect((await log()).find(({ action }) => action === 'package.mail')?.changes).toContainEqual({ label: '经由', before: null, after: '单位邮箱' });
  });

  it('is not for the department to send through', async () => {
    expect(refusal(await send('unit', staff))).toBe('403 NOT_ALLOWED');
  });

  it.each<[string, Partial<SetMailServerRequest>, string]>([
    ['a password that was changed', { password: 'changed-since' }, '单位邮箱的账号或授权码不对'],
    ['a sender the server does not allow', { sender: 'other@xam.example.cn' }, '把发件地址改成登录的账号'],
  ])('says at once what to do about %s', async (_name, change, outcome) => {
    await set(change);
    await send('unit');
    await drain();
    expect(await latest()).toMatchObject({ state: 'refused', outcome: expect.stringContaining(outcome) as string });
    expect((await officer.get<DeskReply>('/api/me/desk')).body.messages[0]?.text).toContain('邮件没有发出');
    await set();
  });

  it('lies nowhere in the clear', async () => {
    const rows = await Promise.all(TABLES.map((table) => given.db.query(`SELECT * FROM ${table}`, [])));
    expect(JSON.stringify(rows)).toContain('office@xam.example.cn');
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
    const sealed = (await given.db.row(UnitMailServer, unit.id))!.password;
    // Copied to another unit's row it opens nothing.
    const other = await given.person('recommender', neighbour.id);
    await other.put(`/api/units/${neighbour.id}/mail-server`, { host: 'localhost', port: smtp.port, account: 'a', password: 'b', sender: 'a@b.cn' });
    await given.db.transaction(() => given.db.write(UnitMailServer).update({ id: neighbour.id }, { password: sealed }));
    expect(refusal(await other.post(`/api/units/${neighbour.id}/mail-server/test`))).toBe('409 MAIL_PASSWORD_UNREADABLE');
  });

  it('refuses what waits to be sent once it is removed, and says so', async () => {
    await send('unit');
    expect((await officer.delete<MailServerReply>(path())).body).toEqual({ server: null });
    await drain();
    expect(await latest()).toMatchObject({ state: 'refused', outcome: expect.stringContaining('没有设置或已移除') as string, answer: null });
    expect([(await log())[0]?.action, await ways()]).toEqual(['unit.remove-mail-server', ['system']]);
    expect((await officer.delete(path())).status).toBe(200);
  });

  it('cannot be tried without end', async () => {
    const outcomes: string[] = [];
    for (let n = 0; n < 20; n += 1) outcomes.push(refusal(await officer.post(`${path()}/test`)));
    expect([outcomes[0], outcomes.at(-1)]).toEqual(['409 NO_UNIT_MAIL_SERVER', '429 TOO_MANY_REQUESTS']);
  });
});

describe('where a unit’s messages may be sent through', () => {
  it.each<[string, boolean]>([
    ['123.126.97.1', true], ['2400:3200::1', true], ['127.0.0.2', false], ['0.0.0.0', false], ['10.0.0.1', false], ['100.64.0.1', false], ['172.31.255.255', false], ['192.168.1.1', false], ['169.254.169.254', false], ['198.18.0.1', false], ['224.0.0.1', false], ['255.255.255.255', false],
    ['::', false], ['::1', false], ['fe80::1', false], ['fd00::1', false], ['::ffff:10.0.0.1', false], ['64:ff9b::a00:1', false], ['2002:a00:1::', false], ['2001::1', false], ['ff02::1', false], ['nonsense', false],
  ])('%s: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });

  it('is the address that was checked, with the certificate of the name that was typed, encrypted always', () => {
    const logIn = { host: 'smtp.163.com', account: 'a@163.com', password: 'x', sender: 'a@163.com' };
    expect(ownOptions({ ...logIn, port: 465 }, '123.126.97.1')).toMatchObject({ host: '123.126.97.1', servername: 'smtp.163.com', secure: true });
    for (const port of [587, 25]) expect(ownOptions({ ...logIn, port }, '123.126.97.1')).toMatchObject({ servername: 'smtp.163.com', secure: false, requireTLS: true, forceAuth: true });
    expect(ownOptions({ ...logIn, host: 'localhost', port: 2525 }, '127.0.0.1').requireTLS).toBe(false);
  });
});
