import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import { annex2 } from '@kepu/shared/paper/annex2';
import type { Annex2Work } from '@kepu/shared/paper/annex2-data';
import { wordsOf, type PaperLayout } from '@kepu/shared/paper/layout';
import { readyForm } from '@kepu/shared/testing/examples';
import { beijing } from '@kepu/shared/time';
import jsqr from 'jsqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breakSheets } from './break-sheets.js';
import { mmToPt } from './measure.js';
import { PaperFonts } from './paper-fonts.js';
import { placeItems, type Page } from './place-items.js';
import { renderPdf } from './render-pdf.js';

const version = { number: 2, code: '7F3A 91C2', verifyAddress: 'https://kepu.example.gov.cn/verify/8Kx2mPq7Zt4v' };
/** A stroke of twelve by four points with an alpha channel, as a signature pad gives it. */
const signature = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAwAAAAECAYAAAC6Jt6KAAAARUlEQVQI14XNMRGAMABD0Td0Q0Ad4KEu8FEneKkb/JQlA0Ov/DH3k/DPgYYbcyUUnOh4MHChfqWacETqKZXV4sxdy/2WFzy7CJWVTAkWAAAAAElFTkSuQmCC';

const paper = (change: Partial<WorkForm> = {}, work: Partial<Annex2Work> = {}) =>
  annex2({ config: preset2025, madeAt: beijing('2025-11-22', '14:41'), unitName: '兴安盟科技局', slotNumber: 3, work: { form: { ...readyForm(), ...change }, version, electronic: null, ...work } });
const blank = () => annex2({ config: preset2025, madeAt: beijing('2025-10-10'), unitName: null, slotNumber: null, work: null });

const sentence = '影片跟着草原上的一阵风，走进风机叶片、齿轮箱和发电机，看叶片怎样把风“切”成旋转。';
const long = (characters: number) => sentence.repeat(20).slice(0, characters);
const [broadcast, material] = [readyForm().broadcasts[0]!, readyForm().materials[0]!];
const person = (name: string, index: number) => ({ id: `c${index}`, name, organisation: '内蒙古自治区气象局科普中心', post: '高级工程师' });

/** Everything as long as the call allows, of everything as much as is usual. */
const full = () => paper({
  summary: long(300), innovations: long(100), reach: long(100),
  creators: ['王㛃', '刘𬭊', '巴图·䶮'].map(person),
  broadcasts: [broadcast, { ...broadcast, id: 'b2', day: '2024-09-02', platform: '内蒙古广播电视台', url: '' }],
  materials: [material, { ...material, id: 'm2', kindId: 'music', note: '片头音乐' }],
});
/** More of everything than anybody should hand in. */
const huge = () => paper({
  title: '长'.repeat(40), summary: long(300), address: long(80),
  creators: Array.from({ length: 12 }, (_, index) => person('孛儿只斤·阿拉坦其其格', index)),
  broadcasts: Array.from({ length: 6 }, (_, index) => ({ ...broadcast, id: `b${index}`, url: `https://video.example.cn/${'q'.repeat(180)}?id=${index}` })),
  materials: Array.from({ length: 20 }, (_, index) => ({ ...material, id: `m${index}`, note: `第${index + 1}段新闻画面` })),
});

const fonts = new PaperFonts();
const pagesOf = (layout: PaperLayout) => placeItems(layout, breakSheets(layout, fonts));
const texts = (page: Page) => page.items.flatMap((item) => (item.kind === 'text' ? item.line.segments.map(({ text }) => text).join('') : []));

describe('the pages of the form', () => {
  it.each([['blank', blank, 2], ['short', paper, 2], ['full', full, 2], ['far too long', huge, 6]])('are as many as expected when %s', (_name, make, count) => {
    expect(pagesOf(make())).toHaveLength(count);
  });

  it.each([['blank', blank], ['full', full], ['far too long', huge]])('hold everything within their margins and the cells within each other when %s', (_name, make) => {
    const layout = make();
    const { leftMm, rightMm, topMm, bottomMm, widthMm, heightMm } = layout.page;
    for (const { items } of pagesOf(layout)) {
      for (const item of items) {
        const [widthPt, heightPt] = item.kind === 'text' ? [item.line.widthPt, 0] : item.kind === 'frame' ? [item.widthPt, item.heightPt] : [mmToPt(item.picture.widthMm), mmToPt(item.picture.heightMm)];
        expect(item.xPt).toBeGreaterThanOrEqual(mmToPt(leftMm) - 0.01);
        expect(item.xPt + widthPt).toBeLessThanOrEqual(mmToPt(widthMm - rightMm) + 0.01);
        expect(item.topPt).toBeGreaterThanOrEqual(mmToPt(topMm) - 0.01);
        expect(item.topPt + heightPt).toBeLessThanOrEqual(mmToPt(heightMm - bottomMm) + 0.01);
      }
    }
  });

  it('keep the commitment, its signature and its seal on one sheet', () => {
    for (const layout of [blank(), paper(), full(), huge()]) {
      const page = pagesOf(layout).map((one) => texts(one).join('')).find((words) => words.includes('郑重承诺'));
      expect(page).toContain('姓名（签字）：');
      expect(page).toContain('注：如该作品为单位组织创作');
    }
  });

  it('are filled to their foot where another one follows', () => {
    const [first] = pagesOf(paper());
    const feet = first?.items.flatMap((item) => (item.kind === 'frame' ? item.topPt + item.heightPt : [])) ?? [];
    expect(Math.max(...feet)).toBeCloseTo(mmToPt(297 - 28));
  });
});

