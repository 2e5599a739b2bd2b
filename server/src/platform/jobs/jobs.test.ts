import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../testing/databases.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { Database } from '../database.js';
import { Job } from './job.entity.js';
import { JobWorker } from './job-worker.js';
import { Jobs } from './jobs.js';

const MINUTE = 60_000;

describe.each(databases)('what waits, on $name', (kind) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(kind);
  });
  afterAll(() => test.stop());

  it('is an inspection before the pictures of films that came earlier; then by its time', async () => {
    const jobs = test.app.get(Jobs);
    const add = (name: 'film.pictures' | 'inspection.run', fileId: string) => test.app.get(Database).transaction(() => jobs.add(name, { fileId }, { uniqueKey: `${name}:${fileId}` }));
    await add('film.pictures', 'a');
    await add('film.pictures', 'b');
    test.clock.setTo(test.clock.now() + 1_000);
    await add('inspection.run', 'c');
    test.clock.setTo(test.clock.now() + 1_000);
    await add('inspection.run', 'd');
    const taken: string[] = [];
    for (let job = await jobs.claim('heavy'); job; job = await jobs.claim('heavy')) taken.push((job.payload as { fileId: string }).fileId);
    expect(taken.slice(0, 2)).toEqual(['c', 'd']);
    expect(taken.slice(2).sort()).toEqual(['a', 'b']);
  });

  it('takes turns: who comes with one film does not wait behind another person’s ten', async () => {
    const jobs = test.app.get(Jobs);
    const add = (fileId: string, ownerId: string) => test.app.get(Database).transaction(() => jobs.add('inspection.run', { fileId }, { ownerId }));
    for (const fileId of ['many-1', 'many-2', 'many-3']) {
      await add(fileId, 'many');
      test.clock.setTo(test.clock.now() + 1_000);
    }
    await add('one-1', 'one');
    const taken: string[] = [];
    for (let job = await jobs.claim('heavy'); job; job = await jobs.claim('heavy')) taken.push((job.payload as { fileId: string }).fileId);
    expect(taken).toEqual(['many-1', 'one-1', 'many-2', 'many-3']);
  });
});

describe.each(databases)('a job of a key, on $name', (kind) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(kind);
  });
  afterAll(() => test.stop());

  const add = (evenIfRunning: boolean) => test.app.get(Database).transaction(() => test.app.get(Jobs).add('other-works.recount', { workId: 'a' }, { uniqueKey: 'a', evenIfRunning }));

  it('waits once; behind one that runs another is added only where what it reads may have changed', async () => {
    const jobs = test.app.get(Jobs);
    expect([await add(false), await add(false), await add(true)]).toEqual([true, false, false]);
    const running = await jobs.claim('light');
    expect([await add(false), await add(true), await add(true)]).toEqual([false, true, false]);
    const second = await jobs.claim('light');
    expect([running?.uniqueKey, second?.uniqueKey]).toEqual(['a', 'a+']);
    expect([await add(false), await add(true), await add(true)]).toEqual([false, true, false]);
    if (running) await jobs.finish(running);
    expect([await add(true), await add(true)]).toEqual([true, false]);
  });
});

describe.each(databases)('a job whose worker dies, on $name', (kind) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(kind);
  });
  afterAll(() => test.stop());

  /** Takes it and is never heard of again. */
  const dieWith = async () => {
    expect(await test.app.get(Jobs).claim('light')).not.toBeNull();
    test.clock.setTo(test.clock.now() + 2 * MINUTE);
  };
  const add = () => test.app.get(Database).transaction(() => test.app.get(Jobs).add('package.prepare', { packageId: 'none' }));
  const states = async () => (await test.app.get(Database).read(Job).find()).map(({ state }) => state);

  it('is given up after its attempts instead of taking down one worker after the other', async () => {
    await add();
    for (let attempt = 0; attempt < 3; attempt += 1) await dieWith();
    await test.app.get(JobWorker).drain(['light']);
    expect(await states()).toEqual(['failed']);
  });

  it('loses no attempt where the worker was stopped in good order', async () => {
    await add();
    const job = await test.app.get(Jobs).claim('light');
    await test.app.get(Jobs).release([job?.id ?? '']);
    expect((await test.app.get(Jobs).claim('light'))?.attempts).toBe(1);
  });
});

describe.each(databases)('the places of a machine, on $name', (kind) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(kind);
  });
  afterAll(() => test.stop());

  const add = (fileId: string) => test.app.get(Database).transaction(() => test.app.get(Jobs).add('inspection.run', { fileId }));
  const filmOf = (job: Job | null) => (job?.payload as { fileId: string } | undefined)?.fileId ?? null;
  /** A server and a worker beside it look for work at the same moment. */
  const both = (places: string[]) => Promise.all([1, 2].map(async () => filmOf(await test.app.get(Jobs).claim('heavy', places))));

  it('are taken once, whichever of its processes is faster, and free again when the job is over', async () => {
    for (const fileId of ['a', 'b', 'c']) await add(fileId);
    expect((await both(['here/1'])).filter((film) => film !== null)).toHaveLength(1);
    expect(await both(['here/1'])).toEqual([null, null]);
    expect(await test.app.get(Jobs).areFree(['here/1'])).toBe(false);
    const elsewhere = await test.app.get(Jobs).claim('heavy', ['there/1']);
    expect(filmOf(elsewhere)).not.toBeNull();
    await test.app.get(Jobs).finish(elsewhere!);
    expect(filmOf(await test.app.get(Jobs).claim('heavy', ['there/1']))).not.toBeNull();
  });

  it('are not lost with a process that died there: what waits next is begun at once', async () => {
    test.clock.setTo(test.clock.now() + 2 * MINUTE);
    await add('d');
    expect(await test.app.get(Jobs).areFree(['here/1'])).toBe(true);
    expect(filmOf(await test.app.get(Jobs).claim('heavy', ['here/1']))).not.toBeNull();
    expect(await both(['here/1'])).toEqual([null, null]);
  });
});
