import { createHash } from 'node:crypto';
import type { DeskReply } from '@kepu/shared/contracts/desk';
import type { PackageLinkReply, PackageView } from '@kepu/shared/contracts/handover';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { Storage } from '../../platform/storage.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { putScan } from '../../testing/scan.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { StoredFile } from '../upload/file.entity.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Work } from '../work/work.entity.js';
import { chooseAttachments } from './mail-drafts.js';
import type { ItemKind, PackageItem } from './package.entity.js';
import { startMailServer, type MailServerStage } from './testing/mail-stage.js';

describe.each(databases)('the message of a hand-over, on $name', (kind) => {
  let smtp: MailServerStage;
  let test: TestApp;
  let given: Given;
  let officer: Person;
  let view: PackageView;

  beforeAll(async () => {
    smtp = await startMailServer();
    test = await startTestApp(kind, { KEPU_SMTP_URL: smtp.url, KEPU_MAIL_FROM: '科普征集 <kepu@example.cn>' });
    given = new Given(test);
    const [unit] = await given.campaign([{ code: 'XA', name: '兴安盟科技局' }], { broadcast: { required: true, proofRequired: false, categories: [] } });
    officer = await given.person('recommender', unit!.id);
    const [workId] = await given.submittedWorks(1, unit!);
    const { filmFileId } = await given.db.read(Work).findOneByOrFail({ id: workId! });
    const content = Buffer.alloc(400_000, 1);
    const file = await given.db.read(StoredFile).findOneByOrFail({ id: filmFileId! });
    await test.app.get(Storage).put(file.key, content);
    const version = await given.db.read(WorkVersion).findOneByOrFail({ workId: workId! });
    await given.db.transaction(async () => {
      await given.db.write(StoredFile).update({ id: file.id }, { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
      await given.db.write(WorkVersion).update({ id: version.id }, { form: { ...version.form, title: '王㛃、刘𬭊的课堂' } });
    });
    await officer.put(`/api/works/${workId!}/recommendation`);
    await putScan(test, workId!, officer);
    view = (await officer.post<PackageView>(`/api/units/${unit!.id}/hand-overs`)).body;
    await drain();
  });
  afterAll(async () => {
    await test.stop();
    await smtp.stop();
  });

  const drain = () => test.app.get(JobWorker).drain(['light']);
  const send = (to: string | null) => officer.post<PackageView>(`/api/packages/${view.id}/mails`, { to, via: 'system' });
  const latest = async () => (await officer.get<PackageView>(`/api/packages/${view.id}`)).body.mails[0]!;

  it('goes to the call’s address with forms, scans and lists, and a link that downloads the films', async () => {
    expect((await send(null)).body.mails[0]).toMatchObject({ to: 'kepu2025@126.com', state: 'queued' });
    await drain();
    expect(await latest()).toMatchObject({ state: 'sent', outcome: '发信服务器已接收' });
    const mail = smtp.received.at(-1)!;
    expect(mail.subject).toMatch(/^兴安盟科技局报送\d{4}年科普微视频作品 1 部（第 1 次报送）$/u);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['清单.txt', 'manifest.json', 'checksums.sha256', '推荐汇总表.xlsx', '推荐汇总表.pdf', '01_推荐表_王㛃、刘𬭊的课堂.docx', '01_推荐表_王㛃、刘𬭊的课堂_电子版.pdf', '01_推荐表_王㛃、刘𬭊的课堂_盖章扫描件.pdf']);
    expect(createHash('sha256').update(mail.attachments[1]!.content).digest('hex')).toBe(view.manifestSha256 ?? (await officer.get<PackageView>(`/api/packages/${view.id}`)).body.manifestSha256);
    const code = /\/d\/([0-9A-Z-]+)/u.exec(mail.text ?? '')?.[1] ?? '';
    const part = await fetch(`${test.base}/media/package/${code}/package.zip`, { headers: { Range: 'bytes=0-3' } });
    expect([part.status, Buffer.from(await part.arrayBuffer()).toString('latin1')]).toEqual([206, 'PK\u0003\u0004']);
  });

  it.each([
    ['nobody@example.cn', '对方没有这个邮箱'],
    ['full@example.cn', '对方说邮件太大'],
  ])('shows what a refusal of %s means, at once, and in a message', async (to, outcome) => {
    await send(to);
    await drain();
    expect((await latest()).outcome).toContain(outcome);
    expect((await latest()).state).toBe('refused');
    expect((await officer.get<DeskReply>('/api/me/desk')).body.messages[0]?.text).toContain('邮件没有发出');
  });

  it('is tried again while the server is down, and sent when it is back', async () => {
    smtp.down(true);
    await send('later@example.cn');
    await drain();
    expect((await latest()).state).toBe('queued');
    smtp.down(false);
    test.clock.setTo(test.clock.now() + 60_000);
    await drain();
    expect([(await latest()).state, smtp.received.at(-1)?.to && 'text' in smtp.received.at(-1)!.to! ? smtp.received.at(-1)!.to : null]).toMatchObject(['sent', { text: 'later@example.cn' }]);
  });

  it('takes no address that is none, and sends nothing for another unit', async () => {
    expect(refusal(await send('a@b'))).toBe('422 MAIL_ADDRESS_INVALID');
    const stranger = await given.person('recommender', 'another');
    expect((await stranger.post(`/api/packages/${view.id}/mails`, { to: null, via: 'system' })).status).toBe(404);
  });

  it('is also there as a draft that mail programs open unsent, with the same attachments', async () => {
    const { body } = await officer.post<PackageLinkReply>(`/api/packages/${view.id}/link`);
    const response = await fetch(`${test.base}/media/package/${body.url.split('/').at(-1)!}/mail.eml`);
    expect(response.headers.get('content-type')).toBe('message/rfc822');
    const draft = await simpleParser(Buffer.from(await response.arrayBuffer()));
    expect([draft.headers.get('x-unsent'), draft.attachments.length, draft.text?.includes(body.url)]).toEqual(['1', 8, true]);
  });
});

describe('what a mail carries', () => {
  const item = (kind: ItemKind, bytes: number, path: string = kind): PackageItem => ({ id: path, packageId: '', position: 0, path, kind, workId: null, fileId: null, key: '', bytes, sha256: '', crc32: 0, at: 0 });

  it('leaves films out always, and scans where there is no room left', () => {
    const { attached, left } = chooseAttachments([item('manifest', 1_000), item('film', 10), item('paper', 500_000), item('scan', 12_000_000, 'a'), item('scan', 9_000_000, 'b'), item('scan', 4_000_000, 'c')]);
    expect([attached.map(({ path }) => path), left.map(({ path }) => path)]).toEqual([['manifest', 'paper', 'a', 'c'], ['b']]);
  });
});
