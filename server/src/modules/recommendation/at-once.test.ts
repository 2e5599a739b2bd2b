import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';

describe.each(databases)('deeds of one work at once, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let officers: Person[];
  let creator: Person;
  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const [unit] = await given.campaign();
    officers = [await given.person('recommender', unit!.id), await given.person('recommender', unit!.id)];
    creator = await given.person('creator');
  });
  afterAll(() => test.stop());

  const deeds: Record<string, (id: string) => Promise<{ status: number }>> = {
    recommend: (id) => officers[0]!.put(`/api/works/${id}/recommendation`),
    'recommend by another officer': (id) => officers[1]!.put(`/api/works/${id}/recommendation`),
    decline: (id) => officers[1]!.post(`/api/works/${id}/decline`, { reason: '不符合通知要求' }),
    'withdraw the submission': (id) => creator.delete(`/api/works/${id}/submission`),
    'withdraw the recommendation': (id) => officers[0]!.delete(`/api/works/${id}/recommendation`),
    sign: (id) => officers[0]!.put(`/api/works/${id}/sign-offs/political`, { opinion: '' }),
  };
  const names = Object.keys(deeds);
  const pairs = names.flatMap((one, at) => names.slice(at).map((other) => [one, other] as const));

  it.each(pairs)('%s against %s: each is done or refused with a reason', async (one, other) => {
    for (const signedOff of [true, false]) {
      const [id] = await given.submittedWorks(1, given.units[0]!, { owner: creator, signedOff });
      const answers = await Promise.all([deeds[one]!(id!), deeds[other]!(id!)]);
      for (const { status } of answers) expect(status).toBeLessThan(500);
      await officers[0]!.delete(`/api/works/${id!}/recommendation`);
    }
  });
});
