import { readFileSync } from 'node:fs';
import type { PackageItemView, PackageView, PapersRequest } from '@kepu/shared/contracts/handover';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Storage } from '../../platform/storage.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import type { Given, Person } from '../../testing/given.js';
import type { TestApp } from '../../testing/start-test-app.js';
import { PackageItem } from './package.entity.js';
import { codeOf, PackageStage } from './testing/package-stage.js';

describe.each(databases)('what the department exports, on $name', (kind) => {
  let stage: PackageStage;
  let test: TestApp;
  let given: Given;
  let officer: Person;
  let staff: Person;
  let works: string[];

  beforeAll(async () => {
    stage = await PackageStage.set(kind);
    ({ test, given, officer, staff, works } = stage);
    for (const id of works) await stage.scan(id);
    await officer.delete(`/api/works/${works[1]!}/recommendation`);
  });
  afterAll(() => test.stop());

  const drain = () => stage.drain();
  const link = (id: string, person: Person) => stage.link(id, person);

  it('exports all of the call by unit, and winners for the next level under its names, checked by its rules', async () => {
    const all = (await staff.post<PackageView>('/api/exports', { workIds: [], nextLevel: null, papers: null })).body;
    const up = (await staff.post<PackageView>('/api/exports', { workIds: [works[0]], nextLevel: { callId: 'national-2025', unitName: '内蒙古自治区科学技术厅' }, papers: null })).body;
    await drain();
    const paths = async (id: string) => (await staff.get<PackageItemView[]>(`/api/packages/${id}/items`)).body.map(({ path }) => path);
    expect((await paths(all.id))[5]).toMatch(/^兴安盟科技局\/01_风从草原来/u);
    expect((await paths(up.id)).map((path) => path.split('/').at(-1))).toEqual(['清单.txt', 'manifest.json', 'checksums.sha256', '推荐汇总表.xlsx', '推荐汇总表.pdf', '风从草原来——“一度”绿电？.mp4', '推荐表_风从草原来——“一度”绿电？.docx', '推荐表_风从草原来——“一度”绿电？.pdf', '规格复核.txt']);
    expect((await staff.get<PackageView>(`/api/packages/${up.id}`)).body.works[0]?.recheck?.sentence).toMatch(/成片没有检测结果|规格没有不符合的项|\d+ 项不符合/u);
    expect((await staff.get<PackageView>(`/api/packages/${all.id}`)).body.works[0]?.recheck).toBeNull();
    const form = (await given.db.read(PackageItem).findBy({ packageId: up.id })).find(({ path }) => /推荐表_.*\.docx$/u.test(path))!;
    const text = strFromU8(unzipSync(readFileSync(test.app.get(Storage).pathOf(form.key)))['word/document.xml']!).replace(/<[^>]+>/gu, '');
    expect(text).toContain('2025年全国科普微视频作品推荐表');
    expect(text).toContain('推荐单位：内蒙古自治区科学技术厅');
    const recheck = (await given.db.read(PackageItem).findBy({ packageId: up.id })).find(({ path }) => path.endsWith('规格复核.txt'))!;
    expect(readFileSync(test.app.get(Storage).pathOf(recheck.key), 'utf8')).toMatch(/按“2025年全国优秀科普微视频作品征集”的规格复核\r\n(?:成片没有检测结果|规格没有不符合的项|\d+ 项不符合)/u);
    expect(refusal(await staff.post('/api/exports', { workIds: [works[1]], nextLevel: null, papers: null }))).toBe('409 WORK_NOT_FOR_EXPORT');
    expect(refusal(await staff.post('/api/exports', { workIds: [works[0]], nextLevel: { callId: 'none', unitName: 'x' }, papers: null }))).toBe('422 NEXT_CALL_UNKNOWN');
    expect((await officer.get(`/api/packages/${all.id}`)).status).toBe(404);
    expect((await staff.get<PackageView[]>('/api/exports')).body.map(({ kind: what, state }) => [what, state])).toEqual([['next-level', 'ready'], ['export', 'ready']]);
  });

  it('draws papers in bulk for printing, as a job that shows how far it is and can be given up', async () => {
    const order = (papers: PapersRequest) => staff.post<PackageView>('/api/exports', { workIds: works.slice(0, 1), nextLevel: null, papers });
    const forms = (await order({ paper: 'forms', certificate: null })).body;
    expect([forms.kind, forms.state, forms.progress.doneBytes, forms.progress.totalBytes > 0]).toEqual(['papers', 'preparing', 0, true]);
    const given_up = (await order({ paper: 'forms', certificate: null })).body;
    expect((await staff.delete<PackageView>(`/api/packages/${given_up.id}`)).body.state).toBe('cancelled');
    const scores = (await order({ paper: 'scores', certificate: null })).body;
    const awarded = (await order({ paper: 'certificates', certificate: { grade: '优秀科普微视频作品', awardedDay: '2025-12-31', firstNumber: 'KP2025-009' } })).body;
    await drain();
    const read = async (id: string, ending: string) => {
      const { path, key } = (await given.db.read(PackageItem).findBy({ packageId: id })).find((item) => item.path.endsWith(ending))!;
      const page = await fetch(`${test.base}/d/${codeOf(await link(id, staff))}`);
      return { path, head: readFileSync(test.app.get(Storage).pathOf(key)).subarray(0, 5).toString(), page: await page.text() };
    };
    expect((await staff.get<PackageView>(`/api/packages/${forms.id}`)).body).toMatchObject({ state: 'ready', fileCount: 4 });
    const printed = await read(forms.id, '.pdf');
    expect([printed.path, printed.head]).toEqual(['推荐表/1_兴安盟科技局.pdf', '%PDF-']);
    expect(printed.page).not.toContain('光盘');
    expect((await read(scores.id, '.pdf')).path).toBe('评分表/1_评分表_1-1.pdf');
    expect((await read(awarded.id, '.pdf')).path).toMatch(/^获奖证书\/1_风从草原来/u);
    expect((await staff.get(`/api/packages/${given_up.id}/items`)).status).toBe(409);
  });

  it.each<[string, unknown]>([
    ['papers that do not exist', { paper: 'posters', certificate: null }],
    ['certificates that say nothing', { paper: 'certificates', certificate: null }],
    ['a day that is none', { paper: 'certificates', certificate: { grade: '优秀', awardedDay: '2025-02-30', firstNumber: '1' } }],
    ['a number that cannot go up', { paper: 'certificates', certificate: { grade: '优秀', awardedDay: '2025-02-28', firstNumber: '一' } }],
  ])('does not draw %s', async (_what, papers) => {
    expect(refusal(await staff.post('/api/exports', { workIds: works.slice(0, 1), nextLevel: null, papers }))).toBe('400 INVALID_INPUT');
  });
});
