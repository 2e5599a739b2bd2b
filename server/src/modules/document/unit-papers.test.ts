import { execFileSync, spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { MediaLinkReply, Page } from '@kepu/shared/contracts/work';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { UnitPapers } from './unit-papers.js';

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
const words = (bytes: Buffer) => execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' }).replace(/\s/gu, '');
const pagesOf = (bytes: Buffer) => bytes.toString('latin1').match(/\/Type \/Page\b/gu)?.length;

describe.each(databases)('papers of a unit, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let papers: UnitPapers;
  let unitId: string;
  let recommender: Person;
  let works: string[];

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    papers = test.app.get(UnitPapers);
    const [league] = await given.campaign([{ code: 'XA', name: '兴安盟科技局' }, { code: 'HL' }, { code: 'ND' }]);
    unitId = league!.id;
    recommender = await given.person('recommender', unitId);
    works = await given.submittedWorks(3, league!);
    await rename(works[0]!, { title: '=1+1', phone: '0482-8260000', creators: [{ id: 'c', name: '王㛃', organisation: '某校', post: '教师' }] });
    await rename(works[1]!, { title: '风从草原来' });
    // The second is recommended first: the papers are in the order of the slots, not of the works.
    for (const id of [works[1]!, works[0]!]) expect((await recommender.put(`/api/works/${id}/recommendation`)).status).toBe(200);
  });
  afterAll(() => test.stop());

  const rename = async (workId: string, change: Partial<WorkForm>) => {
    const version = await given.db.read(WorkVersion).findOneByOrFail({ workId });
    await given.db.transaction(() => given.db.write(WorkVersion).update({ id: version.id }, { form: { ...version.form, ...change } }));
  };

  it('list the recommended works by slot and no other', async () => {
    const { works: listed } = await papers.ofUnit(unitId);
    expect(listed.map(({ slotNumber, form }) => [slotNumber, form.title])).toEqual([[1, '风从草原来'], [2, '=1+1']]);
  });

  it('are the same, byte by byte, whenever they are made', async () => {
    const all = async () => {
      const made = [await papers.formPdf(works[0]!, 1), await papers.formDocx(works[0]!, 1), await papers.summaryPdf(unitId), await papers.summaryXlsx(unitId), await papers.letterPdf(unitId), await papers.letterDocx(unitId),
        await papers.packingPdf(unitId), await papers.parcelPdf(unitId), await papers.discPdf(unitId), await papers.scorePdf(given.campaignId), await papers.meetingPdf(given.campaignId)];
      return made.map((bytes) => bytes.toString('base64'));
    };
    const first = await all();
    expect(await all()).toEqual(first);
  });

  it('keep text as text on the sheet: no formula, no lost zero', async () => {
    const parts = unzipSync(await papers.summaryXlsx(unitId));
    const sheet = Object.entries(parts).filter(([path]) => path.startsWith('xl/worksheets/')).map(([, part]) => strFromU8(part)).join('');
    expect(sheet).not.toMatch(/<f>|<f /u);
    const text = Object.values(parts).map((part) => strFromU8(part)).join('');
    for (const word of ['=1+1', '0482-8260000', '王㛃', '兴安盟科技局']) expect(text).toContain(word);
  });

  it('take as many pages as they have sheets', async () => {
    expect([pagesOf(await papers.summaryPdf(unitId)), pagesOf(await papers.letterPdf(unitId)), pagesOf(await papers.packingPdf(unitId)), pagesOf(await papers.parcelPdf(unitId)), pagesOf(await papers.discPdf(unitId)), pagesOf(await papers.scorePdf(given.campaignId)), pagesOf(await papers.meetingPdf(given.campaignId))]).toEqual([1, 1, 1, 1, 1, 2, 2]);
  });

  const open = async (person: Person, path: string) => {
    const { status, body } = await person.post<MediaLinkReply>(path);
    expect(status).toBe(200);
    const reply = await fetch(test.base + body.url);
    return { status: reply.status, type: reply.headers.get('content-type'), name: decodeURIComponent(reply.headers.get('content-disposition') ?? ''), url: body.url };
  };

  it('go to their own unit and to the department, and the log says who had which', async () => {
    const staff = await given.person('staff');
    for (const person of [recommender, staff]) {
      const sheet = await open(person, `/api/units/${unitId}/paper-link?paper=summary&format=xlsx`);
      expect([sheet.status, sheet.type, sheet.name]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', "attachment; filename*=UTF-8''推荐汇总表_兴安盟科技局.xlsx"]);
    }
    const { body: { items: [latest] } } = await staff.get<Page<AuditEntryView>>(`/api/audit?unitId=${unitId}&action=unit.print`);
    expect(latest).toMatchObject({ role: 'staff', changes: [{ label: '材料', after: '推荐汇总表（Excel）' }] });
    expect((await open(staff, '/api/campaign/paper-link?paper=meeting')).name).toContain('会议签到及评议表.pdf');
  });

  it('stay closed to other units, to creators, and to who only has the address', async () => {
    const stranger = await given.person('recommender', given.units[1]!.id);
    expect(refusal(await stranger.post(`/api/units/${unitId}/paper-link?paper=letter`))).toBe('404 NOT_FOUND');
    expect(refusal(await (await given.person('creator')).post(`/api/units/${unitId}/paper-link?paper=letter`))).toBe('403 NOT_ALLOWED');
    expect(refusal(await recommender.post('/api/campaign/paper-link?paper=score'))).toBe('403 NOT_ALLOWED');
    const { url } = await open(recommender, `/api/units/${unitId}/paper-link?paper=letter`);
    expect((await fetch(test.base + url.replace(/k=[^&]+/u, 'k=forged'))).status).toBe(403);
    expect((await fetch(test.base + url.replace(unitId, stranger.accountId))).status).toBe(403);
  });

  it('are not made of nothing, nor in a format they do not have', async () => {
    const other = given.units[2]!;
    expect(refusal(await (await given.person('recommender', other.id)).post(`/api/units/${other.id}/paper-link?paper=letter`))).toBe('409 NOTHING_RECOMMENDED');
    expect(refusal(await recommender.post(`/api/units/${unitId}/paper-link?paper=disc&format=xlsx`))).toBe('400 PAPER_FORMAT');
    expect(refusal(await recommender.post(`/api/units/${unitId}/paper-link?paper=menu`))).toBe('400 INVALID_INPUT');
  });

  it.skipIf(!hasPoppler)('say what the call\'s own words say', async () => {
    expect(words(await papers.letterPdf(unitId))).toContain('《风从草原来》等2部作品');
    expect(words(await papers.packingPdf(unitId))).toContain('2份');
    expect(words(await papers.parcelPdf(unitId))).toContain('寄件单位：兴安盟科技局');
    expect(words(await papers.discPdf(unitId))).toContain('第1张，共1张');
    expect(words(await papers.scorePdf(given.campaignId))).toContain('科学性');
  });

  it.skipIf(!hasPoppler)('lists the works for the jury, with room for what it says', async () => {
    for (const written of ['评议意见', '风从草原来', '签到']) expect(words(await papers.meetingPdf(given.campaignId))).toContain(written);
  });
});
