import type { ReceiptReply, SaveFormReply, VersionReply, WorkView } from '@kepu/shared/contracts/work';
import { readyFacts, readyForm } from '@kepu/shared/testing/examples';
import { FORM_FIELDS, type WorkForm } from '@kepu/shared/forms/work-form';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { signaturePicture } from '../../testing/upload.js';
import { Inspections } from '../inspection/inspections.js';
import { Files } from '../upload/files.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Work } from '../work/work.entity.js';

const without = (value: object, key: string): unknown => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

/** What an older form may lack: a field, or a key of every entry of a list. */
const GAPS: [string, (form: WorkForm) => unknown][] = FORM_FIELDS.flatMap((field): [string, (form: WorkForm) => unknown][] => {
  const sample: unknown = readyForm()[field];
  const keys = Array.isArray(sample) ? Object.keys((sample as object[])[0] ?? {}) : [];
  return [[field, (form) => without(form, field)], ...keys.map((key): [string, (form: WorkForm) => unknown] => [`${field}.${key}`, (form) => ({ ...form, [field]: (form[field] as object[]).map((entry) => without(entry, key)) })])];
});

describe.each(databases)('a form stored before a part of it existed, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let creator: Person;
  let officer: Person;
  let workId: string;
  let whole: WorkForm;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const { film, broadcast } = given.config;
    await given.campaign([{ code: 'XA' }], { film: { ...film, minBytes: null }, broadcast: { ...broadcast, proofRequired: false } });
    creator = await given.person('creator');
    officer = await given.person('recommender', given.units[0]!.id);
    workId = (await given.submittedWorks(1, given.units[0]!, { owner: creator, signedOff: false }))[0]!;
    const { film: shown } = await view(creator);
    const file = await test.app.get(Files).get(shown!.fileId);
    await test.app.get(Inspections).begin(file);
    await test.app.get(Inspections).conclude(file, readyFacts());
    whole = { ...given.form(given.units[0]!), allOriginal: false, materials: readyForm().materials.map((entry) => ({ ...entry, proofIds: [] })) };
  });
  afterAll(() => test.stop());

  const view = async (person: Person) => (await person.get<WorkView>(`/api/works/${workId}`)).body;
  const store = (status: Work['status'], form: unknown) => given.db.transaction(async () => {
    await given.db.write(Work).update({ id: workId }, { status, draft: form as WorkForm, unitId: given.units[0]!.id, versionNumber: 1, trail: {} });
    await given.db.write(WorkVersion).delete({ workId, number: 2 });
    await given.db.write(WorkVersion).update({ workId, number: 1 }, { form: form as WorkForm });
  });

  it.each(GAPS)('without %s: read, edited, signed, submitted, compared, printed', async (_gap, take) => {
    await store('returned', take(whole));
    const draft = await view(creator);
    expect(Object.keys(draft.form).sort()).toEqual([...FORM_FIELDS].sort());
    expect(Object.keys((await officer.get<VersionReply>(`/api/works/${workId}/versions/1`)).body.form).sort()).toEqual([...FORM_FIELDS].sort());
    const saved = await creator.put<SaveFormReply>(`/api/works/${workId}/form`, { changes: [{ field: 'title', value: `${draft.form.title}改`, baseRevision: 0 }] });
    expect(saved.status).toBe(200);
    const signed = await creator.put<WorkView>(`/api/works/${workId}/signature`, { strokes: { width: 300, height: 150, lines: [[1, 2, 0, 30, 40, 16]] }, image: signaturePicture(), revision: saved.body.revision });
    expect(signed.body.signature).toMatchObject({ matchesForm: true, matchesCommitment: true });
    const submitted = await creator.put<ReceiptReply>(`/api/works/${workId}/submission`, { revision: signed.body.revision });
    expect([200, 422]).toContain(submitted.status);
    for (const path of ['', '/form-preview', '/history']) expect([path, (await creator.get(`/api/works/${workId}${path}`)).status]).toEqual([path, 200]);
  });

  it('is still whole enough to be submitted when only what nobody must fill in is missing', async () => {
    await store('returned', { ...(without(whole, 'listedAreaCode') as WorkForm), allOriginal: true, materials: [], producingUnits: whole.producingUnits.map((entry) => without(entry, 'creditCode')) });
    const signed = await creator.put<WorkView>(`/api/works/${workId}/signature`, { strokes: { width: 300, height: 150, lines: [[1, 2, 0, 30, 40, 16]] }, image: signaturePicture(), revision: (await view(creator)).revision });
    const submitted = await creator.put<ReceiptReply>(`/api/works/${workId}/submission`, { revision: signed.body.revision });
    expect(submitted.body).toMatchObject({ versionNumber: 2 });
    expect((await view(officer)).signature).toMatchObject({ matchesForm: true });
  });
});
