import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import { annex2 } from '@kepu/shared/paper/annex2';
import type { Annex2Work } from '@kepu/shared/paper/annex2-data';
import { wordsOf, type PaperLayout } from '@kepu/shared/paper/layout';
import { paperHtml } from '@kepu/shared/paper/paper-html';
import { readyForm } from '@kepu/shared/testing/examples';
import { beijing } from '@kepu/shared/time';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from './render-docx.js';
import { renderPdf } from './render-pdf.js';

const version = { number: 2, code: '7F3A 91C2', verifyAddress: 'https://kepu.example.gov.cn/v/8Kx2mPq7Zt4v' };
const signature = `data:image/png;base64,${readFileSync(new URL('../../../assets/demo/signature.png', import.meta.url)).toString('base64')}`;
const sentence = '影片跟着草原上的一阵风，走进风机叶片、齿轮箱和发电机，看叶片怎样把风“切”成旋转。';
const long = (characters: number) => sentence.repeat(20).slice(0, characters);
const person = (name: string, index: number) => ({ id: `c${index}`, name, organisation: '内蒙古自治区气象局科普中心', post: '高级工程师' });
const paper = (change: Partial<WorkForm> = {}, work: Partial<Annex2Work> = {}) =>
  annex2({ config: preset2025, madeAt: beijing('2025-11-22', '14:41'), unitName: '兴安盟科技局', slotNumber: 3, work: { form: { ...readyForm(), ...change }, version, electronic: null, ...work } });
const texts = { summary: long(300), innovations: long(100), reach: long(100) };
const rare = ['王㛃', '刘𬭊', '巴图·䶮', '陈𬍛'].map(person);

/** Every kind of form there is, each with how many sheets it takes. */
const FORMS: [name: string, layout: PaperLayout, pages: number][] = [
  ['blank', annex2({ config: preset2025, madeAt: beijing('2025-10-10'), unitName: null, slotNumber: null, work: null }), 2],
  ['draft', paper({}, { version: null }), 2],
  ['submitted', paper(), 2],
  ['electronic', paper({}, { electronic: { signature } }), 2],
  ['full', paper({ ...texts, creators: rare }), 2],
  ['quoting', paper({ title: '<b>&amp;"引号"\'</b> =1+1' }), 2],
  ['ten', paper({ ...texts, title: '长'.repeat(40), creators: Array.from({ length: 10 }, (_, index) => person(`孛儿只斤·阿拉坦其其格${rare[index % 4]!.name}`, index)) }), 3],
];

const plain = (words: string) => words.replace(/[\s\u200b]/gu, '');
const expected = (layout: PaperLayout) => plain(wordsOf(layout).join(''));
const unescape = (text: string) => text.replace(/&(amp|lt|gt|quot|apos|#39);/gu, (_all, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" })[name] ?? '');
const documentXml = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!);

describe('the same words everywhere', () => {
  it.each(FORMS)('in the Word document: %s', async (_name, layout) => {
    const words = [...documentXml(await renderDocx(layout)).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => unescape(text)).join('');
    expect(plain(words)).toBe(expected(layout));
  });

  it.each(FORMS)('on the screen: %s', (_name, layout) => {
    const [, main = ''] = /<main>(.*)<\/main>/su.exec(paperHtml(layout, null)) ?? [];
    expect(plain(unescape(main.replace(/&#8203;/gu, '').replace(/<[^>]*>/gu, '')))).toBe(expected(layout));
  });
});

describe('the Word document', () => {
  it('is the same, byte by byte, whenever the same form is written', async () => {
    const [first, second] = [await renderDocx(paper({}, { electronic: { signature } })), await renderDocx(paper({}, { electronic: { signature } }))];
    expect(first.equals(second)).toBe(true);
    expect(first.equals(await renderDocx(paper({ reach: '播放13万次。' }, { electronic: { signature } })))).toBe(false);
  });

  it('names the official fonts, keeps its rows whole and its grid fixed', async () => {
    const xml = documentXml(await renderDocx(paper()));
    for (const font of ['方正小标宋简体', '黑体', '仿宋_GB2312']) expect(xml).toContain(`w:eastAsia="${font}"`);
    expect(xml.match(/<w:cantSplit\/>/gu)).toHaveLength(preset2025.form.rows.length + 1);
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
  });

  it('gives the line of the drawn signature room, and holds all others at a fixed distance', async () => {
    const xml = documentXml(await renderDocx(paper({}, { electronic: { signature } })));
    expect(xml.match(/w:lineRule="atLeast"/gu)).toHaveLength(1);
    expect(documentXml(await renderDocx(paper()))).not.toContain('w:lineRule="atLeast"');
  });

  it('says on every page which version it is, of a draft that it is none', async () => {
    const parts = (bytes: Uint8Array) => Object.entries(unzipSync(bytes)).filter(([path]) => /word\/(?:header|footer)\d\.xml/u.test(path)).map(([, part]) => strFromU8(part)).join('');
    const [frozen, draft] = [parts(await renderDocx(paper())), parts(await renderDocx(paper({}, { version: null })))];
    expect(frozen).toContain('版本码 7F3A 91C2');
    expect(frozen).toContain('<wp:anchor');
    expect(frozen).not.toContain('草稿');
    expect(draft).toMatch(/<v:textpath[^>]*string="草稿，未提交"/u);
  });
});

const has = (tool: string) => spawnSync(tool, ['--version']).status === 0;
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

describe.skipIf(!hasPoppler)('the PDF', () => {
  it.each(FORMS)('says the same words: %s', async (_name, layout) => {
    const folder = mkdtempSync(join(tmpdir(), 'kepu-same-'));
    const path = join(folder, 'form.pdf');
    writeFileSync(path, await renderPdf(layout));
    const heard = execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(plain([...heard.matchAll(/^ +"(.*)"$/gmu)].map(([, line]) => line).join(''))).toBe(expected(layout));
  });
});

describe.skipIf(!hasPoppler || !has('soffice'))('the Word document, opened by LibreOffice', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kepu-office-'));
    for (const [name, layout] of FORMS) {
      writeFileSync(join(folder, `${name}.docx`), await renderDocx(layout));
      writeFileSync(join(folder, `${name}-ours.pdf`), await renderPdf(layout));
    }
    for (const format of ['pdf', 'txt:Text (encoded):UTF8']) convert(format);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const convert = (format: string) =>
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${join(folder, 'profile')}`, '--convert-to', format, '--outdir', folder, ...FORMS.map(([name]) => join(folder, `${name}.docx`))], { stdio: 'ignore', timeout: 150_000 });
  const pagesOf = (file: string) => Number(/Pages: +(\d+)/u.exec(execFileSync('pdfinfo', [join(folder, file)], { encoding: 'utf8' }))?.[1]);

  it.each(FORMS)('says the same words: %s', (name, layout) => {
    expect(plain(readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/^\ufeff/u, ''))).toBe(expected(layout));
  });

  it.each(FORMS)('takes as many sheets as the PDF: %s', (name, _layout, pages) => {
    expect([pagesOf(`${name}.pdf`), pagesOf(`${name}-ours.pdf`)]).toEqual([pages, pages]);
  });
});