describe('the PDF file', () => {
  it('is the same, byte by byte, whenever the same form is drawn', async () => {
    const [first, second] = [await renderPdf(paper({}, { electronic: { signature } })), await renderPdf(paper({}, { electronic: { signature } }))];
    expect(first.equals(second)).toBe(true);
    expect(first.equals(await renderPdf(paper({ reach: '播放13万次。' }, { electronic: { signature } })))).toBe(false);
  });

  it('is tagged as Chinese and small enough to send', async () => {
    const bytes = await renderPdf(full());
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(bytes.includes('/Lang (zh-CN)')).toBe(true);
    expect(bytes.length).toBeLessThan(300_000);
  });
});

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

describe.skipIf(!hasPoppler)('the PDF, read back', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kepu-pdf-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const save = async (layout: PaperLayout) => {
    const path = join(folder, 'form.pdf');
    writeFileSync(path, await renderPdf(layout));
    return path;
  };
  const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' });
  const pages = (path: string) => run('pdftotext', path, '-').split('\f').slice(0, -1);
  const plain = (words: string) => words.replace(/\s/gu, '');

  it.each([['blank', blank], ['full', full], ['far too long', huge]])('says word for word, in reading order, what the layout says when %s', async (_name, make) => {
    const heard = run('pdfinfo', '-struct-text', await save(make()));
    const words = [...heard.matchAll(/^ +"(.*)"$/gmu)].map(([, line]) => line).join('');
    expect(plain(words)).toBe(plain(wordsOf(make()).join('')));
  });

  it('holds several papers one behind the other, each with its own page numbers', async () => {
    const path = join(folder, 'together.pdf');
    writeFileSync(path, await renderPdf(full(), blank(), full()));
    const alone = [full(), blank()].map(pagesOf).map(({ length }) => length);
    const numbers = pages(path).map((page) => /第(\d)页，共(\d)页/u.exec(plain(page))?.slice(1).map(Number));
    expect(numbers).toEqual([alone[0]!, alone[1]!, alone[0]!].flatMap((count) => Array.from({ length: count }, (_, index) => [index + 1, count])));
  });

  it('has row headers and a heading for those who listen', async () => {
    const heard = run('pdfinfo', '-struct-text', await save(full()));
    expect(heard).toMatch(/H1.*\n\s+"2025年全区科普微视频作品推荐表"/u);
    expect(heard.match(/TH:\s+\/Scope \/Row/gu)).toHaveLength(14);
  });

  it('holds rare characters of names as text that can be searched and copied', async () => {
    const [page] = pages(await save(full()));
    for (const name of ['王㛃', '刘𬭊', '巴图·䶮']) expect(page).toContain(name);
  });

  it('carries page number and version code on every page, and a code that leads to its verification', async () => {
    const path = await save(huge());
    const read = pages(path);
    read.forEach((page, index) => {
      expect(page).toContain(`第 ${index + 1} 页，共 ${read.length} 页`);
      expect(plain(page)).toContain('版本码7F3A91C2');
    });
    run('pdftoppm', '-r', '150', '-f', '2', '-l', '2', '-singlefile', path, join(folder, 'page'));
    expect(scan(join(folder, 'page.ppm'))).toBe(`${version.verifyAddress}?p=2-${read.length}`);
  });

  it('says of a draft on every page that it is not submitted, of a version on none', async () => {
    for (const page of pages(await save(paper({}, { version: null })))) expect(plain(page)).toContain('草稿，未提交，不作报送用');
    for (const page of pages(await save(paper()))) expect(plain(page)).not.toContain('草稿');
  });

  it('says of an electronic copy on every page that it is one, of the paper on none', async () => {
    for (const page of pages(await save(paper({}, { electronic: { signature } })))) expect(plain(page)).toContain('电子版，以手写签字、盖章的纸质件为准');
    for (const page of pages(await save(paper()))) expect(plain(page)).not.toContain('电子版');
  });

  it('needs no font of the reader\'s machine', async () => {
    const fontsUsed = run('pdffonts', await save(full())).trim().split('\n').slice(2);
    expect(fontsUsed).toHaveLength(3);
    for (const line of fontsUsed) expect(line).toMatch(/Noto.+ yes yes yes /u);
  });

  it('is named after the form and the work', async () => {
    const about = run('pdfinfo', await save(full()));
    expect(about).toMatch(/Title: +2025年全区科普微视频作品推荐表：风从草原来——一度绿电的旅程/u);
    expect(about).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/u);
  });
});

/** What the QR code in a picture (binary PPM) says. */
function scan(path: string): string | undefined {
  const bytes = readFileSync(path);
  const [header = '', width = '', height = ''] = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.subarray(0, 32).toString('latin1')) ?? [];
  const colours = bytes.subarray(header.length);
  const pixels = new Uint8ClampedArray(Number(width) * Number(height) * 4).fill(255);
  for (let pixel = 0; pixel * 3 < colours.length; pixel += 1) pixels.set(colours.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  return jsqr.default(pixels, Number(width), Number(height))?.data;
}
