import { paragraph, TEXT_LOOKS, type PaperLayout } from '@kepu/shared/paper/layout';
import * as docx from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { toBuffer } from 'qrcode';
import { docxBlocks, docxParagraph, hairline, mmToPx, mmToTwips, textRun } from './docx-blocks.js';
import { mmToPt } from './measure.js';
import { settleInstants, settleZip } from './settle-zip.js';

/** Distance of the footer from the end of the body, as in the PDF. */
const FOOTER_GAP_MM = 4;
/** Pixels of one of the code's modules: sharp in print, and a small picture to make. */
const QR_SCALE = 8;
const WATERMARK_COLOUR = 'DEDEDE';
const EMU_PER_MM = 36_000;

/** Writes a layout as a Word document that can be edited; the same layout always gives the same bytes. */
export async function renderDocx(layout: PaperLayout): Promise<Buffer> {
  const { page, title, madeAt, body } = layout;
  const document = new docx.Document({
    title,
    creator: 'Kepu',
    lastModifiedBy: 'Kepu',
    styles: { default: { document: { run: { language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mmToTwips(page.widthMm), height: mmToTwips(page.heightMm) },
            margin: { top: mmToTwips(page.topMm), right: mmToTwips(page.rightMm), bottom: mmToTwips(page.bottomMm), left: mmToTwips(page.leftMm), header: mmToTwips(5), footer: footerTwips(layout) },
          },
        },
        headers: { default: headerOf(layout) },
        footers: { default: await footerOf(layout) },
        children: docxBlocks(body),
      },
    ],
  });
  return settleZip(await docx.Packer.toBuffer(document), madeAt, (path, xml) => settleInstants(settleIds(xml), path === 'docProps/core.xml' ? madeAt : 0));
}

/** The library numbers drawings through the life of the process and names a watermark by chance; in a file they only have to differ. */
function settleIds(xml: string): string {
  let drawings = 0;
  return xml.replace(/(id="PowerPlusWaterMarkObject)[^"]*/gu, '$1').replace(/(<wp:docPr\b[^>]*?\bid=")\d+(")/gu, (_all, before: string, after: string) => `${before}${(drawings += 1)}${after}`);
}

function headerOf({ watermark, page }: PaperLayout): docx.Header {
  if (watermark === null) return new docx.Header({ children: [hairline()] });
  const widthPt = mmToPt(Math.min(page.widthMm, page.heightMm) * 0.75);
  const mark = new TextWatermark({ text: watermark, font: '黑体', color: WATERMARK_COLOUR, opacity: 0.6, width: widthPt, height: widthPt / Array.from(watermark).length });
  return new docx.Header({ children: [hairline({ children: [mark] })] });
}

/** From the sheet's lower edge to the last line of the footer, so that its lines stand in the middle beside the code. */
function footerTwips({ page, footer }: PaperLayout): number {
  const halfMm = (footerLines({ footer }).length * TEXT_LOOKS.footer.leadingPt * 25.4) / 72 / 2;
  return mmToTwips(Math.max(3, page.bottomMm - FOOTER_GAP_MM - footer.qrMm / 2 - halfMm));
}

/** Lines of the footer; the one with the page number has a tab before it. */
function footerLines({ footer: { lines, pageLine } }: Pick<PaperLayout, 'footer'>): { text: string; hasPage: boolean }[] {
  if (pageLine === '') return lines.map((text) => ({ text, hasPage: false }));
  const all = lines.length === 0 ? [''] : lines;
  return all.map((text, index) => ({ text, hasPage: index === Math.floor((all.length - 1) / 2) }));
}

async function footerOf(layout: PaperLayout): Promise<docx.Footer> {
  const { page, footer } = layout;
  const middle = mmToTwips((page.widthMm - page.leftMm - page.rightMm) / 2);
  const code = footer.qr === null ? [] : [await qrCode(layout, footer.qr)];
  const lines = footerLines(layout).map(({ text, hasPage }, index) => {
    const children = [textRun(text, 'footer'), ...(hasPage ? pageRuns(footer.pageLine) : []), ...(index === 0 ? code : [])];
    return new docx.Paragraph({ children, tabStops: [{ type: 'center', position: middle }], spacing: { line: TEXT_LOOKS.footer.leadingPt * 20, lineRule: 'exact' } });
  });
  return new docx.Footer({ children: lines.length > 0 ? lines : [docxParagraph(paragraph('footer', ['']))] });
}

function pageRuns(pageLine: string): docx.TextRun[] {
  const parts = pageLine.split(/(\{pages?\})/u).map((part) => {
    if (part === '{page}') return textRun('', 'footer', { children: [docx.PageNumber.CURRENT] });
    return part === '{pages}' ? textRun('', 'footer', { children: [docx.PageNumber.TOTAL_PAGES] }) : textRun(part, 'footer');
  });
  return [new docx.TextRun({ children: [new docx.Tab()] }), ...parts];
}

/** At the same place of the sheet as in the PDF, whatever the lines beside it take up. */
async function qrCode({ page, footer }: PaperLayout, text: string): Promise<docx.ImageRun> {
  const data = await toBuffer(text, { errorCorrectionLevel: 'M', margin: 0, scale: QR_SCALE });
  const at = (mm: number) => Math.round(mm * EMU_PER_MM);
  return new docx.ImageRun({
    type: 'png',
    data,
    transformation: { width: mmToPx(footer.qrMm), height: mmToPx(footer.qrMm) },
    altText: { name: '版本二维码', description: '版本二维码' },
    floating: {
      horizontalPosition: { relative: 'page', offset: at(page.widthMm - page.rightMm - footer.qrMm) },
      verticalPosition: { relative: 'page', offset: at(page.heightMm - page.bottomMm + FOOTER_GAP_MM) },
      wrap: { type: docx.TextWrappingType.NONE },
    },
  });
}
