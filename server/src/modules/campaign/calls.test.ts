import type { CallView, CampaignReply, ConfigReply } from '@kepu/shared/contracts/campaign';
import type { WorkView } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEntry } from '../../platform/audit/audit-entry.entity.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { Units } from './units.js';

const YEAR = 365;

describe.each(databases)('calls beside each other, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let admin: Person;
  let staff: Person;
  let creator: Person;
  let first: string;
  let next: CallView;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    await given.campaign([{ code: 'XA', name: '兴安盟科技局', hasBonus: true, listedAreas: [{ code: '152222', name: '科尔沁右翼中旗' }] }, { code: 'BT', name: '包头市科技局' }]);
    first = given.campaignId;
    [admin, staff, creator] = [await given.person('admin'), await given.person('staff'), await given.person('creator')];
  });
  afterAll(() => test.stop());

  const clone = (person: Person, change = {}) => person.post<CallView>('/api/campaigns', { from: first, year: given.config.year + 1, shiftDays: YEAR, reason: '准备下一年', ...change });
  const move = (person: Person, id: string, state: string) => person.put<CallView>(`/api/campaigns/${id}/state`, { state, reason: '按计划' });

  it('are made by an administrator from an earlier one: dates, units, areas and quotas, and no work of it', async () => {
    expect([refusal(await clone(staff)), refusal(await clone(admin, { from: 'none' })), refusal(await clone(admin, { reason: '  ' }))]).toEqual(['403 NOT_ALLOWED', '404 NOT_FOUND', '422 REASON_REQUIRED']);
    next = (await clone(admin)).body;
    expect(next).toMatchObject({ state: 'preparing', year: given.config.year + 1, opensAt: given.config.opensAt + YEAR * 86_400_000, recommendBy: given.config.recommendBy + YEAR * 86_400_000 });
    const units = await test.app.get(Units).list(next.id);
    expect(units.map(({ code, name, hasBonus, listedAreas }) => ({ code, name, hasBonus, listedAreas }))).toEqual([
      { code: 'XA', name: '兴安盟科技局', hasBonus: true, listedAreas: [{ code: '152222', name: '科尔沁右翼中旗' }] },
      { code: 'BT', name: '包头市科技局', hasBonus: false, listedAreas: [] },
    ]);
    expect((await test.app.get(Units).allSlots(next.id)).length).toBe((await test.app.get(Units).allSlots(first)).length);
    expect(await given.db.read(AuditEntry).findOneBy({ campaignId: next.id, action: 'campaign.clone' })).toMatchObject({ reason: '准备下一年', actorId: admin.accountId });
  });

  it('are told apart by their id; one that is being prepared is the department’s to see', async () => {
    expect((await admin.get<CallView[]>('/api/campaigns')).body.map(({ id, state }) => [id, state])).toEqual([[next.id, 'preparing'], [first, 'open']]);
    expect((await creator.get<CallView[]>('/api/campaigns')).body.map(({ id }) => id)).toEqual([first]);
    expect(refusal(await creator.get(`/api/campaigns/${next.id}`))).toBe('404 NOT_FOUND');
    expect((await staff.get<CampaignReply>(`/api/campaigns/${next.id}`)).body).toMatchObject({ id: next.id, state: 'preparing', config: { year: next.year } });
    expect((await staff.get<ConfigReply>(`/api/campaign/config?campaignId=${next.id}`)).body.config.year).toBe(next.year);
    // What names no call speaks of the one that is open, though another was made later.
    expect((await given.anyone().get<CampaignReply>('/api/campaign')).body.id).toBe(first);
    expect((await staff.get<ConfigReply>('/api/campaign/config')).body.config.year).toBe(given.config.year);
  });

  it('are edited each for itself', async () => {
    const { body } = await admin.get<ConfigReply>(`/api/campaign/config?campaignId=${next.id}`);
    const reply = await admin.put<ConfigReply>(`/api/campaign/config?campaignId=${next.id}`, { config: { ...body.config, awards: { count: 8 } }, baseVersion: body.version, reason: '多评两部' });
    expect([reply.body.version, reply.body.config.awards.count]).toEqual([2, 8]);
    expect((await admin.get<ConfigReply>(`/api/campaign/config?campaignId=${first}`)).body).toMatchObject({ version: 1, config: { awards: { count: 6 } } });
  });

  it('go through their life in order, and take nothing in that is not open', async () => {
    expect([refusal(await move(staff, next.id, 'open')), refusal(await move(admin, next.id, 'archived'))]).toEqual(['403 NOT_ALLOWED', '409 CALL_STATE']);
    expect((await move(admin, next.id, 'open')).body.state).toBe('open');
    const [, baotou] = given.units;
    const [workId] = await given.submittedWorks(1, baotou!, { owner: creator });
    const officer = await given.person('recommender', baotou!.id);
    expect((await move(admin, first, 'closed')).body.state).toBe('closed');
    expect(refusal(await officer.put(`/api/works/${workId}/recommendation`))).toBe('409 CALL_NOT_OPEN');
    expect((await move(admin, first, 'archived')).body.state).toBe('archived');
    expect(refusal(await move(admin, first, 'open'))).toBe('409 CALL_STATE');
    // Readable for ever, also for those who took part.
    expect((await creator.get<WorkView>(`/api/works/${workId}`)).body.id).toBe(workId);
    const { body } = await admin.get<ConfigReply>(`/api/campaign/config?campaignId=${first}`);
    expect(refusal(await admin.put(`/api/campaign/config?campaignId=${first}`, { config: body.config, baseVersion: body.version, reason: '改一改' }))).toBe('409 CALL_NOT_OPEN');
  });
});
