import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../testing/databases.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { Database } from '../database.js';
import { Jobs } from './jobs.js';

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
});
