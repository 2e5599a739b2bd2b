import type { CampaignReply } from '@kepu/shared/contracts/campaign';
import type { MediaLinkReply, WorkView } from '@kepu/shared/contracts/work';
import type { Problem } from '@kepu/shared/errors';
import { beijing } from '@kepu/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal, type Client } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, TestClock, type TestApp } from '../../testing/start-test-app.js';
import { RequestRate } from './request-rate.js';

const NOON = beijing('2025-11-22', '12:00');

describe('requests in a minute', () => {
  let clock: TestClock;
  let rate: RequestRate;
  beforeEach(() => {
    clock = new TestClock();
    clock.hold(NOON);
    rate = new RequestRate(clock, { KEPU_REQUESTS_PER_ACCOUNT: 60, KEPU_REQUESTS_PER_ADDRESS: 90 });
  });

  /** How many of these a caller gets through. */
  const through = (count: () => void, tries = 1_000): number => {
    for (let n = 0; n < tries; n += 1) {
      try {
        count();
      } catch {
        return n;
      }
    }
    return tries;
  };

  it.each([['calls of an account', 'account', 60], ['parts of its films, apart from them', 'pieces', 300]] as const)('limits %s', (_name, counted, most) => {
    expect(through(() => rate.count(counted, 'a'))).toBe(most);
    expect(through(() => rate.count(counted, 'b'))).toBe(most);
  });

  it('counts one network of IPv6 as one caller, and an IPv4 address however it is written', () => {
    expect(through(() => rate.countAddress(`2408:8000:1:2::${Math.floor(Math.random() * 9_000)}`))).toBe(90);
    expect(through(() => rate.countAddress('2408:8000:1:3::1'))).toBe(90);
    expect(through(() => rate.countAddress('::ffff:10.0.0.1'))).toBe(90);
    expect(through(() => rate.countAddress('10.0.0.1'))).toBe(0);
  });

  it('begins anew a minute after the first request, and says until then how long that is', () => {
    through(() => rate.count('account', 'a'));
    clock.hold(NOON + 22_500);
    expect(() => rate.count('account', 'a')).toThrow('操作太频繁，请 38 秒后再试。');
    clock.hold(NOON + 60_000);
    expect(through(() => rate.count('account', 'a'))).toBe(60);
  });

  it('forgets whoever has not asked for a minute', () => {
    for (let n = 0; n < 500; n += 1) rate.count('account', `a${n}`);
    clock.hold(NOON + 60_000);
    rate.count('account', 'b');
    expect(rate.size).toBe(1);
  });

  it('remembers a bounded number of callers, the latest, however many come', () => {
    for (let n = 0; n < 60_000; n += 1) rate.countAddress(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
    expect(rate.size).toBe(50_000);
    expect(through(() => rate.countAddress('10.0.234.95'))).toBe(89);
  });
});

describe.each(databases)('too many requests, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let person: Person;

  beforeAll(async () => {
    test = await startTestApp(kind, { KEPU_REQUESTS_PER_ACCOUNT: '60', KEPU_REQUESTS_PER_ADDRESS: '60' });
    given = new Given(test);
    await given.campaign();
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    test.clock.hold(test.clock.now() + 61_000);
    person = await given.person('creator');
  });

  const last = async (client: Client, times: number, path: string) => {
    let reply = await client.get(path);
    for (let n = 1; n < times; n += 1) reply = await client.get(path);
    return reply;
  };

  it('refuses a person alone, saying when to try again', async () => {
    expect((await last(person, 60, '/api/me')).status).toBe(200);
    test.clock.hold(test.clock.now() + 20_000);
    const reply = await person.get<Problem>('/api/me');
    expect([reply.status, reply.headers.get('retry-after'), reply.headers.get('content-type')]).toEqual([429, '40', 'application/problem+json; charset=utf-8']);
    expect(reply.body).toMatchObject({ code: 'TOO_MANY_REQUESTS', title: '操作太频繁，请 40 秒后再试。' });
    expect((await (await given.person('creator')).get('/api/me')).status).toBe(200);
    expect((await given.anyone().get<CampaignReply>('/api/campaign')).status).toBe(200);
  });

  it('refuses an address whoever is not signed in there, and leaves those who are', async () => {
    expect((await last(given.anyone(), 40, '/api/campaign')).status).toBe(200);
    expect(refusal(await last(given.anyone(), 20, '/api/me'))).toBe('401 NOT_LOGGED_IN');
    expect(refusal(await given.anyone().get('/api/campaign'))).toBe('429 TOO_MANY_REQUESTS');
    expect(refusal(await given.anyone().get('/api/me'))).toBe('429 TOO_MANY_REQUESTS');
    expect((await person.get('/api/me')).status).toBe(200);
  });

  it('counts parts of uploads apart, and more of them', async () => {
    const status = async () => (await fetch(`${test.base}/api/uploads/none`, { method: 'HEAD', headers: { ...person.headers, 'Tus-Resumable': '1.0.0' } })).status;
    for (let n = 0; n < 300; n += 1) expect(await status()).toBe(404);
    expect(await status()).toBe(429);
    expect((await person.get('/api/me')).status).toBe(200);
  });

  it('counts what a player asks for to its viewer, whose link it is', async () => {
    const [workId] = await given.submittedWorks(1, given.units[0]!, { owner: person });
    const { body: { film } } = await person.get<WorkView>(`/api/works/${workId}`);
    const { body: { url } } = await person.post<MediaLinkReply>(`/api/files/${film!.fileId}/link`);
    expect((await last(given.anyone(), 300, url)).status).toBe(404); // this film has no bytes
    expect((await given.anyone().get(url)).status).toBe(429);
  });

  it('never refuses a monitor', async () => {
    expect((await last(given.anyone(), 70, '/healthz')).status).toBe(200);
    expect((await last(given.anyone(), 70, '/readyz')).status).not.toBe(429);
  });
});
