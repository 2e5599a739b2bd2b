import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { ScanDeskReply } from '@kepu/shared/contracts/scan';
import type { FileLinkReply, WorkView } from '@kepu/shared/contracts/work';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealed, takePhoto, type PhotoRecipe, type Sheet } from '../../../../tests/photos/take-photo.js';
import { Job } from '../../platform/jobs/job.entity.js';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { newCode, newId } from '../../platform/ids.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { printedForm } from '../../testing/scan.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { TusClient } from '../../testing/upload.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Work } from '../work/work.entity.js';

const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;
/** Small photographs: what a page looks like at 12 MP is tested beside the reading itself. */
const PHONE: Partial<PhotoRecipe> = { width: 1500, height: 2000, shadow: 0.4 };

describe.skipIf(!hasPoppler).each(databases)('the sealed form on its way back from paper, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let unit: Person;
  let otherUnit: Person;
  let staff: Person;
  let works: string[];
  let folder: string;
  let photos: Record<'page1' | 'page2' | 'other' | 'old', Buffer>;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const [league, other] = await given.campaign([{ code: 'XA' }, { code: 'BT' }]);
    [unit, otherUnit, staff] = [await given.person('recommender', league!.id), await given.person('recommender', other!.id), await given.person('staff')];
    works = await given.submittedWorks(5, league!);
    const [foreign] = await given.submittedWorks(1, other!);
    folder = mkdtempSync(join(tmpdir(), 'kepu-scan-'));
    const old = await sheetsOf(works[0]!, unit);
    await newVersion(works[0]!);
    for (const workId of works) await unit.put(`/api/works/${workId}/recommendation`);
    const now = await sheetsOf(works[0]!, unit);
    const others = await sheetsOf(foreign!, otherUnit);
    photos = { page1: await takePhoto(now[0]!, PHONE), page2: await takePhoto(now.at(-1)!, { ...PHONE, desk: 'dark', orientation: 1 }), other: await takePhoto(others[0]!, PHONE), old: await takePhoto(old[0]!, PHONE) };
  });
  afterAll(async () => {
    await test.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The form printed as this person prints it, sealed. */
  const sheetsOf = async (workId: string, person: Person): Promise<Sheet[]> => {
    const pdf = await formOf(workId, person);
    writeFileSync(join(folder, 'form.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', '200', '-png', join(folder, 'form.pdf'), join(folder, workId)]);
    return Promise.all([1, 2].map((page) => sealed(readFileSync(join(folder, `${workId}-${page}.png`)))));
  };
  const formOf = (workId: string, person: Person) => printedForm(test, workId, person);
  /** The work as if it had been sent back, changed and handed in again. */
  const newVersion = async (workId: string) => {
    const first = await given.db.read(WorkVersion).findOneByOrFail({ workId, number: 1 });
    await given.db.transaction(async () => {
      await given.db.write(WorkVersion).insert({ ...first, id: newId(), number: 2, form: { ...first.form, reach: '全新的传播效果' }, sha256: 'a'.repeat(64), verifyCode: newCode() });
      await given.db.write(Work).update({ id: workId }, { versionNumber: 2 });
    });
    for (const { id } of given.config.duties) await unit.put(`/api/works/${workId}/sign-offs/${id}`, { opinion: '' });
  };
  const send = (workId: string, photo: Buffer, filename = 'IMG_1.jpg', person = unit) => new TusClient(test.base, person).whole({ workId, purpose: 'scan-photo', filename }, photo);
  const work = () => test.app.get(JobWorker).drain(['paper']);
  const desk = async (workId: string) => (await unit.get<ScanDeskReply>(`/api/works/${workId}/scan`)).body;
  const isInEffect = async (workId: string) => (await unit.get<WorkView>(`/api/works/${workId}`)).body.scan !== null;

  it('becomes one PDF below 5 兆, in the order of the paper, and puts the recommendation into effect', async () => {
    const [workId] = works;
    await send(workId!, photos.page2, 'b.jpg');
    await send(workId!, photos.page1, 'a.jpg');
    expect((await desk(workId!)).pages.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(refusal(await unit.post(`/api/works/${workId}/scan/bundle`))).toBe('409 SCAN_UNDER_WAY');
    await work();
    const { pages } = await desk(workId!);
    expect(pages).toMatchObject([
      { state: 'done', paper: { kind: 'current', page: 2, pages: 2 }, hasSeal: true, marks: [] },
      { state: 'done', paper: { kind: 'current', page: 1, pages: 2 }, hasSeal: true, marks: [] },
    ]);
    for (const url of [pages[0]!.photoUrl, pages[0]!.pageUrl]) expect((await fetch(test.base + url!)).headers.get('content-type')).toBe('image/jpeg');
    expect((await unit.post(`/api/works/${workId}/scan/bundle`)).status).toBe(200);
    expect(refusal(await unit.put(`/api/works/${workId}/scan`))).toBe('409 SCAN_NOT_MADE');
    await work();
    const { bundle } = await desk(workId!);
    expect(bundle).toMatchObject({ kind: 'photos', state: 'done', pageCount: 2, hasSeal: true });
    expect(bundle!.bytes).toBeLessThan(5_000_000);
    expect(await isInEffect(workId!)).toBe(false);
    expect((await unit.put(`/api/works/${workId}/scan`)).status).toBe(200);
    const { body: { scan } } = await unit.get<WorkView>(`/api/works/${workId}`);
    const { body: link } = await unit.post<FileLinkReply>(`/api/files/${scan!.fileId}/link`);
    const pdf = join(folder, 'scan.pdf');
    writeFileSync(pdf, Buffer.from(await (await fetch(test.base + link.url)).arrayBuffer()));
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Pages:\s+2[\s\S]*595\.28 x 841\.89 pts \(A4\)/u);
    expect((await desk(workId!)).originals.map(({ name }) => name)).toEqual(['a.jpg', 'b.jpg']);
    expect((await staff.get<ScanDeskReply>(`/api/works/${workId}/scan`)).body.originals).toHaveLength(2);
    const [latest] = (await unit.get<AuditEntryView[]>(`/api/works/${workId}/history`)).body;
    expect(latest).toMatchObject({ action: 'work.put-scan', role: 'recommender' });
  });

  it('says at once that a sheet is an older version’s, and what has changed since', async () => {
    const workId = works[0]!;
    const id = await send(workId, photos.old);
    await work();
    expect((await desk(workId)).pages).toMatchObject([{ id, paper: { kind: 'older', version: 1, changes: [{ label: '传播效果', after: '全新的传播效果' }] } }]);
    expect(refusal(await unit.post(`/api/works/${workId}/scan/bundle`))).toBe('422 SCAN_PAGE_OLDER');
    await unit.put(`/api/works/${workId}/scan/pages/${id}/confirmation`, { code: null });
    expect(refusal(await unit.post(`/api/works/${workId}/scan/bundle`))).toContain('SCAN_PAGE_OLDER');
  });

  it('says that a sheet is another work’s, by its title only to who may know it', async () => {
    const workId = works[1]!;
    await send(workId, photos.other);
    await send(workId, photos.page1);
    await work();
    expect((await desk(workId)).pages.map(({ paper }) => paper)).toEqual([{ kind: 'other-work', title: null }, { kind: 'other-work', title: '作品 0' }]);
    expect(refusal(await unit.post(`/api/works/${workId}/scan/bundle`))).toContain('SCAN_PAGE_OTHER_WORK');
  });

  it('takes a sheet without a readable code only when somebody vouches for it, and keeps who', async () => {
    const workId = works[2]!;
    const blank = await sharp({ create: { width: 1500, height: 2000, channels: 3, background: '#b0a090' } })
      .composite([{ input: { create: { width: 1100, height: 1500, channels: 3, background: '#fafafa' } }, left: 200, top: 250 }, { input: { text: { text: '<span size="80000">盖章页</span>', rgba: true } }, left: 400, top: 600 }]).jpeg().toBuffer();
    const id = await send(workId, blank);
    await work();
    expect((await desk(workId)).pages[0]).toMatchObject({ state: 'done', paper: { kind: 'unread' }, confirmed: null });
    expect(refusal(await unit.post(`/api/works/${workId}/scan/bundle`))).toContain('SCAN_PAGE_UNREAD');
    const confirm = (code: string | null) => unit.put(`/api/works/${workId}/scan/pages/${id}/confirmation`, { code });
    expect(refusal(await confirm('0000 0000'))).toBe('422 SCAN_CODE_WRONG');
    const { versionCode } = await desk(workId);
    await confirm(versionCode.toLowerCase().replace(' ', '-'));
    expect((await desk(workId)).pages[0]!.confirmed).toMatchObject({ how: 'code' });
    expect((await unit.post(`/api/works/${workId}/scan/bundle`)).status).toBe(200);
  });

  it('reads a page again with the corners a person draws, and forgets the PDF made before', async () => {
    const workId = works[2]!;
    await work();
    const { pages: [page], bundle } = await desk(workId);
    expect(bundle?.state).toBe('done');
    const corners = [0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.8];
    expect((await unit.put(`/api/works/${workId}/scan/pages/${page!.id}`, { corners, turn: 1 })).status).toBe(200);
    expect(refusal(await unit.put(`/api/works/${workId}/scan/pages/${page!.id}`, { corners: [0, 0, 1, 1, 1, 0, 0, 1] }))).toBe('422 SCAN_BAD_CORNERS');
    await work();
    const after = await desk(workId);
    expect(after.bundle).toBeNull();
    expect(after.pages[0]).toMatchObject({ turn: 1, confirmed: null, state: 'done' });
    expect(after.pages[0]!.corners.flatMap(({ x, y }) => [x, y])).toEqual(corners.map((value) => expect.closeTo(value, 3) as number));
  });

  it('goes on after the server died in the middle of a page, and stops for a page that was thrown away', async () => {
    const workId = works[3]!;
    await work();
    const id = await send(workId, photos.page1);
    const claimed = await test.app.get(Jobs).claim('paper'); // a server that takes the job and is never heard of again
    expect(claimed?.name).toBe('scan.page');
    await work();
    expect((await desk(workId)).pages[0]!.state).toBe('waiting');
    test.clock.setTo(test.clock.now() + 61_000);
    await work();
    expect((await desk(workId)).pages[0]!.state).toBe('done');
    await unit.put(`/api/works/${workId}/scan/pages/${id}`, { corners: null, turn: null });
    await unit.delete(`/api/works/${workId}/scan/pages/${id}`);
    await work();
    expect((await desk(workId)).pages).toEqual([]);
    expect(await given.db.read(Job).countBy({ lane: 'paper', state: 'ready' })).toBe(0);
  });

  it('takes a PDF whose pages carry this version’s code, and no other', async () => {
    const workId = works[4]!;
    const sendPdf = (content: Buffer) => new TusClient(test.base, unit).whole({ workId, purpose: 'scan', filename: '扫描件.pdf' }, content);
    await sendPdf(await formOf(works[3]!, unit));
    expect(await isInEffect(workId)).toBe(false);
    await work();
    expect((await desk(workId)).bundle).toMatchObject({ kind: 'pdf', state: 'done', papers: [{ kind: 'other-work', title: '作品 3' }, { kind: 'other-work' }] });
    expect(refusal(await unit.put(`/api/works/${workId}/scan`))).toContain('SCAN_PAGE_OTHER_WORK');
    await sendPdf(await formOf(workId, unit));
    await work();
    expect((await desk(workId)).bundle).toMatchObject({ state: 'done', pageCount: 2, papers: [{ kind: 'current', page: 1 }, { kind: 'current', page: 2 }] });
    await unit.put(`/api/works/${workId}/scan`);
    expect(await isInEffect(workId)).toBe(true);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['is encrypted', () => encrypted(), 'SCAN_PDF_ENCRYPTED'],
    ['is damaged', () => Buffer.from('%PDF-1.7\nnothing of a PDF'), 'SCAN_PDF_DAMAGED'],
  ])('says of a PDF that it %s', async (_name, make, code) => {
    await new TusClient(test.base, unit).whole({ workId: works[4]!, purpose: 'scan', filename: '扫描件.pdf' }, await make());
    await work();
    expect((await desk(works[4]!)).bundle).toMatchObject({ state: 'failed', failure: { code } });
  });
  const encrypted = () => {
    const doc = new PDFDocument({ userPassword: 'secret', ownerPassword: 'other' });
    doc.end();
    return buffer(doc);
  };

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['broken off in the middle', () => photos.page1.subarray(0, photos.page1.length / 3), 'SCAN_DAMAGED'],
    ['of 70 million pixels', () => sharp({ create: { width: 10_000, height: 7_000, channels: 3, background: '#fff' } }).jpeg({ quality: 20 }).toBuffer(), 'SCAN_TOO_MANY_PIXELS'],
    ['too small to be read', () => sharp({ create: { width: 640, height: 480, channels: 3, background: '#fff' } }).png().toBuffer(), 'SCAN_TOO_SMALL'],
    ['that only begins like one', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4_000, 7)]), 'SCAN_NOT_PICTURE'],
  ])('says of a photograph %s why it cannot be used', async (_name, make, code) => {
    const workId = works[4]!;
    const id = await send(workId, await make());
    await work();
    const page = (await desk(workId)).pages.find((one) => one.id === id);
    expect(page).toMatchObject({ state: 'failed', failure: { code, message: expect.stringMatching(/。$/u) as string } });
    await unit.delete(`/api/works/${workId}/scan/pages/${id}`);
  });

  it('refuses a HEIC photograph by its name and by its bytes, with what to do about it', async () => {
    const tus = new TusClient(test.base, unit);
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(2_000)]);
    expect(refusal(await tus.create({ workId: works[4]!, purpose: 'scan-photo', filename: 'IMG_2.HEIC', bytes: 2_000 }))).toBe('415 PHOTO_IS_HEIC');
    const { url } = await tus.create({ workId: works[4]!, purpose: 'scan-photo', filename: 'IMG_2.jpg', bytes: heic.length });
    expect(refusal(await tus.patch(url, 0, heic))).toBe('415 PHOTO_IS_HEIC');
  });

  it('takes a photograph of 50 million pixels', async () => {
    const id = await send(works[4]!, await sharp(photos.page1).resize(6_120, 8_160, { fit: 'fill' }).jpeg({ quality: 60 }).toBuffer());
    await work();
    expect((await desk(works[4]!)).pages.find((one) => one.id === id)).toMatchObject({ state: 'done', paper: { kind: 'other-work' } });
  });

  it('is nobody’s but the unit’s that recommended the work', async () => {
    const workId = works[3]!;
    expect((await otherUnit.get(`/api/works/${workId}/scan`)).status).toBe(404);
    expect(refusal(await new TusClient(test.base, otherUnit).create({ workId, purpose: 'scan-photo', filename: 'a.jpg', bytes: 10 }))).toBe('404 NOT_FOUND');
    expect(refusal(await staff.put(`/api/works/${workId}/scan`))).toBe('403 NOT_ALLOWED');
    const { body: { film } } = await unit.get<WorkView>(`/api/works/${works[1]}`);
    expect(refusal(await unit.delete(`/api/works/${workId}/scan/pages/${film!.fileId}`))).toBe('404 NOT_FOUND');
  });
});
