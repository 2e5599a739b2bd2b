import { buffer } from 'node:stream/consumers';
import { paragraph, TEXT_LOOKS, type Footer, type PaperLayout, type Paragraph } from '@kepu/shared/paper/layout';
import PDFDocument from 'pdfkit';
import { breakSheets } from './break-sheets.js';
import { composeLines } from './compose-lines.js';
import { drawFrame } from './draw-frame.js';
import { artifact, drawLine, drawPage, INK } from './draw-items.js';
import { mmToPt } from './measure.js';
import { PaperFonts } from './paper-fonts.js';
import { PaperTags } from './paper-tags.js';
import { placeItems } from './place-items.js';
import { qrOutline } from '../../platform/qr-outline.js';

type Doc = PDFKit.PDFDocument;

/** Kept between papers: parsing the fonts is the dearest part of the first one. */
const fonts = new PaperFonts();

/** Distance of the footer from the end of the body; the printer needs what is left below it. */
const FOOTER_GAP_MM = 4;
const WATERMARK = { sizePt: 60, angle: -50, ink: '#dedede' };

/** Draws a layout as a tagged PDF with embedded fonts, and more behind it, each with its own page numbers; the same layouts always give the same bytes. */
export async function renderPdf(first: PaperLayout, ...more: PaperLayout[]): Promise<Buffer> {
  const doc = openDocument(first);
  const tags = new PaperTags(doc);
  for (const layout of [first, ...more]) drawLayout(doc, layout, tags);
  doc.end();
  return buffer(doc);
}

function drawLayout(doc: Doc, layout: PaperLayout, tags: PaperTags): void {
  const pages = placeItems(layout, breakSheets(layout, fonts));
  pages.forEach((page, index) => {
    doc.addPage({ size: [mmToPt(layout.page.widthMm), mmToPt(layout.page.heightMm)], margin: 0 });
    if (layout.frame) drawFrame(doc, layout.frame);
    if (layout.watermark !== null) drawWatermark(doc, layout.watermark);
    drawPage(doc, page, fonts, tags);
    drawFooter(doc, layout, (text) => text.replace('{page}', String(index + 1)).replace('{pages}', String(pages.length)));
  });
}

function openDocument({ title, madeAt }: PaperLayout): Doc {
  return new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    // Its own default would be one of the fourteen fonts that are not embedded.
    font: '',
    info: { Title: title, Creator: 'Kepu', CreationDate: new Date(madeAt), ModDate: new Date(madeAt) },
  });
}

/** Pale and below the text, so that it is seen on every copy and hides nothing. */
function drawWatermark(doc: Doc, text: string): void {
  const { width, height } = doc.page;
  const { sizePt, angle, ink } = WATERMARK;
  const widthPt = Array.from(text).reduce((sum, character) => sum + fonts.glyphs(character, 'hei').em * sizePt, 0);
  artifact(doc, 'Pagination', () => {
    doc.save().rotate(angle, { origin: [width / 2, height / 2] }).fillColor(ink);
    doc.registerFont('hei', fonts.open('hei')).font('hei', sizePt);
    doc.text(text, (width - widthPt) / 2, height / 2, { lineBreak: false, baseline: 'middle' }).restore();
  });
}

function drawFooter(doc: Doc, layout: PaperLayout, numbered: (text: string) => string): void {
  const { page, footer } = layout;
  const leftPt = mmToPt(page.leftMm);
  const topPt = mmToPt(page.heightMm - page.bottomMm + FOOTER_GAP_MM);
  const widthPt = mmToPt(page.widthMm - page.leftMm - page.rightMm);
  const middlePt = topPt + mmToPt(footer.qrMm / 2);
  artifact(doc, 'Pagination', () => {
    drawLines(doc, footer.lines.map((line) => paragraph('footer', [line])), leftPt, middlePt, widthPt);
    drawLines(doc, [paragraph('footer', [numbered(footer.pageLine)], { align: 'center' })], leftPt, middlePt, widthPt);
    const at = footer.qrAtMm ? { leftPt: mmToPt(footer.qrAtMm.leftMm), topPt: mmToPt(footer.qrAtMm.topMm) } : { leftPt: leftPt + widthPt - mmToPt(footer.qrMm), topPt };
    if (footer.qr !== null) drawQr(doc, numbered(footer.qr), at, footer);
  });
}

/** Lines of the footer, their middle at `middlePt`. */
function drawLines(doc: Doc, lines: readonly Paragraph[], leftPt: number, middlePt: number, widthPt: number): void {
  const { leadingPt } = TEXT_LOOKS.footer;
  let topPt = middlePt - (lines.length * leadingPt) / 2;
  for (const line of lines.flatMap((one) => composeLines(one, widthPt, fonts))) {
    drawLine(doc, line, 'footer', leftPt + line.xPt, topPt, fonts);
    topPt += leadingPt;
  }
}

function drawQr(doc: Doc, text: string, { leftPt, topPt }: { leftPt: number; topPt: number }, { qrMm }: Footer): void {
  const { path, modules } = qrOutline(text);
  const sizePt = mmToPt(qrMm);
  doc.save().translate(leftPt, topPt).scale(sizePt / modules).path(path).fill(INK).restore();
}
