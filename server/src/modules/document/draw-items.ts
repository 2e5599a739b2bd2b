import { TEXT_LOOKS, type Picture, type TextStyle } from '@kepu/shared/paper/layout';
import type { Line } from './compose-lines.js';
import type { FrameItem, Page, PictureItem, TextItem } from './place-items.js';
import { mmToPt } from './measure.js';
import type { PaperFonts } from './paper-fonts.js';
import type { PaperTags } from './paper-tags.js';

type Doc = PDFKit.PDFDocument;

export const INK = '#000000';
const GREY = '#5f6368';
const RULE_PT = 0.6;
const UNDERLINE_PT = 0.5;
const UNDERLINE_DROP_EM = 0.2;
/** Noto's ideographs fill the em from 0.88 above the base line to 0.12 below it. */
const ABOVE_BASE_EM = 0.88;

/** Content that is no part of the text: a screen reader passes it over. */
export function artifact(doc: Doc, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

export function drawPage(doc: Doc, page: Page, fonts: PaperFonts, tags: PaperTags): void {
  for (const item of page.items) {
    if (item.kind === 'frame') artifact(doc, 'Layout', () => drawFrame(doc, item));
    else if (item.kind === 'picture') tags.content(item.tag, () => drawPicture(doc, item), item.picture.alt);
    else drawText(doc, item, fonts, tags);
  }
}

function drawFrame(doc: Doc, { xPt, topPt, widthPt, heightPt }: FrameItem): void {
  doc.lineWidth(RULE_PT).rect(xPt, topPt, widthPt, heightPt).stroke(INK);
}

function drawPicture(doc: Doc, { picture, xPt, topPt }: PictureItem): void {
  doc.image(bytesOf(picture), xPt, topPt, { fit: [mmToPt(picture.widthMm), mmToPt(picture.heightMm)], valign: 'center' });
}

/** Only what the layout itself carries is drawn: any other address would be read from the server's disk. */
function bytesOf({ image }: Picture): Buffer {
  const encoded = /^data:image\/(?:png|jpeg);base64,(.+)$/u.exec(image)?.[1];
  if (encoded === undefined) throw new Error('a picture must be a data address of a PNG or JPEG');
  return Buffer.from(encoded, 'base64');
}

function drawText(doc: Doc, item: TextItem, fonts: PaperFonts, tags: PaperTags): void {
  const draw = () => drawLine(doc, item.line, item.style, item.xPt, item.topPt, fonts);
  if (item.tag) tags.content(item.tag, draw);
  else artifact(doc, 'Pagination', draw);
  if (item.line.segments.some(({ isUnderlined }) => isUnderlined)) artifact(doc, 'Layout', () => drawUnderlines(doc, item));
}

/** Draws one line of text whose leading box begins at `xPt`, `topPt`. */
export function drawLine(doc: Doc, line: Line, style: TextStyle, xPt: number, topPt: number, fonts: PaperFonts): void {
  const look = TEXT_LOOKS[style];
  const basePt = topPt + baseIn(style);
  doc.fillColor(look.isGrey ? GREY : INK);
  for (const { text, face, xPt: fromPt, widthPt, spacingPt } of line.segments) {
    if (text === '') continue;
    doc.registerFont(face, fonts.open(face)).font(face, look.sizePt);
    doc.text(text, xPt + fromPt, basePt, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacingPt, textWidth: widthPt, wordCount: 1 });
  }
}

function drawUnderlines(doc: Doc, { line, style, xPt, topPt }: TextItem): void {
  const yPt = topPt + baseIn(style) + UNDERLINE_DROP_EM * TEXT_LOOKS[style].sizePt;
  doc.lineWidth(UNDERLINE_PT);
  for (const segment of line.segments) {
    if (segment.isUnderlined) doc.moveTo(xPt + segment.xPt, yPt).lineTo(xPt + segment.xPt + segment.widthPt, yPt).stroke(INK);
  }
}

/** From the top of a style's leading box to its base line. */
function baseIn(style: TextStyle): number {
  const { leadingPt, sizePt } = TEXT_LOOKS[style];
  return (leadingPt - sizePt) / 2 + ABOVE_BASE_EM * sizePt;
}
