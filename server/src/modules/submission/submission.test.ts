import { createHash } from 'node:crypto';
import type { AuditEntryView, DeskReply } from '@kepu/shared/contracts/desk';
import type { ContactReply, ReceiptReply, SaveFormReply, VerifyReply, VersionReply, WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import type { Problem } from '@kepu/shared/errors';
import { canonical } from '@kepu/shared/forms/canonical';
import type { FormField, WorkForm } from '@kepu/shared/forms/work-form';
import type { FilmFacts } from '@kepu/shared/inspection/facts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { proofPicture, signaturePicture, smallFilm, TusClient } from '../../testing/upload.js';
import { Account } from '../account/account.entity.js';
import { Inspections } from '../inspection/inspections.js';
import { Files } from '../upload/files.js';
import { WorkVersion } from '../work/work-version.entity.js';

describe.each(databases)('a work from its draft to the unit and back, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let creator: Person;
  let officer: Person;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const { film } = given.config;
    await given.campaign([{ code: 'XA', name: '兴安盟科技局' }, { code: 'BT' }], { film: { ...film, minBytes: null } });
    creator = await given.person('creator');
    officer = await given.person('recommender', given.units[0]!.id);
  });
  afterAll(() => test.stop());

  const revisions = new Map<string, WorkView['fieldRevisions']>();
  const save = async (workId: string, form: Partial<WorkForm>): Promise<SaveFormReply> => {
    const known = revisions.get(workId) ?? {};
    const changes = (Object.keys(form) as FormField[]).map((field) => ({ field, value: form[field], baseRevision: known[field] ?? 0 }));
    const { body } = await creator.put<SaveFormReply>(`/api/works/${workId}/form`, { changes });
    revisions.set(workId, body.fieldRevisions);
    return body;
  };
  const view = async (workId: string, person: Person = creator) => (await person.get<WorkView>(`/api/works/${workId}`)).body;
  const sign = async (workId: string) => creator.put<WorkView>(`/api/works/${workId}/signature`, { strokes: { width: 300, height: 150, lines: [[1, 2, 0, 30, 40, 16]] }, image: signaturePicture(), revision: (await view(workId)).revision });
  const submit = async (workId: string) => creator.put<ReceiptReply>(`/api/works/${workId}/submission`, { revision: (await view(workId)).revision });

  let measured: FilmFacts | null = null;
  /** The first film is measured by the machine; the others, the same bytes, are concluded from what it found. */
  const inspect = async (fileId: string) => {
    const inspections = test.app.get(Inspections);
    const file = await test.app.get(Files).get(fileId);
    if (measured === null) {
      await test.app.get(JobWorker).drain();
      measured = (await inspections.find(fileId))?.facts ?? null;
      return;
    }
    await test.app.get(JobWorker).drain(['light']);
    await inspections.begin(file);
    await inspections.conclude(file, measured);
  };

  /** A complete draft with a real film that has been inspected. */
  const completeDraft = async (author = '张某某'): Promise<string> => {
    const { id } = (await creator.post<WorkView>('/api/works', {})).body;
    const tus = new TusClient(test.base, creator);
    const proof = await tus.whole({ workId: id, purpose: 'broadcast-proof', filename: '播放页.png' }, proofPicture());
    const form = given.form(given.units[0]!, { creators: [{ id: 'c', name: author, organisation: '某单位', post: '编导' }] });
    await save(id, { ...form, broadcasts: form.broadcasts.map((record) => ({ ...record, proofIds: [proof] })) });
    await inspect(await tus.whole({ workId: id, purpose: 'film', filename: '成片.mp4' }, smallFilm()));
    return id;
  };

  it('carries one real work through: inspected, signed, submitted with a receipt, returned, mended, submitted again', async () => {
    const id = await completeDraft();
    const draft = await view(id);
    expect(draft.film?.inspection).toMatchObject({ state: 'done' });
    const verdicts = Object.fromEntries(draft.film?.inspection.findings.map(({ check, verdict }) => [check, verdict]) ?? []);
    expect(verdicts).toMatchObject({ V1: 'pass', V2: 'pass', V3: 'pass', V4: 'pass', V5: 'pass', V9: 'pass', V11: 'pass' });
    expect(Object.keys(verdicts)).toEqual(expect.arrayContaining(['V6', 'V7', 'V8', 'V10', 'O5']));
    expect(Object.values(verdicts)).not.toContain('fail');
    expect(refusal(await submit(id))).toBe('422 NOT_SIGNED');
    expect(refusal(await officer.get(`/api/works/${id}`))).toBe('404 NOT_FOUND');
    await sign(id);
    await save(id, { reach: '改过的传播效果' });
    expect(refusal(await submit(id))).toBe('422 SIGNED_OTHER_TEXT');
    await sign(id);
    const receipt = (await submit(id)).body;
    expect(receipt.receipt).toMatch(/^KP\d\d-XA-0001$/u);
    expect(receipt).toMatchObject({ versionNumber: 1, unitName: '兴安盟科技局', filmSha256: createHash('sha256').update(smallFilm()).digest('hex') });
    expect(refusal(await creator.put(`/api/works/${id}/form`, { changes: [{ field: 'reach', value: '偷改', baseRevision: 9 }] }))).toBe('409 WRONG_STATUS');

    const returned = await officer.post<WorkView>(`/api/works/${id}/return`, { resubmitBy: test.clock.now() + 86_400_000, reasons: [{ path: 'reach', atMs: null, note: '请写明平台和统计截止日期。' }, { path: 'film', atMs: 72_000, note: '有繁体字。' }] });
    expect(returned.body).toMatchObject({ status: 'returned', returned: { reasons: [{ path: 'reach' }, { path: 'film', atMs: 72_000 }] } });
    await save(id, { reach: '截至今年11月30日，在某平台播放12.4万次。' });
    expect((await view(id, officer)).form.reach).toBe('改过的传播效果');
    await sign(id);
    const second = (await submit(id)).body;
    expect(second).toMatchObject({ receipt: receipt.receipt, versionNumber: 2 });
    expect(second.sha256).not.toBe(receipt.sha256);
    expect((await officer.get<VersionReply>(`/api/works/${id}/versions/1`)).body.form.reach).toBe('改过的传播效果');
    const [latest] = (await officer.get<AuditEntryView[]>(`/api/works/${id}/history`)).body.filter((entry) => entry.action === 'work.submit');
    expect(latest?.changes).toEqual([{ label: '传播效果', before: '改过的传播效果', after: '截至今年11月30日，在某平台播放12.4万次。' }]);
    const told = (await creator.get<DeskReply>('/api/me/desk')).body.messages.map((message) => message.text);
    expect(told.some((text) => text.includes('被兴安盟科技局退回，2 处要改'))).toBe(true);
  });

  it('goes to another unit after it was sent back: one change in the log, new there, and gone from where it was', async () => {
    const [, other] = given.units;
    const otherOfficer = await given.person('recommender', other!.id);
    const id = await completeDraft('赵某某');
    await sign(id);
    await submit(id);
    await officer.post<WorkView>(`/api/works/${id}/return`, { resubmitBy: test.clock.now() + 86_400_000, reasons: [{ path: 'unitId', atMs: null, note: '请改报所在地的单位。' }] });
    await save(id, { unitId: other!.id });
    await sign(id);
    expect((await submit(id)).body).toMatchObject({ versionNumber: 2, unitName: other!.name });
    const [latest] = (await otherOfficer.get<AuditEntryView[]>(`/api/works/${id}/history`)).body.filter((entry) => entry.action === 'work.submit');
    expect(latest?.changes).toEqual([{ label: '推荐单位', before: '兴安盟科技局', after: other!.name }]);
    const told = async (person: Person) => (await person.get<DeskReply>('/api/me/desk')).body.messages.filter(({ workId }) => workId === id).map((message) => message.text);
    expect(await told(otherOfficer)).toEqual([expect.stringMatching(/^收到《/u)]);
    expect((await told(officer))[0]).toContain(`改报${other!.name}，不再由本单位审核`);
    expect(refusal(await officer.get(`/api/works/${id}`))).toBe('404 NOT_FOUND');
  });

  it('freezes a version under a hash that anyone can check, and shows it to whoever scans its code', async () => {
    const id = await completeDraft('李某某');
    await sign(id);
    await submit(id);
    const version = await given.db.read(WorkVersion).findOneByOrFail({ workId: id, number: 1 });
    const signature = (await view(id, officer)).signature?.image.split(',')[1] ?? '';
    const content = { form: version.form, film: version.filmSha256, signature: createHash('sha256').update(Buffer.from(signature, 'base64')).digest('hex'), commitment: '2025-1', unit: 'XA', config: version.configVersion };
    expect(createHash('sha256').update(canonical({ ...content, commitment: given.config.wording.commitmentVersion })).digest('hex')).toBe(version.sha256);
    const { body } = await given.anyone().get<VerifyReply>(`/api/verify/${version.verifyCode}`);
    expect(body).toMatchObject({ title: version.form.title, unitName: '兴安盟科技局', versionNumber: 1, isCurrent: true, code: version.sha256.slice(0, 8).toUpperCase().replace(/(.{4})/u, '$1 ') });
    expect(JSON.stringify(body)).not.toContain('138');
    expect(refusal(await given.anyone().get('/api/verify/NOSUCHCODE'))).toBe('404 NOT_FOUND');
  });

  it('lists everything that is missing at once', async () => {
    const { id } = (await creator.post<WorkView>('/api/works', {})).body;
    const reply = await submit(id);
    const codes = refusal(reply);
    for (const code of ['MISSING', 'NO_CREATOR', 'NO_BROADCAST', 'MATERIALS_UNCONFIRMED', 'COMMITMENT_NOT_ACCEPTED', 'NO_FILM', 'NOT_SIGNED']) expect(codes).toContain(code);
  });

  it('is taken back before the review has begun, and the unit no longer sees it', async () => {
    const id = await completeDraft('王某某');
    await sign(id);
    await submit(id);
    expect((await officer.get<{ items: WorkListItem[] }>(`/api/units/${given.units[0]!.id}/inbox`)).body.items.map((item) => item.id)).toContain(id);
    expect((await creator.delete<WorkView>(`/api/works/${id}/submission`)).body.status).toBe('draft');
    expect(refusal(await officer.get(`/api/works/${id}`))).toBe('404 NOT_FOUND');
    await submit(id);
    await officer.put(`/api/works/${id}/sign-offs/political`, { opinion: '' });
    expect(refusal(await creator.delete(`/api/works/${id}/submission`))).toBe('409 REVIEW_STARTED');
  });

  it('refuses files of another work, and a stale page', async () => {
    const id = await completeDraft('赵某某');
    const other = await completeDraft('钱某某');
    const stolen = (await view(other)).form.broadcasts[0]?.proofIds ?? [];
    const { form } = await view(id);
    await save(id, { broadcasts: form.broadcasts.map((record) => ({ ...record, proofIds: stolen })) });
    await sign(id);
    expect(refusal(await submit(id))).toBe('422 UNKNOWN_FILE');
    await sign(other);
    expect(refusal(await creator.put(`/api/works/${other}/submission`, { revision: 1 }))).toBe('409 DRAFT_CHANGED');
  });

  it('is declined with a reason, which ends it', async () => {
    const [id] = await given.submittedWorks(1, given.units[0]!, { owner: creator });
    expect((await officer.post<WorkView>(`/api/works/${id}/decline`, { reason: '与主题无关' })).body.status).toBe('declined');
    expect(refusal(await submit(id!))).toBe('409 WRONG_STATUS');
  });

  it('keeps each duty for the person who signed it, and shows opinions to the unit only', async () => {
    const [id] = await given.submittedWorks(1, given.units[0]!, { owner: creator, signedOff: false });
    const colleague = await given.person('recommender', given.units[0]!.id);
    await officer.put(`/api/works/${id}/sign-offs/political`, { opinion: '看过三遍，没有问题' });
    const late = await colleague.put<Problem>(`/api/works/${id}/sign-offs/political`, { opinion: '覆盖' });
    expect(refusal(late)).toBe('409 DUTY_SIGNED');
    expect(late.body.title).toContain((await given.db.read(Account).findOneByOrFail({ id: officer.accountId })).name);
    const { signOffs } = await view(id!, colleague);
    expect(signOffs).toMatchObject([{ dutyId: 'political', opinion: '看过三遍，没有问题', byMe: false }]);
    expect(refusal(await colleague.delete(`/api/works/${id}/sign-offs/political`))).toBe('403 SIGN_OFF_OF_OTHERS');
    expect((await view(id!)).signOffs).toEqual([]);
    expect(refusal(await officer.put(`/api/works/${id}/sign-offs/courage`, { opinion: '' }))).toBe('422 DUTY_UNKNOWN');
  });

  const signOffsLogged = async (id: string) => {
    const staff = await given.person('staff');
    const { body } = await staff.get<AuditEntryView[]>(`/api/works/${id}/history`);
    return body.filter(({ action }) => action.includes('sign-off')).map(({ action, actorName }) => `${action} ${actorName}`).reverse();
  };

  it('logs each sign-off once, by whoever signed, however many people tap at one moment', async () => {
    const [id] = await given.submittedWorks(1, given.units[0]!, { owner: creator, signedOff: false });
    const people = [officer, await given.person('recommender', given.units[0]!.id), await given.person('recommender', given.units[0]!.id)];
    const replies = await Promise.all([...people, ...people].map((person) => person.put<WorkView>(`/api/works/${id}/sign-offs/political`, { opinion: '' })));
    const [signOff] = (await view(id!, officer)).signOffs;
    // Whoever signed may have tapped twice and is told so both times that it stands; the others are told who signed.
    expect(replies.map((reply) => (reply.status === 200 ? '200' : refusal(reply))).sort()).toEqual(['200', '200', ...Array.from({ length: 4 }, () => '409 DUTY_SIGNED')]);
    expect(await signOffsLogged(id!)).toEqual([`work.sign-off ${signOff!.byName}`]);
  });

  it('keeps the opinion that was signed first: another one is not taken for said', async () => {
    const [id] = await given.submittedWorks(1, given.units[0]!, { owner: creator, signedOff: false });
    await officer.put(`/api/works/${id}/sign-offs/scientific`, { opinion: '第一次的意见' });
    expect(refusal(await officer.put(`/api/works/${id}/sign-offs/scientific`, { opinion: '改了的意见' }))).toBe('409 DUTY_SIGNED');
    expect((await officer.put(`/api/works/${id}/sign-offs/scientific`, { opinion: '第一次的意见' })).status).toBe(200);
    expect((await view(id!, officer)).signOffs).toMatchObject([{ opinion: '第一次的意见' }]);
    expect(await signOffsLogged(id!)).toHaveLength(1);
  });

  it('logs a sign-off taken back once, by two taps', async () => {
    const [id] = await given.submittedWorks(1, given.units[0]!, { owner: creator, signedOff: false });
    await officer.put(`/api/works/${id}/sign-offs/political`, { opinion: '' });
    await Promise.all([1, 2, 3].map(() => officer.delete(`/api/works/${id}/sign-offs/political`)));
    expect((await signOffsLogged(id!)).map((entry) => entry.split(' ')[0])).toEqual(['work.sign-off', 'work.take-back-sign-off']);
  });

  it('shows the department masked contact details and records who looked at the full ones', async () => {
    const staff = await given.person('staff');
    const [id] = await given.submittedWorks(1, given.units[0]!, { owner: creator });
    expect((await view(id!, staff)).form).toMatchObject({ phone: '048****0000', email: 'aut***@example.cn' });
    expect((await staff.post<ContactReply>(`/api/works/${id}/contact`)).body.phone).toBe('0482-8260000');
    expect((await staff.get<AuditEntryView[]>(`/api/works/${id}/history`)).body[0]?.action).toBe('work.reveal-contact');
  });
});

