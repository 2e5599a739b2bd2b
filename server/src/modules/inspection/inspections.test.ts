import type { AuditEntryView, DeskReply } from '@kepu/shared/contracts/desk';
import type { InspectionView, WorkView } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Jobs } from '../../platform/jobs/jobs.js';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { TusClient } from '../../testing/upload.js';

const ATTEMPTS = 3;

describe.each(databases)('a film that takes every worker down with it, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let creator: Person;
  let workId: string;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    await given.campaign();
    creator = await given.person('creator');
    workId = await given.draft(creator);
    await new TusClient(test.base, creator).whole({ workId, purpose: 'film', filename: '成片.mp4' }, Buffer.alloc(200_000, 'a film'));
  });
  afterAll(() => test.stop());

  const inspection = async () => (await creator.get<WorkView>(`/api/works/${workId}`)).body.film?.inspection.state;
  const latestMessage = async () => (await creator.get<DeskReply>('/api/me/desk')).body.messages[0]?.text;

  it('is given up without blame; its creator is told, and can ask again', async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      expect(await test.app.get(Jobs).claim('heavy')).toMatchObject({ name: 'inspection.run' });
      test.clock.setTo(test.clock.now() + 120_000);
    }
    await test.app.get(JobWorker).drain(['heavy']);
    expect(await inspection()).toBe('failed');
    expect(await latestMessage()).toContain('不是影片的问题');
    expect((await creator.post<InspectionView>(`/api/works/${workId}/inspection`)).body.state).toBe('queued');
    // It waits already: asking again puts nothing in the queue and nothing in the log.
    expect((await creator.post<InspectionView>(`/api/works/${workId}/inspection`)).body.state).toBe('queued');
    await test.app.get(JobWorker).drain(['heavy']);
    expect(await inspection()).toBe('done');
    expect(await latestMessage()).toContain('检测完成');
    const staff = await given.person('staff');
    const { body } = await staff.get<AuditEntryView[]>(`/api/works/${workId}/history`);
    expect(body.filter(({ action }) => action === 'inspection.retry')).toHaveLength(1);
  });

  it('is asked for once by many at one moment', async () => {
    await Promise.all([1, 2, 3].map(() => creator.post(`/api/works/${workId}/inspection`)));
    const staff = await given.person('staff');
    const { body } = await staff.get<AuditEntryView[]>(`/api/works/${workId}/history`);
    expect(body.filter(({ action }) => action === 'inspection.retry')).toHaveLength(2);
  });

  it('that is taken off twice is logged once, and never where there is none', async () => {
    const id = await given.draft(creator);
    await new TusClient(test.base, creator).whole({ workId: id, purpose: 'film', filename: '成片.mp4' }, Buffer.alloc(200_000, 'another'));
    for (let tap = 0; tap < 2; tap += 1) expect((await creator.delete<WorkView>(`/api/works/${id}/film`)).body.film).toBeNull();
    const { body } = await creator.get<AuditEntryView[]>(`/api/works/${id}/history`);
    expect(body.filter(({ action }) => action === 'work.remove-film')).toHaveLength(1);
  });
});
