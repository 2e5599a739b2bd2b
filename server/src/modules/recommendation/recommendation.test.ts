import type { UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import type { Page, RecommendReply, VerifyReply, WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Invariants } from '../../invariants/check.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given } from '../../testing/given.js';
import { putScan } from '../../testing/scan.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { Units } from '../campaign/units.js';
import { WorkVersion } from '../work/work-version.entity.js';

describe.each(databases)('recommending, on $name', (kind) => {
  let test: TestApp;
  let given: Given;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
  });
  afterAll(() => test.stop());

  it('gives five slots to exactly five of a hundred recommenders at the same moment', async () => {
    const [league] = await given.campaign([{ code: 'XA' }]);
    const works = await given.submittedWorks(100, league!);
    const officers = await Promise.all(works.map(() => given.person('recommender', league!.id)));
    const replies = await Promise.all(works.map((id, index) => officers[index]!.put<RecommendReply>(`/api/works/${id}/recommendation`)));
    const won = replies.filter((reply) => reply.status === 200);
    expect(won.map((reply) => reply.body.slotNumber).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(replies.filter((reply) => reply.status !== 200).map(refusal))).toEqual(new Set(['409 NO_FREE_SLOT']));
    const slots = await test.app.get(Units).slotsOf(league!.id);
    expect(slots.filter((slot) => slot.workId !== null)).toHaveLength(5);
    expect(await test.app.get(Invariants).check()).toEqual([]);
  });

  it('gives one author to exactly one of two units that recommend at the same moment', async () => {
    const [a, b] = await given.campaign([{ code: 'AA' }, { code: 'BB' }]);
    const [first] = await given.submittedWorks(1, a!, { sameAuthor: true });
    const [second] = await given.submittedWorks(1, b!, { sameAuthor: true });
    const [officerA, officerB] = [await given.person('recommender', a!.id), await given.person('recommender', b!.id)];
    const replies = await Promise.all([officerA.put(`/api/works/${first}/recommendation`), officerB.put(`/api/works/${second}/recommendation`)]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(replies.map(refusal)).toContain('409 AUTHOR_TAKEN');
  });

  it('keeps the extra slot for listed areas, and uses it first for them', async () => {
    const [league] = await given.campaign([{ code: 'XA', hasBonus: true, listedAreas: [{ code: '152221', name: '科尔沁右翼前旗' }] }]);
    const officer = await given.person('recommender', league!.id);
    const [listed] = await given.submittedWorks(1, league!, { listedAreaCode: '152221' });
    const others = await given.submittedWorks(6, league!);
    expect((await officer.put<RecommendReply>(`/api/works/${listed}/recommendation`)).body.slotNumber).toBe(6);
    expect((await officer.delete(`/api/works/${listed}/recommendation`)).status).toBe(200);
    for (const id of others.slice(0, 5)) expect((await officer.put(`/api/works/${id}/recommendation`)).status).toBe(200);
    expect(refusal(await officer.put(`/api/works/${others[5]}/recommendation`))).toBe('409 ONLY_RESERVED_SLOT');
    expect((await officer.put<RecommendReply>(`/api/works/${listed}/recommendation`)).body.slotNumber).toBe(6);
  });

  it('frees the slot at once when the unit takes its recommendation back, and never after the deadline', async () => {
    const closesSoon = { recommendBy: test.clock.now() + 60_000 };
    const [league] = await given.campaign([{ code: 'XA' }], closesSoon);
    const officer = await given.person('recommender', league!.id);
    const works = await given.submittedWorks(6, league!);
    for (const id of works.slice(0, 5)) await officer.put(`/api/works/${id}/recommendation`);
    expect(refusal(await officer.put(`/api/works/${works[5]}/recommendation`))).toBe('409 NO_FREE_SLOT');
    expect((await officer.delete<WorkView>(`/api/works/${works[0]}/recommendation`)).body).toMatchObject({ status: 'submitted', slotNumber: null });
    expect((await officer.put<RecommendReply>(`/api/works/${works[5]}/recommendation`)).body.slotNumber).toBe(1);
    test.clock.setTo(closesSoon.recommendBy);
    expect(refusal(await officer.put(`/api/works/${works[0]}/recommendation`))).toBe('409 AFTER_DEADLINE NO_FREE_SLOT');
    expect(refusal(await officer.delete(`/api/works/${works[5]}/recommendation`))).toBe('409 AFTER_DEADLINE');
    test.clock.setTo(Date.now());
  });

  it('takes effect with the sealed scan and not before, also for a stranger who checks the printed code', async () => {
    const [league] = await given.campaign([{ code: 'XA' }]);
    const officer = await given.person('recommender', league!.id);
    const [id] = await given.submittedWorks(1, league!);
    const { verifyCode } = await given.db.read(WorkVersion).findOneByOrFail({ workId: id! });
    const said = async () => {
      const { body: verified } = await given.anyone().get<VerifyReply>(`/api/verify/${verifyCode}`);
      const { body: slots } = await officer.get<UnitSlotsReply>(`/api/units/${league!.id}/slots`);
      const { body: inbox } = await officer.get<Page<WorkListItem>>(`/api/units/${league!.id}/inbox?status=submitted,recommended,disqualified`);
      return [verified.status, verified.inEffect, slots.slots[0]?.work?.inEffect ?? null, inbox.items[0]?.inEffect];
    };
    expect(await said()).toEqual(['submitted', false, null, false]);
    await officer.put(`/api/works/${id}/recommendation`);
    expect(await said()).toEqual(['recommended', false, false, false]);
    await putScan(test, id!, officer);
    expect(await said()).toEqual(['recommended', true, true, true]);
    await officer.delete(`/api/works/${id}/recommendation`);
    expect(await said()).toEqual(['submitted', false, null, false]);
  });

  it('says every reason at once when duties are open', async () => {
    const [league] = await given.campaign([{ code: 'XA' }]);
    const officer = await given.person('recommender', league!.id);
    const [id] = await given.submittedWorks(1, league!, { signedOff: false });
    await officer.put(`/api/works/${id}/sign-offs/political`, { opinion: '' });
    const reply = await officer.put<{ title: string }>(`/api/works/${id}/recommendation`);
    expect(refusal(reply)).toBe('409 DUTIES_OPEN');
    expect(reply.body.title).toBe('还差 3 项签核：科学性审核、作者身份真实、科研诚信和科技伦理。');
  });

  it('disqualifies only with the title typed, and frees slot and identities', async () => {
    const [league] = await given.campaign([{ code: 'XA' }]);
    const [officer, staff] = [await given.person('recommender', league!.id), await given.person('staff')];
    const [id] = await given.submittedWorks(1, league!);
    await officer.put(`/api/works/${id}/recommendation`);
    expect(refusal(await staff.post(`/api/works/${id}/disqualification`, { reason: '重复推荐', title: '别的作品' }))).toBe('422 TITLE_MISMATCH');
    expect((await staff.post<WorkView>(`/api/works/${id}/disqualification`, { reason: '重复推荐', title: '作品 0' })).body).toMatchObject({ status: 'disqualified', slotNumber: null });
    expect(await test.app.get(Invariants).check()).toEqual([]);
  });
});
