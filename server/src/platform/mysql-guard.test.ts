import { createConnection } from 'mysql2/promise';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../testing/client.js';
import { databases, type DatabaseKind } from '../testing/databases.js';
import { Given, type Person } from '../testing/given.js';
import { startTestApp, type TestApp } from '../testing/start-test-app.js';
import { TcpProxy } from '../testing/tcp-proxy.js';
import { Database } from './database.js';
import { ThrottleRow } from './throttle/throttle.entity.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB');

describe.runIf(mariadb)('a database that falls silent, goes away or keeps a row', () => {
  let test: TestApp;
  let proxy: TcpProxy;
  let person: Person;
  let directUrl = '';

  beforeAll(async () => {
    const through: DatabaseKind = {
      name: 'MariaDB',
      make: async () => {
        const real = await mariadb!.make();
        directUrl = real.url;
        const url = new URL(real.url);
        proxy = new TcpProxy({ host: url.hostname, port: Number(url.port || 3306) });
        url.hostname = '127.0.0.1';
        url.port = String(await proxy.listen());
        return { url: url.toString(), drop: real.drop };
      },
    };
    test = await startTestApp(through);
    const given = new Given(test);
    await given.campaign();
    person = await given.person('creator');
  });
  afterEach(() => {
    proxy.onSent = () => undefined;
    proxy.speak();
    proxy.refuse(false);
  });
  afterAll(async () => {
    await test.stop();
    proxy.close();
  });

  const read = () => person.get('/api/me');
  const timed = async <T>(work: () => Promise<T>) => {
    const began = Date.now();
    return { answer: await work(), ms: Date.now() - began };
  };
  const ready = () => timed(() => fetch(`${test.base}/readyz`).then((reply) => reply.status));

  it('silent: everybody is answered 503 in seconds, /readyz within two, and all is whole when it speaks again', async () => {
    await Promise.all(Array.from({ length: 30 }, read));
    proxy.mute();
    const waiting = timed(() => Promise.all(Array.from({ length: 20 }, read)));
    const { answer, ms } = await ready();
    expect(answer).toBe(503);
    expect(ms).toBeLessThan(2_000);
    const { answer: answers, ms: longest } = await waiting;
    expect(new Set(answers.map(refusal))).toEqual(new Set(['503 DATABASE_AWAY']));
    expect(answers[0]?.headers.get('retry-after')).toBe('5');
    expect(longest).toBeLessThan(15_000);
    proxy.speak();
    const { answer: again, ms: back } = await timed(() => Promise.all(Array.from({ length: 20 }, read)));
    expect(again.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(back).toBeLessThan(4_000);
    expect((await ready()).answer).toBe(200);
  });

  it('connections dropped in the middle of reads: they are asked again on another one', async () => {
    for (let round = 0; round < 3; round += 1) {
      let sent = 0;
      proxy.onSent = (bytes) => {
        if (bytes.includes('SELECT') && (sent += 1) === 15) setImmediate(() => proxy.drop());
      };
      const answers = await Promise.all(Array.from({ length: 40 }, read));
      expect(sent).toBeGreaterThanOrEqual(15);
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
    }
  });

  it('refused: 503 with a code of its own and Retry-After, for reads and writes, and 200 once it is back', async () => {
    proxy.refuse(true);
    const answers = await Promise.all([read(), person.post('/api/works', {})]);
    expect(answers.map(refusal)).toEqual(['503 DATABASE_AWAY', '503 DATABASE_AWAY']);
    expect(answers.every(({ headers }) => headers.get('retry-after') === '5')).toBe(true);
    proxy.refuse(false);
    expect((await read()).status).toBe(200);
  });

  it('a commit whose answer was lost is not done again', async () => {
    const db = test.app.get(Database);
    let runs = 0;
    proxy.onSent = (bytes) => {
      if (bytes.toString('latin1').endsWith('COMMIT')) setImmediate(() => proxy.drop());
    };
    const lost = db.transaction(() => {
      runs += 1;
      return db.write(ThrottleRow).insert({ key: 'once', count: 1, windowEndsAt: 1 });
    });
    await expect(lost).rejects.toMatchObject({ driverError: { code: 'DATABASE_UNSURE' } });
    expect(runs).toBe(1);
  });

  it('a row locked elsewhere: 503 in less than ten seconds, nothing saved, and saved once it is free', async () => {
    const work = (await person.post<{ id: string }>('/api/works', {})).body;
    const other = await createConnection({ uri: directUrl });
    await other.beginTransaction();
    await other.query('SELECT * FROM work WHERE id = ? FOR UPDATE', [work.id]);
    const save = () => person.put(`/api/works/${work.id}/form`, { changes: [{ field: 'title', value: '风', baseRevision: 0 }] });
    const { answer, ms } = await timed(save);
    expect(refusal(answer)).toBe('503 DATABASE_BUSY');
    expect(ms).toBeLessThan(10_000);
    await other.rollback();
    await other.end();
    expect((await save()).status).toBe(200);
  });
});
