import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrontDeskReply, HandOverReply, HandOverRow, PackageItemView, PackageView } from '@kepu/shared/contracts/handover';
import type { AuditEntryView, DeskReply } from '@kepu/shared/contracts/desk';
import type { Page } from '@kepu/shared/contracts/work';
import { readHandOverCode } from '@kepu/shared/handover/code';
import jsqr from 'jsqr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Invariants } from '../../invariants/check.js';
import { newId } from '../../platform/ids.js';
import { Storage } from '../../platform/storage.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import type { Given, Person } from '../../testing/given.js';
import type { TestApp } from '../../testing/start-test-app.js';
import type { Unit } from '../campaign/unit.entity.js';
import { UnitPapers } from '../document/unit-papers.js';
import { StoredFile } from '../upload/file.entity.js';
import { PackageItem } from './package.entity.js';
import { codeOf, PackageStage, sha256Of } from './testing/package-stage.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Work } from '../work/work.entity.js';

const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;
const has7z = spawnSync('7z').error === undefined;
const UTF8 = { env: { ...process.env, LC_ALL: 'C.UTF-8' } };

describe.each(databases)('handing over a unit’s materials, on $name', (kind) => {
  let stage: PackageStage;
  let test: TestApp;
  let given: Given;
  let unit: Unit;
  let other: Unit;
  let officer: Person;
  let stranger: Person;
  let staff: Person;
  let works: string[];
  const folder = mkdtempSync(join(tmpdir(), 'kepu-package-'));

  beforeAll(async () => {
    stage = await PackageStage.set(kind);
    ({ test, given, unit, other, officer, staff, works } = stage);
    stranger = await given.person('recommender', other.id);
  });
  afterAll(async () => {
    await test.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const overview = async (person = officer, of = unit) => (await person.get<HandOverReply>(`/api/units/${of.id}/hand-over`)).body;
  const handOver = (person = officer) => person.post<PackageView>(`/api/units/${unit.id}/hand-overs`);
  const scan = (workId: string, more = '') => stage.scan(workId, more);
  const drain = () => stage.drain();
  const link = (id: string, person = officer) => stage.link(id, person);
  const fetchFile = (code: string, file: string, init: RequestInit = {}) => fetch(`${test.base}/media/package/${code}/${file}`, init);
  const save = async (response: Response, file: string) => {
    const path = join(folder, `${kind.name}-${file}`);
    writeFileSync(path, Buffer.from(await response.arrayBuffer()));
    return path;
  };
  const pathOf = async (view: PackageView, ending: string) => {
    const { body } = await officer.get<PackageItemView[]>(`/api/packages/${view.id}/items`);
    return body.find(({ path }) => path.endsWith(ending))!;
  };
  let first: PackageView;

  it('says before anything is made what is missing, and whose turn it is', async () => {
    const { checklist, works: listed, required } = await overview();
    expect(checklist.map(({ code, turn, blocks }) => `${turn} ${code} ${blocks}`)).toEqual(['unit SCAN_MISSING true', 'unit SCAN_MISSING true', 'unit SLOTS_FREE false']);
    expect(listed.map(({ slot, isReady }) => [slot, isReady])).toEqual([[1, false], [2, false]]);
    expect(required).toMatchObject({ formCopies: 2, discs: 1, email: 'kepu2025@126.com' });
    expect(refusal(await handOver())).toBe('409 HAND_OVER_BLOCKED');
    expect(refusal(await stranger.post(`/api/units/${other.id}/hand-overs`))).toBe('409 NOTHING_TO_HAND_OVER');
  });

  it('refuses a scan from before the version it should be of', async () => {
    await scan(works[0]!);
    const { submittedAt } = await given.db.read(WorkVersion).findOneByOrFail({ workId: works[0]! });
    await given.db.transaction(() => given.db.write(WorkVersion).update({ workId: works[0]! }, { submittedAt: submittedAt + 86_400_000 }));
    expect((await overview()).checklist.map(({ code, workId }) => [code, workId])).toContainEqual(['SCAN_OLDER', works[0]!]);
    await given.db.transaction(() => given.db.write(WorkVersion).update({ workId: works[0]! }, { submittedAt }));
  });

  it('freezes works, versions and files at the moment it is handed over, in log and messages', async () => {
    await scan(works[1]!);
    // Two of the unit's people press the button at the same moment: one of them hands over.
    const replies = await Promise.all([handOver(), handOver()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const reply = replies.find(({ status }) => status === 200)!;
    expect([reply.status, reply.body.state, reply.body.number, reply.body.works.map(({ slot }) => slot)]).toEqual([200, 'preparing', 1, [1, 2]]);
    first = reply.body;
    expect(refusal(await handOver())).toBe('409 HAND_OVER_UNDER_WAY');
    expect(refusal(await officer.post(`/api/packages/${first.id}/link`))).toBe('409 PACKAGE_NOT_READY');
    const { body: log } = await staff.get<Page<AuditEntryView>>(`/api/audit?unitId=${unit.id}&action=hand-over.make`);
    expect(log.items[0]).toMatchObject({ role: 'recommender', changes: [{ label: '第几次报送', after: '1' }, { label: '作品' }, { label: '报送码', after: first.code }] });
    const { body: desk } = await officer.get<DeskReply>('/api/me/desk');
    expect(desk.messages[0]?.text).toContain('第 1 次报送已登记，2 部作品已冻结');
  });

  it('is prepared by a job: papers drawn, every file hashed, lists written', async () => {
    await drain();
    const { body } = await officer.get<PackageView>(`/api/packages/${first.id}`);
    expect([body.state, body.problem, body.fileCount, body.progress.doneBytes]).toEqual(['ready', null, 13, body.progress.totalBytes]);
    first = body;
    const { body: items } = await officer.get<PackageItemView[]>(`/api/packages/${first.id}/items`);
    expect(items.map(({ path }) => path)).toEqual([
      '清单.txt', 'manifest.json', 'checksums.sha256', '推荐汇总表.xlsx', '推荐汇总表.pdf',
      '01_风从草原来——“一度”绿电？/风从草原来——“一度”绿电？.mp4', '01_风从草原来——“一度”绿电？/推荐表_风从草原来——“一度”绿电？.docx', '01_风从草原来——“一度”绿电？/推荐表_风从草原来——“一度”绿电？_电子版.pdf', '01_风从草原来——“一度”绿电？/推荐表_风从草原来——“一度”绿电？_盖章扫描件.pdf',
      '02_王㛃、刘𬭊的课堂/王㛃、刘𬭊的课堂.mp4', '02_王㛃、刘𬭊的课堂/推荐表_王㛃、刘𬭊的课堂.docx', '02_王㛃、刘𬭊的课堂/推荐表_王㛃、刘𬭊的课堂_电子版.pdf', '02_王㛃、刘𬭊的课堂/推荐表_王㛃、刘𬭊的课堂_盖章扫描件.pdf',
    ]);
  });

  it.runIf(has7z)('downloads as a ZIP of the length it says, whose files are those of its own checksums', async () => {
    const code = codeOf(await link(first.id));
    const response = await fetchFile(code, 'package.zip');
    expect(Number(response.headers.get('content-length'))).toBe(first.zipBytes);
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('兴安盟科技局第 1 次报送.zip');
    const path = await save(response, 'a.zip');
    const out = join(folder, `${kind.name}-zip`);
    execFileSync('7z', ['x', '-y', `-o${out}`, path], UTF8);
    expect(execFileSync('sha256sum', ['-c', '--strict', 'checksums.sha256'], { cwd: out, ...UTF8 }).toString().trim().split('\n').every((line) => line.endsWith('OK'))).toBe(true);
    expect(sha256Of(readFileSync(join(out, 'manifest.json')))).toBe(first.manifestSha256);
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { works: { versionSha256: string }[] };
    const versions = await Promise.all(works.map((workId) => given.db.read(WorkVersion).findOneByOrFail({ workId })));
    expect(manifest.works.map(({ versionSha256 }) => versionSha256)).toEqual(versions.map((version) => version.sha256));
    expect(readFileSync(join(out, '清单.txt'), 'utf8')).toMatch(/^\ufeff.*报送材料清单\r\n/u);
  });

  it.runIf(has7z)('downloads as a disc image with the same files', async () => {
    const code = codeOf(await link(first.id));
    const out = join(folder, `${kind.name}-iso`);
    execFileSync('7z', ['x', '-y', `-o${out}`, await save(await fetchFile(code, 'dvd-1.iso'), 'a.iso')], UTF8);
    expect(execFileSync('sha256sum', ['-c', '--strict', 'checksums.sha256'], { cwd: out, ...UTF8 }).toString().trim().split('\n')).toHaveLength(12);
    expect(readdirSync(out).sort()).toEqual(['01_风从草原来——“一度”绿电？', '02_王㛃、刘𬭊的课堂', 'checksums.sha256', 'manifest.json', '清单.txt', '推荐汇总表.xlsx', '推荐汇总表.pdf'].sort());
    expect((await fetchFile(code, 'dvd-2.iso')).status).toBe(404);
    expect((await fetchFile(code, '..%2fsecret')).status).toBe(404);
  });

  it('continues a download that broke off to the identical file', async () => {
    const code = codeOf(await link(first.id));
    const whole = Buffer.from(await (await fetchFile(code, 'package.zip')).arrayBuffer());
    const breaking = new AbortController();
    const response = await fetchFile(code, 'package.zip', { signal: breaking.signal });
    const reader = response.body!.getReader();
    const { value } = await reader.read();
    breaking.abort();
    const had = Buffer.from(value ?? []);
    expect(had.length).toBeLessThan(whole.length);
    const rest = await fetchFile(code, 'package.zip', { headers: { Range: `bytes=${had.length}-`, 'If-Range': response.headers.get('etag')! } });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, `bytes ${had.length}-${whole.length - 1}/${whole.length}`]);
    expect(Buffer.concat([had, Buffer.from(await rest.arrayBuffer())]).equals(whole)).toBe(true);
  });

  it.each<[string, Record<string, string>, number, string | null, (size: number) => number]>([
    ['the whole', {}, 200, null, (size) => size],
    ['the first byte', { range: 'bytes=0-0' }, 206, 'bytes 0-0/N', () => 1],
    ['a middle', { range: 'bytes=1000-1999' }, 206, 'bytes 1000-1999/N', () => 1000],
    ['the last bytes', { range: 'bytes=-22' }, 206, null, () => 22],
    ['more than there is', { range: 'bytes=10-99999999999' }, 206, null, (size) => size - 10],
    ['after the end', { range: 'bytes=99999999999-' }, 416, 'bytes */N', () => -1],
    ['the last none', { range: 'bytes=-0' }, 416, 'bytes */N', () => -1],
    ['backwards: the whole', { range: 'bytes=20-10' }, 200, null, (size) => size],
    ['two ranges: the whole', { range: 'bytes=0-1,4-5' }, 200, null, (size) => size],
    ['another unit: the whole', { range: 'lines=1-2' }, 200, null, (size) => size],
    ['a part of another file: the whole', { range: 'bytes=0-9', 'if-range': '"other"' }, 200, null, (size) => size],
    ['a part by date: the whole', { range: 'bytes=0-9', 'if-range': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 200, null, (size) => size],
    ['what is there already', { 'if-none-match': 'TAG' }, 304, null, () => -1],
  ])('answers a request for %s', async (_case, headers, status, contentRange, length) => {
    const code = codeOf(await link(first.id));
    const etag = (await fetchFile(code, 'package.zip', { method: 'HEAD' })).headers.get('etag')!;
    for (const method of ['GET', 'HEAD']) {
      const response = await fetchFile(code, 'package.zip', { method, headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, value.replace('TAG', etag)])) });
      expect([method, response.status]).toEqual([method, status]);
      if (contentRange !== null) expect(response.headers.get('content-range')).toBe(contentRange.replace('N', `${first.zipBytes}`));
      const size = length(first.zipBytes!);
      if (size >= 0) expect([Number(response.headers.get('content-length')), (await response.arrayBuffer()).byteLength]).toEqual([size, method === 'GET' ? size : 0]);
    }
  });

  it('shows what there is to fetch on a page that needs no log-in, until its address expires', async () => {
    const made = await link(first.id);
    const page = await fetch(`${test.base}/d/${codeOf(made).toLowerCase()}`);
    const text = await page.text();
    expect([page.status, text.includes('王㛃、刘𬭊的课堂'), text.includes(first.code.slice(0, 5)), page.headers.get('cache-control')]).toEqual([200, true, true, 'private, no-store']);
    const now = test.clock.now();
    test.clock.setTo(made.expiresAt);
    const late = await fetch(`${test.base}/d/${codeOf(made)}`);
    expect([late.status, (await late.text()).includes('下载地址已失效')]).toEqual([410, true]);
    expect((await fetchFile(codeOf(made), 'package.zip')).status).toBe(410);
    test.clock.setTo(now);
    expect((await fetch(`${test.base}/d/ABCD-EFGH-JKMN`)).status).toBe(410);
  });

  it('is nobody else’s: another unit sees neither package nor checklist, and a creator nothing of it', async () => {
    const creator = await given.person('creator');
    for (const path of [`/api/packages/${first.id}`, `/api/packages/${first.id}/items`, `/api/units/${unit.id}/hand-over`]) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await creator.get(path)).status).toBe(403);
    }
    expect((await stranger.post(`/api/packages/${first.id}/link`)).status).toBe(404);
  });

  it('is not handed over twice without a change, and cannot be cancelled any more', async () => {
    expect(refusal(await handOver())).toBe('409 HAND_OVER_UNCHANGED');
    expect(refusal(await officer.delete(`/api/packages/${first.id}`))).toBe('409 PACKAGE_FIXED');
  });

  it('keeps its bytes when the scan is changed afterwards; the change is said and goes into the next hand-over', async () => {
    const before = sha256Of(Buffer.from(await (await fetchFile(codeOf(await link(first.id)), 'package.zip')).arrayBuffer()));
    await scan(works[1]!, 'better');
    expect((await overview()).changes).toEqual(['《王㛃、刘𬭊的课堂》换了盖章扫描件']);
    expect(sha256Of(Buffer.from(await (await fetchFile(codeOf(await link(first.id)), 'package.zip')).arrayBuffer()))).toBe(before);
    const { body: second } = await handOver();
    await drain();
    expect([second.number, (await overview()).changes]).toEqual([2, []]);
    const changed = await pathOf((await officer.get<PackageView>(`/api/packages/${second.id}`)).body, '课堂_盖章扫描件.pdf');
    expect(changed.sha256).not.toBe((await pathOf(first, '课堂_盖章扫描件.pdf')).sha256);
  });

  it('says on the board and in the package that a work was withdrawn after it was handed over', async () => {
    await officer.delete(`/api/works/${works[1]!}/recommendation`);
    const { body: board } = await staff.get<HandOverRow[]>('/api/hand-overs');
    const row = board.find(({ unitId }) => unitId === unit.id)!;
    expect([row.handOvers, row.latest?.number, row.changes, row.latest?.works.map(({ isRecommended }) => isRecommended)]).toEqual([2, 2, ['《王㛃、刘𬭊的课堂》已不再推荐'], [true, false]]);
    const { body: third } = await handOver();
    await drain();
    expect([third.number, third.works.map(({ title }) => title)]).toEqual([3, ['风从草原来——“一度”绿电?']]);
  });

  it('is given up while it is prepared: its number is never used again, and nothing stays behind', async () => {
    await scan(works[0]!, 'again');
    const { body: begun } = await handOver();
    expect((await officer.delete<PackageView>(`/api/packages/${begun.id}`)).body.state).toBe('cancelled');
    await drain();
    expect((await officer.get<PackageView>(`/api/packages/${begun.id}`)).body.state).toBe('cancelled');
    expect((await handOver()).body.number).toBe(begun.number! + 1);
    await drain();
  });

  it('is found at the front desk by the code of its envelope, or of a form in it', async () => {
    const code = (await overview()).handOvers[0]!.code;
    const { body: arrived } = await staff.get<FrontDeskReply>(`/api/front-desk/${code.toLowerCase().slice(0, 5)}-${code.toLowerCase().slice(5)}`);
    expect([arrived.required, arrived.missing, arrived.supersededBy]).toEqual([{ paper: 1, disc: 1 }, ['纸质推荐表 1 份', '光盘 1 张'], null]);
    const { body: old } = await staff.get<FrontDeskReply>(`/api/front-desk/${first.code}`);
    expect(old.supersededBy).toBe(arrived.package.number);
    const version = await given.db.read(WorkVersion).findOneByOrFail({ workId: works[0]! });
    const { verifyCode } = version;
    expect((await staff.get<FrontDeskReply>(`/api/front-desk/${verifyCode}`)).body).toMatchObject({ package: { id: arrived.package.id }, sheet: { slot: 1, printedVersion: 1, isFrozen: true, frozenVersion: 1 } });
    expect(arrived.sheet).toBeNull();
    const older = { ...version, id: newId(), number: 9, verifyCode: 'ABCDEFGHJ0', sha256: 'f'.repeat(64) };
    await given.db.transaction(() => given.db.write(WorkVersion).insert(older));
    expect((await staff.get<FrontDeskReply>('/api/front-desk/ABCDEFGHJ0')).body.sheet).toMatchObject({ printedVersion: 9, isFrozen: false, frozenVersion: 1 });
    await given.db.transaction(() => given.db.write(WorkVersion).delete({ id: older.id }));
    const [elsewhere = ''] = await given.submittedWorks(1, other);
    const { verifyCode: unsent } = await given.db.read(WorkVersion).findOneByOrFail({ workId: elsewhere });
    expect(refusal(await staff.get(`/api/front-desk/${unsent}`))).toBe('404 FORM_NOT_HANDED_OVER');
    expect(refusal(await staff.get('/api/front-desk/ABCDEFGHJK'))).toBe('404 CODE_UNKNOWN');
  });

  it.skipIf(!hasPoppler)('puts the code of the newest hand-over on labels and packing list, where a scanner reads it', async () => {
    const papers = test.app.get(UnitPapers);
    const { code } = (await overview()).handOvers[0]!;
    for (const bytes of [await papers.parcelPdf(unit.id), await papers.discPdf(unit.id), await papers.packingPdf(unit.id)]) {
      const png = execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', '-'], { input: bytes, maxBuffer: 50_000_000 });
      const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      expect(readHandOverCode(jsqr.default(Uint8ClampedArray.from(data), info.width, info.height)?.data ?? '')).toBe(code);
    }
    const none = await papers.ofUnit(other.id);
    expect(none.handOver).toBeNull();
  });

  it('stops at once when a stored file has another length, says which, and is whole again when the file is', async () => {
    const latest = (await overview()).handOvers[0]!;
    const { filmFileId } = await given.db.read(Work).findOneByOrFail({ id: works[0]! });
    const { key } = await given.db.read(StoredFile).findOneByOrFail({ id: filmFileId! });
    const [code, path] = [codeOf(await link(latest.id)), test.app.get(Storage).pathOf(key)];
    const content = readFileSync(path);
    truncateSync(path, 5);
    expect((await fetchFile(code, 'package.zip')).status).toBe(409);
    const { body } = await officer.get<PackageView>(`/api/packages/${latest.id}`);
    expect([body.state, body.problem?.includes('绿电？.mp4 长度变了')]).toEqual(['damaged', true]);
    writeFileSync(path, content);
    const asked = await Promise.all([staff, officer, staff].map((person) => person.post(`/api/packages/${latest.id}/verification`)));
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200]);
    await drain();
    expect((await fetchFile(code, 'package.zip')).status).toBe(200);
    // One comparison was made, and one was asked for, by whoever was first.
    expect((await staff.get<Page<AuditEntryView>>('/api/audit?action=package.verify')).body.items).toHaveLength(1);
  });

  it('finds a byte that was changed without changing the length', async () => {
    const latest = (await overview()).handOvers[0]!;
    const { filmFileId } = await given.db.read(Work).findOneByOrFail({ id: works[0]! });
    const { key } = await given.db.read(StoredFile).findOneByOrFail({ id: filmFileId! });
    const path = test.app.get(Storage).pathOf(key);
    const content = readFileSync(path);
    writeFileSync(path, Buffer.concat([Buffer.from('X'), content.subarray(1)]));
    await officer.post(`/api/packages/${latest.id}/verification`);
    await drain();
    expect((await officer.get<PackageView>(`/api/packages/${latest.id}`)).body).toMatchObject({ state: 'damaged', problem: expect.stringContaining('内容变了') as string });
    expect(refusal(await officer.post(`/api/packages/${latest.id}/link`))).toBe('409 PACKAGE_DAMAGED');
    writeFileSync(path, content);
    await officer.post(`/api/packages/${latest.id}/verification`);
    await drain();
  });

  it('leaves no state that must never exist, and would find a package whose files are not the stored ones', async () => {
    const broken = async () => (await test.app.get(Invariants).check()).filter(({ rule }) => rule === 'P10').flatMap(({ ids }) => ids);
    expect(await broken()).toEqual([]);
    await given.db.transaction(() => given.db.write(PackageItem).update({ packageId: first.id, kind: 'film' }, { sha256: '0'.repeat(64) }));
    expect(await broken()).toEqual([first.id]);
  });
});
