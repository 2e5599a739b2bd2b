import { TEXT_LOOKS, type Block, type Cell, type Face, type Inline, type Paragraph, type Picture, type Row, type Table, type TextStyle } from '@kepu/shared/paper/layout';
import * as docx from 'docx';
import { mmToPt } from './measure.js';

/**
 * The type official papers are set in, by name: the file holds no fonts. Windows in Chinese has 仿宋 and 黑体; where
 * 方正小标宋 is not installed, Word takes another Song.
 */
const FONTS: Record<Face, string> = { song: '仿宋_GB2312', songBold: '方正小标宋简体', hei: '黑体' };
const GREY = '5F6368';
const TWIPS_PER_PT = 20;
const PX_PER_INCH = 96;
/** Between two tables, which Word would join, and after one that ends a paper. */
const HAIRLINE_TWIPS = 20;
const ALIGN = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

export const mmToTwips = (mm: number) => Math.round(mmToPt(mm) * TWIPS_PER_PT);
export const mmToPx = (mm: number) => Math.round((mm / 25.4) * PX_PER_INCH);

/** The blocks of a paper as Word's paragraphs and tables. */
export function docxBlocks(body: readonly Block[]): (docx.Paragraph | docx.Table)[] {
  return body.flatMap((block, index): (docx.Paragraph | docx.Table)[] => {
    if (block.kind === 'paragraph') return [docxParagraph(block)];
    if (block.kind === 'pageBreak') return [hairline({ pageBreakBefore: true })];
    const next = body[index + 1];
    return next?.kind === 'paragraph' || next?.kind === 'pageBreak' ? [docxTable(block)] : [docxTable(block), hairline()];
  });
}

/** A paragraph of no height to speak of. */
export function hairline(more: docx.IParagraphOptions = {}): docx.Paragraph {
  return new docx.Paragraph({ ...more, spacing: { line: HAIRLINE_TWIPS, lineRule: 'exact', before: 0, after: 0 } });
}

export function docxParagraph(paragraph: Paragraph, more: Pick<docx.IParagraphOptions, 'tabStops'> = {}): docx.Paragraph {
  const { style, inlines, align, beforeMm, afterMm, picture } = paragraph;
  const { leadingPt } = TEXT_LOOKS[style];
  return new docx.Paragraph({
    ...more,
    // Word spreads a line before a long blank over its whole width.
    alignment: inlines.some(isBlank) && align === 'justify' ? 'left' : ALIGN[align],
    indent: indentOf(paragraph),
    // An exact line would cut off a picture that is higher than it.
    spacing: { line: leadingPt * TWIPS_PER_PT, lineRule: picture ? 'atLeast' : 'exact', before: mmToTwips(beforeMm), after: mmToTwips(afterMm) },
    ...(style === 'title' ? { outlineLevel: 0 } : {}),
    children: [...inlines.map((inline) => docxRun(inline, style)), ...(picture ? [docxPicture(picture)] : [])],
  });
}

function indentOf({ style, indent, leftMm }: Paragraph): docx.IIndentAttributesProperties {
  const indentTwips = Math.abs(indent) * TEXT_LOOKS[style].sizePt * TWIPS_PER_PT;
  const left = mmToTwips(leftMm);
  return indent < 0 ? { left: left + indentTwips, hanging: indentTwips } : { left, firstLine: indentTwips };
}

function docxRun(inline: Inline, style: TextStyle): docx.TextRun {
  if (typeof inline === 'string') return textRun(inline, style);
  if ('gapMm' in inline) return textRun(white(inline.gapMm, style), style);
  return textRun(inline.fill === '' ? blank(inline.blankMm, style) : inline.fill, style, { underline: { type: 'single' } });
}

export function textRun(text: string, style: TextStyle, more: docx.IRunOptions = {}): docx.TextRun {
  const { face, sizePt, isGrey } = TEXT_LOOKS[style];
  const latin = 'Times New Roman';
  return new docx.TextRun({ ...more, text, font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia: FONTS[face] }, size: sizePt * 2, ...(isGrey ? { color: GREY } : {}) });
}

function isBlank(inline: Inline): boolean {
  return typeof inline !== 'string' && 'fill' in inline && inline.fill === '';
}

/** A blank for the pen: spaces that no line swallows at its end or tears apart, each a quarter of the type's size. */
function blank(mm: number, style: TextStyle): string {
  return '\u00a0'.repeat(Math.round((4 * mmToPt(mm)) / TEXT_LOOKS[style].sizePt));
}

/** White space about as wide: full-width blanks, which a line does not swallow, or one narrow one. */
function white(mm: number, style: TextStyle): string {
  const ems = mmToPt(mm) / TEXT_LOOKS[style].sizePt;
  return ems < 0.75 ? ' ' : '\u3000'.repeat(Math.round(ems));
}

function docxTable({ columnsMm, isRuled, paddingMm, headRows, rows }: Table): docx.Table {
  const widths = columnsMm.map(mmToTwips);
  const line = isRuled ? ({ style: 'single', size: 5, color: '000000' } as const) : ({ style: 'none', size: 0, color: 'auto' } as const);
  const [sides, ends] = [mmToTwips(paddingMm.sides), mmToTwips(paddingMm.ends)];
  return new docx.Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    layout: 'fixed',
    indent: { size: 0, type: 'dxa' },
    margins: { left: sides, right: sides, top: ends, bottom: ends, marginUnitType: 'dxa' },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map((row, index) => docxRow(row, widths, index < headRows)),
  });
}

function docxRow({ minHeightMm, cells }: Row, widths: readonly number[], tableHeader: boolean): docx.TableRow {
  let passed = 0;
  return new docx.TableRow({
    cantSplit: true,
    tableHeader,
    height: { value: mmToTwips(minHeightMm), rule: 'atLeast' },
    children: cells.map((cell) => {
      const covered = widths.slice(passed, (passed += cell.span));
      return docxCell(cell, covered.reduce((sum, width) => sum + width, 0));
    }),
  });
}

function docxCell({ span, vertical, paragraphs }: Cell, width: number): docx.TableCell {
  return new docx.TableCell({
    columnSpan: span,
    width: { size: width, type: 'dxa' },
    verticalAlign: vertical === 'middle' ? 'center' : 'top',
    children: paragraphs.length === 0 ? [hairline()] : paragraphs.map((one) => docxParagraph(one)),
  });
}

/** Only what the layout itself carries, as large as its box allows without distortion. */
function docxPicture({ image, alt, widthMm, heightMm }: Picture): docx.ImageRun {
  const encoded = /^data:image\/png;base64,(.+)$/u.exec(image)?.[1];
  if (encoded === undefined) throw new Error('a picture must be a data address of a PNG');
  const data = Buffer.from(encoded, 'base64');
  const [width, height] = sizeOfPng(data);
  const scale = Math.min(mmToPx(widthMm) / width, mmToPx(heightMm) / height);
  return new docx.ImageRun({ type: 'png', data, transformation: { width: Math.round(width * scale), height: Math.round(height * scale) }, altText: { name: alt, description: alt } });
}

function sizeOfPng(data: Buffer): [width: number, height: number] {
  if (data.length < 24 || data.toString('latin1', 12, 16) !== 'IHDR') throw new Error('a picture is no PNG');
  return [data.readUInt32BE(16), data.readUInt32BE(20)];
}
