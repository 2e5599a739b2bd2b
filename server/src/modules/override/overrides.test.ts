import type { ConfigReply } from '@kepu/shared/contracts/campaign';
import type { DeskReply, AuditEntryView } from '@kepu/shared/contracts/desk';
import type { SaveFormReply, WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import type { Finding } from '@kepu/shared/inspection/finding';
import { blockingRules, shownVerdict } from '@kepu/shared/inspection/judge';
import { readyFacts } from '@kepu/shared/testing/examples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Invariants } from '../../invariants/check.js';
import { newId } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Inspection } from '../inspection/inspection.entity.js';
import { Inspections } from '../inspection/inspections.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Work } from '../work/work.entity.js';

const failing: Finding = { rule: 'V3', verdict: 'fail', subject: '画面', clause: '', measured: '1920×1078', required: '1080P 以上', advice: null, atMs: [], check: 'V3', evidence: [] };
const hint: Finding = { ...failing, rule: 'V6', check: 'V6', subject: '片头名称', verdict: 'look', measured: '片头没有读到文字', required: null };
const REASON = '已看过原片，两行是拍摄时的遮幅。';

describe.each(databases)('setting a finding aside, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let unit: Unit;
  let [creator, officer, stranger, staff, admin]: Person[] = [];

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const units = await given.campaign([{ code: 'AA' }, { code: 'BB' }]);
    unit = units[0]!;
    [creator, officer, stranger, staff, admin] = [await given.person('creator'), await given.person('recommender', unit.id), await given.person('recommender', units[1]!.id), await given.person('staff'), await given.person('admin')];
  });
  afterAll(async () => {
    expect(await test.app.get(Invariants).check()).toEqual([]);
    await test.stop();
  });

  /** A work handed in, whose film was found to say this. */
  const work = async (findings: Finding[] = [failing, hint], change: Partial<Work> = {}): Promise<string> => {
    const [id] = await given.submittedWorks(1, unit, { owner: creator! });
    const { filmFileId } = await given.db.read(Work).findOneByOrFail({ id: id! });
    await given.db.transaction(async () => {
      await given.db.write(Inspection).insert({ id: newId(), fileId: filmFileId!, workId: id!, state: 'done', facts: null, findings, configVersion: 1, error: null, queuedAt: 0, startedAt: 0, finishedAt: 0 });
      await given.db.write(Work).update({ id: id! }, { status: 'submitted', ...change });
      await test.app.get(Inspections).recount(id!);
    });
    return id!;
  };
  const view = async (id: string, person = staff!) => (await person.get<WorkView>(`/api/works/${id}`)).body;
  const setAside = async (person: Person, id: string, check: string, change: object = {}) => {
    const { film } = await view(id);
    const measured = film?.inspection.findings.find((finding) => finding.check === check)?.measured ?? null;
    return person.put<WorkView>(`/api/works/${id}/overrides/${check}`, { fileId: film!.fileId, measured, reason: REASON, ...change });
  };
  const takeBack = (person: Person, id: string, check: string) => person.delete<WorkView>(`/api/works/${id}/overrides/${check}`);
  const counts = async (id: string) => {
    const item = (await creator!.get<WorkListItem[]>('/api/works/mine')).body.find((entry) => entry.id === id)!;
    return [item.failing, item.looking];
  };
  const recommend = (id: string) => officer!.put(`/api/works/${id}/recommendation`);

  it('lets a unit set a hint aside, with its name and reason for everyone to read, and counts it out', async () => {
    const id = await work();
    expect(await counts(id)).toEqual([1, 1]);
    expect((await setAside(officer!, id, 'V6')).status).toBe(200);
    expect(await counts(id)).toEqual([1, 0]);
    for (const person of [creator!, officer!, staff!]) {
      const finding = (await view(id, person)).film!.inspection.findings.find(({ check }) => check === 'V6')!;
      expect(finding).toMatchObject({ verdict: 'look', setAside: { reason: REASON, side: 'recommender', unitName: unit.name, byName: expect.stringContaining('某人') } });
      expect(shownVerdict(finding, given.config)).toBe('reviewed');
    }
    const { messages } = (await creator!.get<DeskReply>('/api/me/desk')).body;
    expect(messages[0]?.text).toContain(`“片头名称”已由${unit.name}人工复核`);
    const [entry] = (await creator!.get<AuditEntryView[]>(`/api/works/${id}/history`)).body;
    expect(entry).toMatchObject({ action: 'finding.set-aside', reason: REASON, changes: [{ label: 'V6 片头名称', before: '片头没有读到文字', after: '人工复核，不再算作问题' }] });
  });

  it('leaves what was measured and failed to the department, and then lets the unit recommend', async () => {
    const id = await work();
    expect(refusal(await recommend(id))).toBe('422 INSPECTION_BLOCKS');
    expect(refusal(await setAside(officer!, id, 'V3'))).toBe('403 OVERRIDE_BY_DEPARTMENT');
    expect((await setAside(staff!, id, 'V3')).status).toBe(200);
    expect((await recommend(id)).status).toBe(200);
    expect(refusal(await takeBack(staff!, id, 'V3'))).toBe('409 WRONG_STATUS');
  });

  it('lets a draft go that the machine wronged, if the department says so', async () => {
    const id = await work([failing], { status: 'draft', unitId: null });
    expect(refusal(await setAside(officer!, id, 'V3'))).toBe('404 NOT_FOUND');
    expect((await setAside(staff!, id, 'V3')).status).toBe(200);
    const { film } = await view(id, creator);
    expect(blockingRules(film!.inspection.findings, given.config)).toEqual([]);
    const refused = await creator!.put<{ reasons: { code: string }[] }>(`/api/works/${id}/submission`, { revision: 1 });
    expect(refused.body.reasons.map(({ code }) => code)).not.toContain('INSPECTION_BLOCKS');
  });

  it('is nobody else’s to do', async () => {
    const id = await work();
    expect([refusal(await setAside(creator!, id, 'V6')), refusal(await setAside(stranger!, id, 'V6')), refusal(await setAside(admin!, id, 'V6'))]).toEqual(['403 NOT_ALLOWED', '404 NOT_FOUND', '403 NOT_ALLOWED']);
    expect(refusal(await setAside(officer!, id, 'V6', { reason: '可以' }))).toBe('422 REASON_TOO_SHORT');
    expect(refusal(await setAside(officer!, id, 'V99'))).toBe('409 FINDING_CHANGED');
  });

  it('takes one of two, and none that was made on something else', async () => {
    const id = await work();
    expect(refusal(await setAside(staff!, id, 'V3', { measured: '1280×720' }))).toBe('409 FINDING_CHANGED');
    expect(refusal(await setAside(staff!, id, 'V3', { fileId: newId() }))).toBe('409 FINDING_CHANGED');
    const { film } = await view(id);
    const body = { fileId: film!.fileId, measured: hint.measured, reason: REASON };
    const replies = await Promise.all([officer!, staff!].map((person) => person.put(`/api/works/${id}/overrides/V6`, body)));
    expect(replies.map(refusal).sort()).toEqual(['200 ', '409 FINDING_CHANGED']);
  });

  it('is taken back by the side that did it, and blocks again', async () => {
    const id = await work();
    await setAside(staff!, id, 'V3');
    expect(refusal(await takeBack(officer!, id, 'V3'))).toBe('403 OVERRIDE_OF_OTHERS');
    expect((await takeBack(staff!, id, 'V3')).status).toBe(200);
    expect(refusal(await takeBack(staff!, id, 'V3'))).toBe('409 FINDING_CHANGED');
    expect([await counts(id), refusal(await recommend(id))]).toEqual([[1, 1], '422 INSPECTION_BLOCKS']);
  });

  it('covers what it was given for and nothing else: another film, another value', async () => {
    const id = await work();
    await setAside(staff!, id, 'V3');
    const { fileId } = (await view(id)).film!;
    const isCovered = async () => (await view(id)).film!.inspection.findings.find(({ check }) => check === 'V3')!.setAside !== undefined;
    const found = (findings: Finding[]) => given.db.transaction(() => given.db.write(Inspection).update({ fileId }, { findings }));
    await found([{ ...failing, measured: '1280×720' }]);
    expect(await isCovered()).toBe(false);
    await found([failing]);
    expect(await isCovered()).toBe(true);
    const other = await work();
    expect((await view(other)).film!.inspection.findings.some(({ setAside: covered }) => covered)).toBe(false);
  });

  it('counts a draft anew when its title is mended, and all of them when the call changes', async () => {
    const id = await work([], { status: 'draft', unitId: null });
    const facts = { ...readyFacts(), video: { ...readyFacts().video!, displayHeight: 1079 }, text: { opening: [{ atMs: 1000, lines: ['一滴水的旅程'] }], closing: [], body: [], quoted: [] } };
    await given.db.transaction(() => given.db.write(Inspection).update({ workId: id }, { facts }));
    const save = async (value: string, baseRevision: number) => {
      const reply = await creator!.put<SaveFormReply>(`/api/works/${id}/form`, { changes: [{ field: 'title', value, baseRevision }] });
      await test.app.get(JobWorker).drain();
      return reply;
    };
    const first = await save('别的名称', 0);
    const [failed, looked] = await counts(id) as [number, number];
    await save('一滴水的旅程', first.body.fieldRevisions.title!);
    expect(await counts(id)).toEqual([failed, looked - 1]);
    const { body } = await admin!.get<ConfigReply>('/api/campaign/config');
    await admin!.put('/api/campaign/config', { config: { ...body.config, ruleModes: { V3: 'warn', V2: 'off' } }, baseVersion: body.version, reason: '补充通知' });
    await test.app.get(JobWorker).drain();
    const after = (await counts(id)) as [number, number];
    expect(after[0]).toBe(failed - 1);
    expect(refusal(await admin!.put('/api/campaign/config', { config: { ...body.config, ruleModes: { V6: 'block' } }, baseVersion: body.version + 1, reason: '试一试' }))).toBe('422 CONFIG_CONTRADICTS');
  });

  it('tells the department alone which works are spelled like others, and lets it settle that', async () => {
    const [one, two] = await given.submittedWorks(2, unit, { owner: creator! });
    await given.db.transaction(async () => {
      for (const [index, id] of [one!, two!].entries()) {
        const { unitId } = await given.db.read(Work).findOneByOrFail({ id });
        const form = { ...given.form(unit), unitId, creators: [{ id: 'c', name: `王${index === 0 ? '小' : '晓'}明`, organisation: '某某气象局', post: '编导' }], producingUnits: [] };
        await given.db.write(Work).update({ id }, { firstAuthor: form.creators[0]!.name, organisation: '某某气象局' });
        await given.findable(id);
        await given.db.write(WorkVersion).update({ workId: id }, { form });
      }
      await test.app.get(Jobs).add('other-works.recount', { workId: one! });
    });
    await test.app.get(JobWorker).drain();
    const listed = async () => (await staff!.get<{ items: WorkListItem[] }>('/api/works?having=looking&rule=O7')).body.items.map(({ id }) => id).sort();
    expect(await listed()).toEqual([one!, two!].sort());
    expect((await counts(one!))[1]).toBe(0); // its creator is told nothing
    expect((await setAside(staff!, one!, 'O7.spelling', { measured: (await view(one!)).film!.inspection.findings.find(({ check }) => check === 'O7.spelling')!.measured })).status).toBe(200);
    expect(await listed()).toEqual([two!]);
    // What the department settled names works of other units: its own people read it, nobody else.
    for (const person of [creator!, officer!]) {
      const { body } = await person.get<AuditEntryView[]>(`/api/works/${one}/history`);
      expect([body.map(({ action }) => action).includes('other-works.set-aside'), JSON.stringify(body).includes('王晓明')]).toEqual([false, false]);
    }
    expect((await staff!.get<AuditEntryView[]>(`/api/works/${one}/history`)).body[0]).toMatchObject({ action: 'other-works.set-aside', name: '人工复核（与其他作品）', reason: REASON });
  });
});
