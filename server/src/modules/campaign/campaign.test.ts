import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { CampaignReply, ConfigReply, EditUnitRequest, UnitBoardRow } from '@kepu/shared/contracts/campaign';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { Page } from '@kepu/shared/contracts/work';
import type { Problem } from '@kepu/shared/errors';
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

  it('refuses a closing time after the recommendation deadline in its own words, from the unit and from the department', async () => {
    const late = given.config.recommendBy + 60_000;
    expect(refusal(await recommender.put(`/api/units/${unitId}/closing`, { closesAt: late }))).toBe('422 CLOSING_TOO_LATE');
    expect(refusal(await put(admins[0]!, await edit({ closesAt: late })))).toBe('422 CLOSING_TOO_LATE');
    expect((await put(admins[0]!, await edit({ closesAt: late, recommendBy: late }))).status).toBe(204);
    // Taking the extension back without the closing that rests on it.
    expect(refusal(await put(admins[0]!, await edit({ recommendBy: null })))).toBe('422 CLOSING_TOO_LATE');
    expect((await put(admins[0]!, await edit({ recommendBy: null, closesAt: null }))).status).toBe(204);
  });

  it('gives the reserved slot only to a unit whose counties are named, and keeps them in words in the log', async () => {
    expect(refusal(await put(admins[0]!, await edit({ hasBonus: true })))).toBe('422 BONUS_WITHOUT_AREAS');
    expect(refusal(await put(admins[0]!, await edit({ hasBonus: true, listedAreas: [] })))).toBe('422 BONUS_WITHOUT_AREAS');
    expect((await row()).slots.filter(({ kind: of }) => of === 'reserved')).toEqual([]);
    const [ulaghan, jirin] = [{ code: '152202', name: '阿尔山市' }, { code: '152224', name: '突泉县' }];
    for (const wrong of [[ulaghan, ulaghan], [{ code: '15', name: '某旗' }], [{ code: '152202', name: ' ' }], ['152202'], [null], null, '152202']) {
      expect((await put(admins[0]!, await edit({ hasBonus: true, listedAreas: wrong as never }))).status, JSON.stringify(wrong)).toBe(400);
    }
    expect((await put(admins[0]!, await edit({ hasBonus: true, listedAreas: [ulaghan] }))).status).toBe(204);
    expect((await put(admins[0]!, await edit({ listedAreas: [ulaghan, jirin] }))).status).toBe(204);
    const after = await row();
    expect([after.unit.listedAreas, after.slots.filter(({ kind: of }) => of === 'reserved').length]).toEqual([[ulaghan, jirin], 1]);
    expect(refusal(await put(admins[0]!, await edit({ listedAreas: [] })))).toBe('422 BONUS_WITHOUT_AREAS');
    // An edit that says nothing of the counties leaves them.
    expect((await put(admins[0]!, await edit({ ownQuota: 6 }))).status).toBe(204);
    expect((await row()).unit.listedAreas).toEqual([ulaghan, jirin]);
    const { items } = (await admins[0]!.get<Page<AuditEntryView>>('/api/audit?action=unit.edit')).body;
    expect(items.flatMap(({ changes }) => changes)).toEqual(expect.arrayContaining([{ label: '列入的旗县', before: '无', after: '阿尔山市' }, { label: '列入的旗县', before: '阿尔山市', after: '阿尔山市、突泉县' }]));
  });

  it('lets the extra slot be reserved in a whole call only when every unit that has one names its counties', async () => {
    const bonusAs = async (mode: 'open' | 'reserved') => {
      const { config, version } = (await admins[0]!.get<ConfigReply>('/api/campaign/config')).body;
      return refusal(await admins[0]!.put('/api/campaign/config', { config: { ...config, bonus: { ...config.bonus, mode } }, baseVersion: version, reason: '来函' }));
    };
    expect(await bonusAs('open')).toBe('200 ');
    expect((await put(admins[0]!, await edit({ listedAreas: [] }))).status).toBe(204);
    expect(await bonusAs('reserved')).toBe('422 BONUS_WITHOUT_AREAS');
    expect((await put(admins[0]!, await edit({ listedAreas: [{ code: '152224', name: '突泉县' }] }))).status).toBe(204);
    expect(await bonusAs('reserved')).toBe('200 ');
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

describe.each(databases)('the configuration of a call, on $name', (kind) => {
  let test: TestApp;
  let admin: Person;

  beforeAll(async () => {
    test = await startTestApp(kind);
    const given = new Given(test);
    await given.campaign([{ code: 'XA', name: '兴安盟科技局' }]);
    admin = await given.person('admin');
  });
  afterAll(() => test.stop());

  const read = async () => (await admin.get<ConfigReply>('/api/campaign/config')).body;
  const put = async (change: (config: CampaignConfig) => unknown) => {
    const { config, version } = await read();
    return admin.put<ConfigReply | Problem>('/api/campaign/config', { config: change(config), baseVersion: version, reason: '补充通知' });
  };

  it.each<[string, (config: CampaignConfig) => unknown, string]>([
    ['null', () => null, 'config'],
    ['not there', () => undefined, 'config'],
    ['a list', () => [], 'config'],
    ['empty', () => ({}), 'config.year'],
    ['without a window', (config) => ({ ...config, workWindow: null }), 'config.workWindow'],
    ['with fewer than no awards', (config) => ({ ...config, awards: { count: -5 } }), 'config.awards.count'],
    ['without limits', (config) => ({ ...config, limits: {} }), 'config.limits.title'],
    ['without types of units', (config) => ({ ...config, unitTypes: [] }), 'config.unitTypes'],
    ['with a quota of half a work', (config) => ({ ...config, unitTypes: [{ ...config.unitTypes[0], quota: 2.5 }] }), 'config.unitTypes.0.quota'],
    ['with a key nobody knows', (config) => ({ ...config, film: { ...config.film, codec: 'h264' } }), 'config.film.codec'],
    ['without what an older call lacks', (config) => ({ ...config, hints: undefined }), 'config.hints'],
  ])('is not taken when it is %s', async (_name, change, path) => {
    const before = await read();
    const reply = await put(change);
    expect([reply.status, (reply.body as Problem).code]).toEqual([400, 'INVALID_INPUT']);
    expect((reply.body as Problem).reasons[0]).toMatchObject({ path });
    expect(await read()).toEqual(before);
  });

  it('is told within which bounds a number has to be', async () => {
    const { body } = await put((config) => ({ ...config, handOver: { ...config.handOver, discs: 21 } }));
    expect((body as Problem).reasons).toMatchObject([{ path: 'config.handOver.discs', message: '数值应在 0 到 20 之间，请检查后重试。' }]);
  });

  it('is taken as it was given out', async () => {
    const before = await read();
    const { status, body } = await put((config) => config);
    expect([status, (body as ConfigReply).version, (body as ConfigReply).config]).toEqual([200, before.version + 1, before.config]);
  });
});
