import type { CampaignReply, EditUnitRequest, UnitBoardRow } from '@kepu/shared/contracts/campaign';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { Page } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';

describe.each(databases)('the units of a call, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let admins: Person[];
  let recommender: Person;
  let unitId: string;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const [unit] = await given.campaign([{ code: 'XA', name: '兴安盟科技局' }]);
    unitId = unit!.id;
    admins = [await given.person('admin'), await given.person('admin')];
    recommender = await given.person('recommender', unitId);
  });
  afterAll(() => test.stop());

  const row = async () => (await admins[0]!.get<UnitBoardRow[]>('/api/units')).body[0]!;
  const edit = async (change: Partial<EditUnitRequest> = {}): Promise<EditUnitRequest> => {
    const { unit, ownQuota, hasBonus, version } = await row();
    return { name: unit.name, ownQuota, hasBonus, recommendBy: unit.recommendBy, closesAt: unit.closesAt, baseVersion: version, reason: '来函', ...change };
  };
  const put = (person: Person, body: EditUnitRequest) => person.put(`/api/units/${unitId}`, body);

  it('takes one of two edits made on the same version, and says to the other that something changed', async () => {
    const [quota, extension] = [await edit({ ownQuota: 7 }), await edit({ recommendBy: given.config.recommendBy + 3_600_000 })];
    const replies = await Promise.all([put(admins[0]!, quota), put(admins[1]!, extension)]);
    expect(replies.map(refusal).sort()).toEqual(['204 ', '409 DRAFT_CHANGED']);
    const after = await row();
    expect([after.version, after.ownQuota === 7, after.unit.recommendBy === null]).toEqual([quota.baseVersion + 1, replies[0].status === 204, replies[0].status === 204]);
    const { items } = (await admins[0]!.get<Page<AuditEntryView>>('/api/audit?action=unit.edit')).body;
    expect(items).toHaveLength(1);
  });

  it('takes the other edit too once it is made on what there is now', async () => {
    expect((await put(admins[1]!, await edit({ name: '兴安盟科学技术局' }))).status).toBe(204);
    expect((await row()).unit.name).toBe('兴安盟科学技术局');
  });

  it('does not undo the closing time that the unit set meanwhile', async () => {
    const stale = await edit({ ownQuota: 3 });
    const closesAt = given.config.recommendBy - 3_600_000;
    expect((await recommender.put(`/api/units/${unitId}/closing`, { closesAt })).status).toBe(204);
    expect(refusal(await put(admins[0]!, stale))).toBe('409 DRAFT_CHANGED');
    expect((await row()).unit.closesAt).toBe(closesAt);
  });

  it('tells anyone of a unit what a form needs, and nothing of how the department runs it', async () => {
    const { body } = await given.anyone().get<CampaignReply>('/api/campaign');
    expect(Object.keys(body).sort()).toEqual(['config', 'hasWechat', 'id', 'isDemonstration', 'serverTime', 'state', 'units']);
    expect(Object.keys(body.units[0] ?? {}).sort()).toEqual(['closesAt', 'code', 'id', 'listedAreas', 'name', 'recommendBy', 'type']);
  });

  it('refuses an edit that does not say what it was made on', async () => {
    const body: Partial<EditUnitRequest> = await edit();
    delete body.baseVersion;
    expect(refusal(await admins[0]!.put(`/api/units/${unitId}`, body))).toBe('400 INVALID_INPUT');
  });
});
