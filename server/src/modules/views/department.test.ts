import type { ConfigReply } from '@kepu/shared/contracts/campaign';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { Page, WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import type { Verdict } from '@kepu/shared/inspection/finding';
import type { RuleId } from '@kepu/shared/rules/rule-ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { FindingRow } from '../inspection/inspection.entity.js';
import { Work } from '../work/work.entity.js';

describe.each(databases)('what the department reads, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let staff: Person;
  let admin: Person;
  let works: string[];

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const [league] = await given.campaign([{ code: 'XA' }]);
    [staff, admin] = [await given.person('staff'), await given.person('admin')];
    works = await given.submittedWorks(4, league!);
  });
  afterAll(() => test.stop());

  const change = (index: number, to: Partial<Work>) => given.db.transaction(() => given.db.write(Work).update({ id: works[index]! }, to));
  const find = async (index: number, rule: RuleId, verdict: Verdict) => {
    const { filmFileId } = await given.db.read(Work).findOneByOrFail({ id: works[index]! });
    await given.db.transaction(() => given.db.write(FindingRow).insert({ id: newId(), fileId: filmFileId!, workId: works[index]!, rule, verdict }));
  };
  const listed = async (query: string) => (await staff.get<Page<WorkListItem>>(`/api/works?${query}`)).body.items.map((item) => works.indexOf(item.id)).sort();

  it('finds works sent back whose time is over, and films whose inspection did not finish', async () => {
    await change(0, { status: 'returned', resubmitBy: test.clock.now() - 1 });
    await change(1, { status: 'returned', resubmitBy: test.clock.now() + 60_000 });
    await change(2, { filmState: 'unavailable' });
    expect(await listed('having=overdue')).toEqual([0]);
    expect(await listed('having=uninspected')).toEqual([2]);
  });

  it('finds works by one rule of their current film: broken, or to be looked at', async () => {
    await find(0, 'V5', 'fail');
    await find(1, 'V5', 'pass');
    await find(2, 'V9', 'unchecked');
    await find(3, 'V9', 'look');
    expect(await listed('having=failing&rule=V5')).toEqual([0]);
    expect(await listed('having=looking&rule=V5')).toEqual([]);
    expect(await listed('having=looking&rule=V9')).toEqual([2, 3]);
    expect(await listed('rule=V5')).toEqual([0]);
  });

  it('shows nobody of the department an author’s telephone number unasked', async () => {
    for (const person of [staff, admin]) {
      const { form } = (await person.get<WorkView>(`/api/works/${works[0]}`)).body;
      expect([form.authorMobile, form.email, form.address]).toEqual([expect.stringContaining('****'), expect.stringContaining('***'), expect.stringContaining('****')]);
    }
  });

  it('logs a change of the settings in words, each setting by its name', async () => {
    const { body } = await admin.get<ConfigReply>('/api/campaign/config');
    const config = { ...body.config, uploadGraceMinutes: 60, unitTypes: body.config.unitTypes.map((type) => (type.type === 'league' ? { ...type, quota: 6 } : type)) };
    expect((await admin.put('/api/campaign/config', { config, baseVersion: body.version, reason: '补充通知' })).status).toBe(200);
    const [entry] = (await staff.get<Page<AuditEntryView>>('/api/audit?action=campaign.edit')).body.items;
    expect(entry?.changes).toEqual([
      { label: '续传宽限', before: '30 分钟', after: '60 分钟' },
      { label: '盟市名额', before: '5 个', after: '6 个' },
    ]);
  });
});
