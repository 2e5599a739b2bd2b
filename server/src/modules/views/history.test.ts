import { unitActedFor } from '@kepu/shared/domain/roles';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../testing/databases.js';
import { Given } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';

describe.each(databases)('the history of a work, on $name', (kind) => {
  let test: TestApp;
  let given: Given;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
  });
  afterAll(() => test.stop());

  it.each([['inspection', 'inspection.retry'], ['form-link', 'work.print']])('says of each who asked for %s in which role they did, and in whose name', async (path, action) => {
    const [league] = await given.campaign([{ code: 'XA', name: '兴安盟科技局' }]);
    const [creator, recommender, staff] = [await given.person('creator'), await given.person('recommender', league!.id), await given.person('staff')];
    // A work for each: where a film waits for its inspection already, asking again is no event.
    for (const [person, said] of [[creator, ['creator', false]], [recommender, ['recommender', true]], [staff, ['staff', false]]] as const) {
      const [workId] = await given.submittedWorks(1, league!, { owner: creator });
      expect((await person.post(`/api/works/${workId}/${path}`)).status).toBe(200);
      const entries = (await staff.get<AuditEntryView[]>(`/api/works/${workId}/history`)).body.filter((entry) => entry.action === action);
      expect(entries.map((entry) => [entry.role, unitActedFor(entry) !== null])).toEqual([said]);
    }
  });
});