describe.each(databases)('two devices on one draft, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let creator: Person;
  let id: string;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    await given.campaign();
    creator = await given.person('creator');
    id = (await creator.post<WorkView>('/api/works', {})).body.id;
  });
  afterAll(() => test.stop());

  const save = (field: FormField, value: unknown, baseRevision: number) => creator.put<SaveFormReply>(`/api/works/${id}/form`, { changes: [{ field, value, baseRevision }] });

  it('never overwrite each other: the newer text is shown, both are there to choose from', async () => {
    expect((await save('reach', '手机上写的', 0)).body).toMatchObject({ conflicts: [], fieldRevisions: { reach: 1 } });
    const late = (await save('reach', '电脑上写的', 0)).body;
    expect(late.conflicts).toMatchObject([{ field: 'reach', theirs: '手机上写的', mine: '电脑上写的', theirRevision: 1 }]);
    expect((await creator.get<WorkView>(`/api/works/${id}`)).body.form.reach).toBe('手机上写的');
    expect((await save('reach', '合在一起的', 1)).body).toMatchObject({ conflicts: [], fieldRevisions: { reach: 2 } });
  });

  it('may write different fields at the same moment, and every acknowledged text is there', async () => {
    const fields: FormField[] = ['title', 'field', 'summary', 'innovations', 'address', 'phone', 'email', 'authorMobile'];
    const replies = await Promise.all(fields.map((field) => save(field, `${field} 的内容`, 0)));
    expect(replies.map((reply) => reply.status)).toEqual(fields.map(() => 200));
    const { form } = (await creator.get<WorkView>(`/api/works/${id}`)).body;
    for (const field of fields) expect(form[field]).toBe(`${field} 的内容`);
  });

  it('get exactly one text through when they write one field at the same moment', async () => {
    const { fieldRevisions } = (await creator.get<WorkView>(`/api/works/${id}`)).body;
    const replies = await Promise.all(Array.from({ length: 6 }, (_, n) => save('summary', `第 ${n} 份`, fieldRevisions.summary ?? 0)));
    expect(replies.filter((reply) => reply.body.conflicts.length === 0)).toHaveLength(1);
  });

  it.each<[string, FormField, unknown]>([
    ['a field that does not exist', 'isAdmin' as FormField, true],
    ['a value of another shape', 'creators', 'nobody'],
    ['a unit of no call', 'unitId', 'elsewhere'],
  ])('are refused %s', async (_name, field, value) => expect((await save(field, value, 0)).status).toBe(400));

  it('are refused a form that is larger than anyone writes', async () => {
    const creators = Array.from({ length: 30 }, (_, n) => ({ id: String(n), name: '名'.repeat(290), organisation: '单'.repeat(290), post: '职'.repeat(290) }));
    expect(refusal(await save('creators', creators, 0))).toBe('413 FORM_TOO_LARGE');
  });

  it('can read a draft after the deadline, not change it', async () => {
    await given.campaign([{}], { recommendBy: test.clock.now() + 1_000 });
    const late = (await creator.post<WorkView>('/api/works', {})).body.id;
    test.clock.setTo(test.clock.now() + 1_000);
    expect(refusal(await creator.put(`/api/works/${late}/form`, { changes: [{ field: 'title', value: '晚了', baseRevision: 0 }] }))).toBe('409 AFTER_DEADLINE');
    expect((await creator.get(`/api/works/${late}`)).status).toBe(200);
  });
});
