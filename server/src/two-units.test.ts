import type { UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import type { AuditEntryView, DeskReply } from '@kepu/shared/contracts/desk';
import type { HandOverReply, PackageView } from '@kepu/shared/contracts/handover';
import type { AccountView } from '@kepu/shared/contracts/account';
import type { Page, WorkListItem } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Accounts } from './modules/account/accounts.js';
import { Unit } from './modules/campaign/unit.entity.js';
import { Units } from './modules/campaign/units.js';
import { readyPackage, startMailServer, type MailServerStage } from './modules/package/testing/mail-stage.js';
import { refusal } from './testing/client.js';
import { databases } from './testing/databases.js';
import { Given, type Person } from './testing/given.js';
import { putScan } from './testing/scan.js';
import { startTestApp, type TestApp } from './testing/start-test-app.js';

const DAY_MS = 86_400_000;

/** Which of the two units the person was appointed to first: it must make no difference. */
const ORDERS = [['the first one first', [0, 1]], ['the second one first', [1, 0]]] as const;

describe.each(databases.flatMap((kind) => ORDERS.map(([order, indexes]) => ({ kind, order, indexes, name: kind.name }))))('a person in two units, appointed to $order, on $name', ({ kind, indexes }) => {
  let smtp: MailServerStage;
  let test: TestApp;
  let given: Given;
  let here: Unit;
  let there: Unit;
  let stranger: Unit;
  let officer: Person;
  let staff: Person;
  let work: string;
  let elsewhere: string;

  beforeAll(async () => {
    smtp = await startMailServer();
    test = await startTestApp(kind, { KEPU_SMTP_URL: smtp.url, KEPU_MAIL_FROM: '科普征集 <kepu@example.cn>' });
    given = new Given(test);
    const units = (await given.campaign([{ code: 'AA', name: '甲盟科技局' }, { code: 'BB', name: '乙盟科技局' }, { code: 'CC', name: '丙盟科技局' }], { broadcast: { required: true, proofRequired: false, categories: [] } })) as [Unit, Unit, Unit];
    [here, there, stranger] = units;
    officer = await given.person('recommender', units[indexes[0]].id);
    await given.db.transaction(() => test.app.get(Accounts).grant(officer.accountId, 'recommender', units[indexes[1]].id));
    staff = await given.person('staff');
    [elsewhere] = (await given.submittedWorks(1, here)) as [string];
    [work] = (await given.submittedWorks(1, there, { signedOff: false })) as [string];
  });
  afterAll(async () => {
    await test.stop();
    await smtp.stop();
  });

  const inbox = async (unit: Unit, status = 'submitted') => (await officer.get<Page<WorkListItem>>(`/api/units/${unit.id}/inbox?status=${status}`)).body.items.map(({ id }) => id);
  const slots = async (unit: Unit) => (await officer.get<UnitSlotsReply>(`/api/units/${unit.id}/slots`)).body.slots.flatMap((slot) => slot.work?.id ?? []);
  const logged = async (action: string) => (await staff.get<Page<AuditEntryView>>(`/api/audit?action=${action}`)).body.items.map(({ unitName, role, workId }) => [unitName, role, workId]);
  const recommend = (id: string) => officer.put<{ slotNumber: number }>(`/api/works/${id}/recommendation`);

  it('is told which units these are, and of which year', async () => {
    const roles = (await officer.get<AccountView>('/api/me')).body.roles.map(({ unitName, year }) => `${unitName} ${year}`);
    expect(roles.sort()).toEqual([`甲盟科技局 ${given.config.year}`, `乙盟科技局 ${given.config.year}`].sort());
  });

  it('finds in each unit’s inbox the works of that unit, and no other’s inbox at all', async () => {
    expect([await inbox(here), await inbox(there)]).toEqual([[elsewhere], [work]]);
    expect(refusal(await officer.get(`/api/units/${stranger.id}/inbox`))).toBe('404 NOT_FOUND');
  });

  it('has to do for each unit what is that unit’s', async () => {
    const { todos } = (await officer.get<DeskReply>('/api/me/desk')).body;
    expect(todos.map(({ kind: what, unitId, workId }) => [what, unitId, workId]).sort()).toEqual([['review-work', here.id, elsewhere], ['review-work', there.id, work]].sort());
  });

  it('signs off for the unit of the work', async () => {
    for (const { id } of given.config.duties) expect((await officer.put(`/api/works/${work}/sign-offs/${id}`, { opinion: '' })).status).toBe(200);
    expect(await logged('work.sign-off')).toEqual(given.config.duties.map(() => ['乙盟科技局', 'recommender', work]));
  });

  it('recommends on a slot of the unit of the work', async () => {
    expect((await recommend(work)).status).toBe(200);
    expect([await slots(here), await slots(there)]).toEqual([[], [work]]);
    expect(await logged('work.recommend')).toEqual([['乙盟科技局', 'recommender', work]]);
    expect((await recommend(elsewhere)).status).toBe(200);
    expect(await slots(here)).toEqual([elsewhere]);
  });

  it('is held to the deadline of the unit of the work, whatever the other one was given', async () => {
    const extend = (unit: Unit, recommendBy: number | null) => given.db.transaction(() => given.db.write(Unit).update({ id: unit.id }, { recommendBy }));
    const withdraw = (id: string) => officer.delete(`/api/works/${id}/recommendation`);
    await extend(here, test.clock.now() + 5 * DAY_MS);
    await extend(there, test.clock.now() - DAY_MS);
    expect(refusal(await withdraw(work))).toBe('409 AFTER_DEADLINE');
    expect((await withdraw(elsewhere)).status).toBe(200);
    expect(await logged('work.withdraw-recommendation')).toEqual([['甲盟科技局', 'recommender', elsewhere]]);
    expect(refusal(await recommend(elsewhere))).toBe('200 ');
    await extend(there, null);
  });

  it('hands over for the unit that the address names', async () => {
    await putScan(test, work, officer);
    const overview = (unit: Unit) => officer.get<HandOverReply>(`/api/units/${unit.id}/hand-over`);
    expect((await overview(there)).body.works.map(({ workId }) => workId)).toEqual([work]);
    expect((await overview(here)).body.works.map(({ workId }) => workId)).toEqual([elsewhere]);
    expect(refusal(await officer.post(`/api/units/${here.id}/hand-overs`))).toBe('409 HAND_OVER_BLOCKED');
    expect(refusal(await officer.post(`/api/units/${stranger.id}/hand-overs`))).toBe('404 NOT_FOUND');
    const { body } = await officer.post<PackageView>(`/api/units/${there.id}/hand-overs`);
    expect([body.unitId, body.works.map(({ workId }) => workId)]).toEqual([there.id, [work]]);
    expect((await logged('hand-over.make')).map(([unit]) => unit)).toEqual(['乙盟科技局']);
    expect((await officer.get<DeskReply>('/api/me/desk')).body.messages[0]?.text).toContain('乙盟科技局第 1 次报送已登记');
  });

  it('sends mail for the unit of the package', async () => {
    const [own, third] = [await readyPackage(given, there.id, officer, 5), await readyPackage(given, stranger.id, officer, 5)];
    const send = (id: string) => officer.post<PackageView>(`/api/packages/${id}/mails`, { to: null, via: 'system' });
    expect([(await send(own)).body.unitId, refusal(await send(third))]).toEqual([there.id, '404 NOT_FOUND']);
    expect((await logged('package.mail')).map(([unit]) => unit)).toEqual(['乙盟科技局']);
  });

  it('closes the one unit without closing the other', async () => {
    const closesAt = given.config.recommendBy - DAY_MS;
    expect((await officer.put(`/api/units/${there.id}/closing`, { closesAt })).status).toBe(204);
    const units = test.app.get(Units);
    expect([(await units.get(here.id)).closesAt, (await units.get(there.id)).closesAt]).toEqual([null, closesAt]);
    expect(refusal(await officer.put(`/api/units/${stranger.id}/closing`, { closesAt }))).toBe('404 NOT_FOUND');
  });

  it('looks like anybody else to the works of a third unit', async () => {
    const [third] = (await given.submittedWorks(1, stranger)) as [string];
    for (const reply of [await recommend(third), await officer.get(`/api/works/${third}`), await officer.put(`/api/works/${third}/sign-offs/political`, { opinion: '' })]) expect(refusal(reply)).toBe('404 NOT_FOUND');
  });
});
