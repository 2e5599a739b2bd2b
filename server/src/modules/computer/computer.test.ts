import type { AskingComputerView, ComputerAskReply, ComputerDeskReply, ComputerTicketReply, ComputerView } from '@kepu/shared/contracts/computer';
import type { WorkView } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuditEntry } from '../../platform/audit/audit-entry.entity.js';
import { refusal, type Client } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { proofPicture, TusClient, type Offer } from '../../testing/upload.js';
import { Work } from '../work/work.entity.js';
import { Computer } from './computer.entity.js';
import { Computers } from './computers.js';

const MB = 1024 * 1024;
const MINUTE = 60_000;
const bytes = (length: number) => Buffer.alloc(length, 7);

describe.each(databases)('an editing computer, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let creator: Person;
  let workId: string;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    await given.campaign();
  });
  beforeEach(async () => {
    creator = await given.person('creator');
    workId = await given.draft(creator);
  });
  afterAll(() => test.stop());

  const ask = async () => (await given.anyone().post<ComputerAskReply>('/api/computers')).body;
  const allow = (code: string, owner: Client = creator, work = workId) => owner.put<ComputerView>(`/api/works/${work}/computers/${code}`);
  const take = (secret: string) => given.anyone().post<ComputerTicketReply>('/api/computers/ticket', { secret });
  const desk = (computer: Client, work = workId) => computer.get<ComputerDeskReply>(`/api/works/${work}/computer-desk`);
  const film = (change: Partial<Offer> = {}): Offer => ({ workId, purpose: 'film', filename: '成片.mp4', bytes: 2 * MB, fingerprint: 'f', ...change });
  const offered = async (computer: Client, change: Partial<Offer> = {}) => refusal(await new TusClient(test.base, computer).create(film(change)));
  const deeds = async () => (await given.db.read(AuditEntry).find({ where: { workId }, order: { id: 'ASC' } })).map(({ action }) => action).filter((action) => action.startsWith('computer.'));

  it('waits for the phone, which sees what asks, and gets one ticket for one work', async () => {
    const { code, secret, qr } = await ask();
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/u);
    expect(qr.modules).toBeGreaterThan(20);
    expect((await take(secret)).body).toMatchObject({ state: 'waiting' });
    expect((await creator.get<AskingComputerView>(`/api/works/${workId}/computers/${code}`)).body.device).not.toBe('');
    expect((await allow(code.toLowerCase())).status).toBe(200);
    const { body } = await take(secret);
    expect(body).toMatchObject({ state: 'allowed', workId });
    expect(refusal(await take(secret))).toBe('410 COMPUTER_CODE_EXPIRED');
    expect(await deeds()).toEqual(['computer.allow', 'computer.join']);
    const row = await given.db.read(Computer).findOneByOrFail({ workId });
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`${code}|${secret}`, 'u'));
  });

  it('gives one ticket to two that fetch it at the same moment', async () => {
    const { code, secret } = await ask();
    await allow(code);
    const replies = await Promise.all([take(secret), take(secret), take(secret)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  });

  it('uploads film and proofs, and the phone sees from which device', async () => {
    const computer = await given.computer(creator, workId);
    const tus = new TusClient(test.base, computer);
    const { url } = await tus.create(film());
    await tus.patch(url, 0, bytes(MB));
    const { upload } = (await creator.get<WorkView>(`/api/works/${workId}`)).body;
    expect(upload).toMatchObject({ url, offset: MB });
    expect(upload?.device).toBe((await creator.get<ComputerView[]>(`/api/works/${workId}/computers`)).body[0]?.device);
    expect((await desk(computer)).body).toMatchObject({ upload: { url, offset: MB }, film: null, status: 'draft' });
    const proof = await tus.whole({ workId, purpose: 'broadcast-proof', filename: '截图.png', place: 'record-1' }, proofPicture());
    expect((await creator.get<WorkView>(`/api/works/${workId}`)).body.files[proof]).toMatchObject({ place: 'record-1', purpose: 'broadcast-proof' });
  });

  it('goes on with what the phone began, and the phone with what it began', async () => {
    const phone = new TusClient(test.base, creator);
    const computer = new TusClient(test.base, await given.computer(creator, workId));
    const { url } = await phone.create(film());
    await phone.patch(url, 0, bytes(MB));
    expect((await computer.head(url)).headers.get('upload-offset')).toBe(String(MB));
    await computer.patch(url, MB, bytes(MB / 2));
    expect((await phone.patch(url, 1.5 * MB, bytes(MB / 2))).headers.get('kepu-file-id')).toBeTruthy();
  });

  it('may do nothing else, and nothing on another work of the same person', async () => {
    const other = await given.draft(creator);
    const foreign = (await new TusClient(test.base, creator).create(film({ workId: other }))).url;
    const computer = await given.computer(creator, workId);
    const tus = new TusClient(test.base, computer);
    expect(await offered(computer, { workId: other })).toBe('404 NOT_FOUND');
    expect((await tus.head(foreign)).status).toBe(404);
    expect(refusal(await tus.patch(foreign, 0, bytes(MB)))).toBe('404 NOT_FOUND');
    expect((await tus.delete(foreign)).status).toBe(404);
    expect(await offered(computer, { purpose: 'scan', filename: 'a.pdf' })).toBe('403 NOT_ALLOWED');
    expect(refusal(await desk(computer, other))).toBe('404 NOT_FOUND');
    for (const path of ['/api/me', `/api/works/${workId}`, '/api/works/mine']) expect(refusal(await computer.get(path))).toBe('403 NOT_ALLOWED');
    expect(refusal(await allow((await ask()).code, computer))).toBe('403 NOT_ALLOWED');
  });

  describe('is refused', () => {
    it('with a code that is ten minutes old, or used before', async () => {
      const [old, used] = [await ask(), await ask()];
      test.clock.setTo(test.clock.now() + 5 * MINUTE);
      const owner = await given.person('creator');
      const work = await given.draft(owner);
      await allow(used.code, owner, work);
      expect(refusal(await allow(used.code, owner, work))).toBe('410 COMPUTER_CODE_EXPIRED');
      test.clock.setTo(test.clock.now() + 5 * MINUTE);
      expect(refusal(await allow(old.code, owner, work))).toBe('410 COMPUTER_CODE_EXPIRED');
      expect(refusal(await take(old.secret))).toBe('410 COMPUTER_CODE_EXPIRED');
      expect(refusal(await take(used.secret))).toBe('410 COMPUTER_CODE_EXPIRED');
    });

    it('when the ticket has run out', async () => {
      const computer = await given.computer(creator, workId);
      expect((await desk(computer)).status).toBe(200);
      test.clock.setTo(test.clock.now() + 8 * 60 * MINUTE + 1);
      expect(refusal(await desk(computer))).toBe('401 SESSION_ENDED');
      expect(await offered(computer)).toBe('401 SESSION_ENDED');
    });

    it('when its owner has sent it away, or logged out', async () => {
      const [first, second] = [await given.computer(creator, workId), await given.computer(creator, workId)];
      const [view] = (await creator.get<ComputerView[]>(`/api/works/${workId}/computers`)).body;
      expect((await creator.delete(`/api/works/${workId}/computers/${view!.id}`)).status).toBe(204);
      const replies = [await offered(first), await offered(second)].sort();
      expect(replies).toEqual(['201 ', '401 SESSION_ENDED']);
      expect((await deeds()).at(-1)).toBe('computer.revoke');
      await creator.delete('/api/auth/session');
      expect([await offered(first), await offered(second)]).toEqual(['401 SESSION_ENDED', '401 SESSION_ENDED']);
    });

    it('after the work has been handed in', async () => {
      const computer = await given.computer(creator, workId);
      await given.db.transaction(() => given.db.write(Work).update({ id: workId }, { status: 'submitted' }));
      expect(await offered(computer)).toBe('409 FILM_FROZEN');
      expect(refusal(await allow((await ask()).code))).toBe('409 WRONG_STATUS');
    });

    it('by a stranger, for a work that is not theirs', async () => {
      const stranger = await given.person('creator');
      const { code } = await ask();
      expect(refusal(await allow(code, stranger))).toBe('404 NOT_FOUND');
      expect((await allow(code)).status).toBe(200);
      const [view] = (await creator.get<ComputerView[]>(`/api/works/${workId}/computers`)).body;
      const own = await given.draft(stranger);
      expect((await stranger.delete(`/api/works/${own}/computers/${view!.id}`)).status).toBe(404);
    });

    it('with codes tried at random, after ten of them even a true one', async () => {
      const { code } = await ask();
      for (let n = 0; n < 10; n += 1) expect(refusal(await allow(`22222${n}`))).toBe('422 COMPUTER_CODE_UNKNOWN');
      expect(refusal(await allow(code))).toBe('429 TOO_MANY_REQUESTS');
    });

    it('with a made-up ticket', async () => {
      const { base } = test;
      const reply = await fetch(`${base}/api/works/${workId}/computer-desk`, { headers: { Authorization: 'Bearer ticket.made-up' } });
      expect(reply.status).toBe(401);
    });
  });

  it('is forgotten when its time has long gone', async () => {
    await given.computer(creator, workId);
    await ask();
    test.clock.setTo(test.clock.now() + 48 * 60 * MINUTE);
    await test.app.get(Computers).sweep();
    expect(await given.db.read(Computer).count()).toBe(0);
  });
});
