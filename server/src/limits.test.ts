import { LIMITS, type LimitName } from '@kepu/shared/contracts/limits';
import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import type { Problem } from '@kepu/shared/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from './testing/databases.js';
import { Given, type Person } from './testing/given.js';
import { startTestApp, type TestApp } from './testing/start-test-app.js';

type Role = 'creator' | 'recommender' | 'staff' | 'admin';
type Call = [who: Role, method: 'put' | 'post', path: string, body: (text: string) => object];

/** Texts whose length is limited, each as it is sent; `w/n` is a submitted work, one for each call. */
const CALLS: [where: string, limit: LimitName, isAsked: boolean, call: Call][] = [
  ['the own name', 'personName', true, ['creator', 'put', '/api/me/name', (name) => ({ name })]],
  ['the name of who is invited', 'personName', true, ['admin', 'post', '/api/invitations', (name) => ({ role: 'staff', name, phone: '13900009999' })]],
  ['the title of a new work', 'workTitle', false, ['creator', 'post', '/api/works', (title) => ({ title })]],
  ['what is to be mended', 'returnNote', true, ['recommender', 'post', '/api/works/:work/return', (note) => ({ resubmitBy: 0, reasons: [{ path: 'title', atMs: null, note }] })]],
  ['why a work is declined', 'declineReason', true, ['recommender', 'post', '/api/works/:work/decline', (reason) => ({ reason })]],
  ['why a work is disqualified', 'disqualifyReason', true, ['staff', 'post', '/api/works/:work/disqualification', (reason) => ({ reason, title: '别的作品' })]],
  ['why a finding is set aside', 'overrideReason', true, ['staff', 'put', '/api/works/:work/overrides/V6', (reason) => ({ fileId: 'x', measured: null, reason })]],
  ['the name of a unit', 'unitName', true, ['admin', 'put', '/api/units/:unit', (name) => ({ ...unitEdit, name })]],
  ['why a unit is changed', 'changeReason', true, ['admin', 'put', '/api/units/:unit', (reason) => ({ ...unitEdit, reason })]],
  ['the grade of a certificate', 'grade', true, ['staff', 'post', '/api/exports', (grade) => ({ workIds: [], nextLevel: null, papers: { paper: 'certificates', certificate: { grade, awardedDay: '2026-02-31', firstNumber: '1' } } })]],
  ['the name for the next level', 'unitName', true, ['staff', 'post', '/api/exports', (unitName) => ({ workIds: [], nextLevel: { callId: 'none', unitName }, papers: null })]],
];

const unitEdit = { name: '兴安盟科技局', ownQuota: null, hasBonus: false, recommendBy: null, closesAt: null, baseVersion: 999, reason: '来函' };

describe.each(databases)('a text a person writes, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let people: Record<Role, Person>;
  let unitId: string;
  let workId: string;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const [unit] = await given.campaign([{ code: 'XA', name: '兴安盟科技局' }]);
    unitId = unit!.id;
    people = { creator: await given.person('creator'), recommender: await given.person('recommender', unitId), staff: await given.person('staff'), admin: await given.person('admin') };
    [workId] = (await given.submittedWorks(1, unit!, { owner: people.creator })) as [string];
  });
  afterAll(() => test.stop());

  const send = async ([who, method, path, body]: Call, text: string) => {
    const address = path.replace(':work', workId).replace(':unit', unitId);
    const reply = await people[who][method]<Problem | undefined>(address, body(text));
    return { code: reply.status < 300 ? 'DONE' : (reply.body as Problem).code, reasons: reply.status < 300 ? [] : (reply.body as Problem).reasons };
  };

  it.each(CALLS)('%s is refused above its limit, saying by how much and where', async (_where, limit, _isAsked, call) => {
    const { reasons } = await send(call, '字'.repeat(LIMITS[limit] + 1));
    expect(reasons).toMatchObject([{ code: 'TOO_LONG', over: 1, limit: LIMITS[limit], path: expect.stringMatching(/\w/u) as unknown }]);
  });

  it.each(CALLS.filter(([, , isAsked]) => isAsked))('%s is asked for when there are only blanks', async (_where, limit, _isAsked, call) => {
    const { code } = await send(call, ' \u3000 ');
    expect(code).toBe(/Reason|Note/u.test(limit) ? 'REASON_REQUIRED' : 'MISSING');
  });

  it.each<[string, string]>([['a rare character', '𠮷'], ['a family', '👨‍👩‍👧‍👦'], ['a line break', '字\n']])('counts %s as a person does', async (_name, one) => {
    const call = CALLS.find(([, limit]) => limit === 'returnNote')![3];
    expect((await send(call, one.repeat(LIMITS.returnNote))).code).toBe('RESUBMIT_TOO_LATE');
    expect((await send(call, one.repeat(LIMITS.returnNote) + '字')).code).toBe('TOO_LONG');
  });

  it('is no opinion above what the call allows', async () => {
    const most = given.config.limits.opinion;
    const sign = (opinion: string) => people.recommender.put<Problem>(`/api/works/${workId}/sign-offs/political`, { opinion });
    const { body } = await sign('字'.repeat(most + 1));
    expect(body.reasons).toMatchObject([{ code: 'TOO_LONG', over: 1, limit: most, path: 'opinion' }]);
    // The sample work has been signed off by another: the length is no hindrance any more.
    expect((await sign('字'.repeat(most))).body.code).toBe('DUTY_SIGNED');
  });

  // Last: these are done.
  it.each(CALLS)('%s is good at its limit', async (_where, limit, _isAsked, call) => {
    const { code } = await send(call, '字'.repeat(LIMITS[limit]));
    expect(['DONE', 'RESUBMIT_TOO_LATE', 'TITLE_MISMATCH', 'FINDING_CHANGED', 'WRONG_STATUS', 'DRAFT_CHANGED', 'INVALID_INPUT', 'NEXT_CALL_UNKNOWN', 'NOTHING_TO_HAND_OVER']).toContain(code);
  });

  it('changes no unit it was refused for', async () => {
    expect((await people.admin.get<UnitBoardRow[]>('/api/units')).body[0]!.unit.name).toBe('兴安盟科技局');
  });
});
