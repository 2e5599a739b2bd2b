import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { annex2 } from '@kepu/shared/paper/annex2';
import { wordsOf, type PaperLayout } from '@kepu/shared/paper/layout';
import { readyForm } from '@kepu/shared/testing/examples';
import { beijing } from '@kepu/shared/time';
import { figure, note, ratio, report } from './figures.js';

/**
 * `npm run bench -- form`: the filled two-page form as PDF and as Word document, each in a process of its own,
 * against the same libraries writing the same words with neither layout nor places, in the same font.
 */
const PAPERS = 30;
const CASES = ['pdf', 'plain-pdf', 'docx', 'plain-docx'] as const;
type Case = (typeof CASES)[number];

interface Measured {
  firstMs: number;
  perSecond: number;
  peakMb: number;
  kb: number;
}

const server = new URL('../../server/', import.meta.url);
const require = createRequire(new URL('package.json', server));
const built = (path: string) => new URL(`dist/modules/document/${path}`, server).href;
const sentence = '影片跟着草原上的一阵风，走进风机叶片、齿轮箱和发电机，看叶片怎样把风“切”成旋转。';

/** Each is another form, so that nothing is answered from memory. */
function paper(index: number): PaperLayout {
  const form = { ...readyForm(), title: `风从草原来 ${index}`, summary: sentence.repeat(8).slice(0, 300), innovations: sentence.repeat(3).slice(0, 100), reach: sentence.repeat(3).slice(0, 100) };
  const version = { number: 1, code: '7F3A 91C2', verifyAddress: `https://kepu.example.cn/v/${index}` };
  return annex2({ config: preset2025, madeAt: beijing('2025-11-22'), unitName: '兴安盟科技局', slotNumber: 3, work: { form, version, electronic: null } });
}

/** As much of the server's libraries as the plain papers need. */
interface PlainPdf extends NodeJS.ReadableStream {
  registerFont(name: string, font: unknown): this;
  font(name: string): this;
  fontSize(size: number): this;
  text(words: string): this;
  end(): void;
}

interface PlainDocx {
  Document: new (options: { sections: { children: unknown[] }[] }) => object;
  Packer: { toBuffer(document: object): Promise<Buffer> };
  Paragraph: new (words: string) => object;
}

async function plainPdf(layout: PaperLayout): Promise<Buffer> {
  const PDFDocument = require('pdfkit') as new (options: { size: string }) => PlainPdf;
  const doc = new PDFDocument({ size: 'A4' });
  doc.registerFont('song', plainFont()).font('song').fontSize(12);
  for (const words of wordsOf(layout)) doc.text(words === '' ? ' ' : words);
  doc.end();
  return buffer(doc);
}

/** Parsed once, as ours are. */
let font: unknown;
function plainFont(): unknown {
  const { create } = require('fontkit') as { create: (bytes: Buffer) => unknown };
  return (font ??= create(readFileSync(require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'))));
}

async function plainDocx(layout: PaperLayout): Promise<Buffer> {
  const { Document, Packer, Paragraph } = require('docx') as PlainDocx;
  return Packer.toBuffer(new Document({ sections: [{ children: wordsOf(layout).map((words) => new Paragraph(words)) }] }));
}

async function drawer(what: Case): Promise<(layout: PaperLayout) => Promise<Buffer>> {
  switch (what) {
    case 'pdf':
      return ((await import(built('render-pdf.js'))) as { renderPdf: (layout: PaperLayout) => Promise<Buffer> }).renderPdf;
    case 'docx':
      return ((await import(built('render-docx.js'))) as { renderDocx: (layout: PaperLayout) => Promise<Buffer> }).renderDocx;
    case 'plain-pdf':
      return plainPdf;
    case 'plain-docx':
      return plainDocx;
  }
}

async function measure(what: Case): Promise<Measured> {
  const draw = await drawer(what);
  const begun = performance.now();
  const { length } = await draw(paper(0));
  const firstMs = performance.now() - begun;
  const from = performance.now();
  for (let index = 1; index <= PAPERS; index += 1) await draw(paper(index));
  return { firstMs, perSecond: (PAPERS * 1000) / (performance.now() - from), peakMb: process.resourceUsage().maxRSS / 1024, kb: length / 1000 };
}

const asked = CASES.find((what) => what === process.argv[2]);
if (asked) {
  process.stdout.write(JSON.stringify(await measure(asked)));
} else {
  const results = new Map<Case, Measured>();
  for (const what of CASES) {
    const answer = execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), what], { encoding: 'utf8' });
    const measured = JSON.parse(answer) as Measured;
    results.set(what, measured);
    note(`${what}: first ${measured.firstMs.toFixed(0)} ms, then ${measured.perSecond.toFixed(1)} a second, peak ${measured.peakMb.toFixed(0)} MB, ${measured.kb.toFixed(0)} kB each`);
  }
  for (const format of ['pdf', 'docx'] as const) {
    const [ours, plain] = [results.get(format), results.get(`plain-${format}`)];
    if (!ours || !plain) continue;
    figure(`${format}-per-second`, ours.perSecond, '/s');
    figure(`${format}-first`, ours.firstMs, 'ms');
    figure(`${format}-peak`, ours.peakMb, 'MB');
    ratio(`${format}-speed-against-plain`, ours.perSecond / plain.perSecond);
    ratio(`${format}-memory-against-plain`, ours.peakMb / plain.peakMb);
  }
  report();
}
