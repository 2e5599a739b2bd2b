import type { CallView, ConfigReply, UnitBoardRow } from '@kepu/shared/contracts/campaign';
import type { AuditEntryView, OverviewReply } from '@kepu/shared/contracts/desk';
import type { HandOverRow, PackageView } from '@kepu/shared/contracts/handover';
import type { Page, ReceiptReply, WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Campaigns } from './modules/campaign/campaigns.js';
import type { Unit } from './modules/campaign/unit.entity.js';
import { databases } from './testing/databases.js';
import { Given, type Person } from './testing/given.js';
import { putScan } from './testing/scan.js';
import { startTestApp, type TestApp } from './testing/start-test-app.js';

interface Call {
  id: string;
  unit: Unit;
  work: string;
}

/** Two calls of one year, each with a unit of the same code, each from submission to hand-over. */
describe.each(databases)('two calls of one year beside each other, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let admin: Person;
  let staff: Person;
  let officer: Person;
  const calls: Call[] = [];

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    for (const name of ['甲盟科技局', '乙盟科技局']) {
      const [unit] = (await given.campaign([{ code: 'XA', name }], { broadcast: { required: true, proofRequired: false, categories: [] } })) as [Unit];
      const [work] = (await given.submittedWorks(1, unit)) as [string];
      calls.push({ id: given.campaignId, unit, work });
    }
    [admin, staff] = [await given.person('admin'), await given.person('staff')];
  });
  afterAll(() => test.stop());

  const of = <T>(path: string, { id }: Call, person = staff) => person.get<T>(`/api/${path}${path.includes('?') ? '&' : '?'}campaignId=${id}`).then(({ body }) => body);

  it('give receipts that nobody else has, though year, unit and number are the same', async () => {
    const campaigns = test.app.get(Campaigns);
    const receipts = await given.db.transaction(async () => Promise.all(calls.map(({ id, unit }) => campaigns.nextReceipt(id, unit.code))));
    const year = String(given.config.year).slice(-2);
    expect(receipts).toEqual([`KP${year}-XA-0001`, `KP${year}B-XA-0001`]);
  });

  it('recommend and hand over each for itself', async () => {
    for (const call of calls) {
      officer = await given.person('recommender', call.unit.id);
      expect((await officer.put<ReceiptReply>(`/api/works/${call.work}/recommendation`)).status).toBe(200);
      await putScan(test, call.work, officer);
      const { body } = await officer.post<PackageView>(`/api/units/${call.unit.id}/hand-overs`);
      expect([body.number, body.works.map(({ workId }) => workId)]).toEqual([1, [call.work]]);
    }
  });

  it('are listed, counted and logged by their id, neither in the other', async () => {
    for (const call of calls) {
      expect((await of<Page<WorkListItem>>('works', call)).items.map(({ id }) => id)).toEqual([call.work]);
      expect((await of<UnitBoardRow[]>('units', call)).map(({ unit, slots }) => [unit.name, slots.flatMap(({ work }) => work?.id ?? [])])).toEqual([[call.unit.name, [call.work]]]);
      expect((await of<OverviewReply>('overview', call)).worksByStatus.recommended).toBe(1);
      expect((await of<HandOverRow[]>('hand-overs', call)).map(({ unitName, handOvers }) => [unitName, handOvers])).toEqual([[call.unit.name, 1]]);
      const log = (await of<Page<AuditEntryView>>('audit?action=work.recommend', call)).items;
      expect(log.map(({ workId }) => workId)).toEqual([call.work]);
      expect((await staff.get<WorkView>(`/api/works/${call.work}`)).body.campaignId).toBe(call.id);
    }
  });

  it('export works of the call that is named, and of no other', async () => {
    const [first, second] = calls as [Call, Call];
    const make = (call: Call, workIds: string[]) => staff.post<PackageView & { code?: string }>(`/api/exports?campaignId=${call.id}`, { workIds, nextLevel: null, papers: null });
    expect((await make(first, [second.work])).body.code).toBe('WORK_NOT_FOR_EXPORT');
    expect((await make(second, [])).body.works.map(({ workId }) => workId)).toEqual([second.work]);
    expect((await of<PackageView[]>('exports', first)).length).toBe(0);
    expect((await of<PackageView[]>('exports', second)).length).toBe(1);
  });

  it('take drafts of the call that is named; what names none means the newest that is open', async () => {
    const [first, second] = calls as [Call, Call];
    const creator = await given.person('creator');
    const draft = async (query = '') => (await creator.post<WorkView>(`/api/works${query}`, {})).body;
    expect([(await draft()).campaignId, (await draft(`?campaignId=${first.id}`)).campaignId]).toEqual([second.id, first.id]);
    await admin.put<CallView>(`/api/campaigns/${second.id}/state`, { state: 'closed', reason: '结束' });
    expect((await draft()).campaignId).toBe(first.id);
    expect((await of<ConfigReply>('campaign/config', second, admin)).config.year).toBe(given.config.year);
    expect((await creator.post(`/api/works?campaignId=${second.id}`, {})).body).toMatchObject({ code: 'CALL_NOT_OPEN' });
  });
});
