import type { Instant } from '../time.js';

/**
 * A paper of the product (form, list, letter, label) without any file format: what stands where, in which
 * words. PDF, Word and screen draw the same tree, so they cannot say different things.
 * Lengths end in `Mm` and are millimetres, sizes of type end in `Pt` and are points (1 pt = 1/72 inch).
 * Plain data: it may be cloned to a thread, stored or compared.
 */
export interface PaperLayout {
  /** Title in the file's properties; the title on the paper is a paragraph. */
  title: string;
  /** Stands in the file's properties as its date, so that the same layout always gives the same file. */
  madeAt: Instant;
  page: PageFormat;
  body: Block[];
  footer: Footer;
  /** Drawn pale across every page; null: none. */
  watermark: string | null;
  /** Lines around what stands on every page: a certificate's border, the edges of a disc. Absent: none. */
  frame?: 'certificate' | 'disc';
}

/** Size of the sheet and the margins of the body. The footer stands in the bottom margin. */
export interface PageFormat {
  widthMm: number;
  heightMm: number;
  topMm: number;
  rightMm: number;
  bottomMm: number;
  leftMm: number;
}

export type Block = Paragraph | Table | PageBreak;

/** What follows begins on a new page. */
export interface PageBreak {
  kind: 'pageBreak';
}

export interface Paragraph {
  kind: 'paragraph';
  style: TextStyle;
  inlines: Inline[];
  align: 'left' | 'center' | 'right' | 'justify';
  /** In characters of this style: indent of the first line, or, below zero, of all lines but the first. */
  indent: number;
  /** Space left of all lines, above the first and below the last. */
  leftMm: number;
  beforeMm: number;
  afterMm: number;
  /** Stands behind the last word, centred on its line. */
  picture: Picture | null;
}

/** Printed words, a place among them that is filled in, or white space. */
export type Inline = string | Fill | Gap;

/** Underlined: the words filled in, or a blank of this length for the pen. */
export interface Fill {
  fill: string;
  blankMm: number;
}

/** White space as wide as a pen needs it, where the words themselves have a few blanks. */
export interface Gap {
  gapMm: number;
}

/** A picture as a data address, drawn as large as fits into the box without distortion. */
export interface Picture {
  image: string;
  /** Read out in place of the picture. */
  alt: string;
  widthMm: number;
  heightMm: number;
}

export interface Table {
  kind: 'table';
  columnsMm: number[];
  /** Lines around all cells. */
  isRuled: boolean;
  /** White space inside the cells: beside the text, above and below it. */
  paddingMm: { sides: number; ends: number };
  /** So many of the first rows head the table again on every page it runs on to. */
  headRows: number;
  rows: Row[];
}

/** A row stays on one page; only one that is longer than a page runs over to the next. */
export interface Row {
  minHeightMm: number;
  /** Takes its share of what would be left empty at the foot of its page. */
  grows: boolean;
  cells: Cell[];
}

/** A label names what the other cells of its row hold (a row header), a column what stands below it; a value holds it. */
export interface Cell {
  role: 'label' | 'column' | 'value';
  /** Columns it covers; the spans of a row add up to the table's columns. */
  span: number;
  vertical: 'top' | 'middle';
  paragraphs: Paragraph[];
}

/** Foot of every page: lines at the left, the page number in the middle, a QR code at the right. */
export interface Footer {
  lines: string[];
  /** With `{page}` and `{pages}`. */
  pageLine: string;
  /** What the QR code says, with `{page}` and `{pages}` like the page line: a photographed sheet tells which it is. null: no code. */
  qr: string | null;
  qrMm: number;
  /** Left upper corner of the code where it does not stand at the foot: beside the hole of a disc. */
  qrAtMm?: { leftMm: number; topMm: number };
}

/** Song, the type of the text; Song bold, of titles; Hei, of what stands apart. Each output has its own fonts for them. */
export type Face = 'song' | 'songBold' | 'hei';

export interface TextLook {
  face: Face;
  sizePt: number;
  /** Distance of two base lines: fixed, whatever fonts a line mixes. */
  leadingPt: number;
  /** Preprinted help that steps back behind what is filled in. */
  isGrey: boolean;
}

/** Every kind of text on the papers with its look. */
export const TEXT_LOOKS = {
  annex: { face: 'hei', sizePt: 14, leadingPt: 20, isGrey: false },
  title: { face: 'songBold', sizePt: 18, leadingPt: 28, isGrey: false },
  body: { face: 'song', sizePt: 12, leadingPt: 16.5, isGrey: false },
  sign: { face: 'song', sizePt: 12, leadingPt: 22, isGrey: false },
  note: { face: 'song', sizePt: 10, leadingPt: 14, isGrey: false },
  hint: { face: 'song', sizePt: 10, leadingPt: 14, isGrey: true },
  footer: { face: 'song', sizePt: 8.5, leadingPt: 12, isGrey: false },
  /** Column heads and cells of lists. */
  column: { face: 'hei', sizePt: 10.5, leadingPt: 14.5, isGrey: false },
  item: { face: 'song', sizePt: 10.5, leadingPt: 14.5, isGrey: false },
  /** The text of an official letter: 三号. */
  letter: { face: 'song', sizePt: 16, leadingPt: 28, isGrey: false },
  /** A certificate: its name, its text. */
  display: { face: 'songBold', sizePt: 40, leadingPt: 62, isGrey: false },
  award: { face: 'song', sizePt: 20, leadingPt: 36, isGrey: false },
  /** Labels of parcels and discs. */
  labelName: { face: 'hei', sizePt: 13, leadingPt: 18, isGrey: false },
  labelText: { face: 'song', sizePt: 8.5, leadingPt: 11.5, isGrey: false },
} as const satisfies Record<string, TextLook>;

export type TextStyle = keyof typeof TEXT_LOOKS;

const PLAIN = { align: 'left', indent: 0, leftMm: 0, beforeMm: 0, afterMm: 0, picture: null } as const;

/** A paragraph of this style; what is not said is left-aligned, without indents, gaps or picture. */
export function paragraph(style: TextStyle, inlines: Inline[], more: Partial<Omit<Paragraph, 'kind' | 'style' | 'inlines'>> = {}): Paragraph {
  return { kind: 'paragraph', style, inlines: inlines.map(cleanInline), ...PLAIN, ...more };
}

/** One paragraph for each line of a text that a person typed. */
export function paragraphs(style: TextStyle, text: string, more: Partial<Omit<Paragraph, 'kind' | 'style' | 'inlines'>> = {}): Paragraph[] {
  return text.split(/\r\n?|[\n\u2028\u2029]/u).map((line) => paragraph(style, [line], more));
}

function cleanInline(inline: Inline): Inline {
  if (typeof inline === 'string') return cleanText(inline);
  return 'fill' in inline ? { ...inline, fill: cleanText(inline.fill) } : inline;
}

/** What pasted text brings along and paper cannot show: control and format characters, variation selectors. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;
/** Tabs, line ends and the spaces of odd widths; the ideographic and the unbreakable one stay. */
const ODD_SPACE = /(?![\u3000\u00a0])[\t-\r\p{Zs}]/gu;

function cleanText(text: string): string {
  return text.replace(ODD_SPACE, ' ').replace(UNPRINTABLE, '');
}

/** All words of a layout in reading order, one string a paragraph: what every output must contain. */
export function wordsOf(layout: PaperLayout): string[] {
  return layout.body.flatMap(paragraphsOf).map(sayParagraph);
}

/** The paragraphs of a block in reading order. */
export function paragraphsOf(block: Block): Paragraph[] {
  if (block.kind === 'pageBreak') return [];
  return block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));
}

/** The words of a paragraph without its blanks and gaps. */
export function sayParagraph({ inlines }: Paragraph): string {
  return inlines.map((inline) => (typeof inline === 'string' ? inline : 'fill' in inline ? inline.fill : '')).join('');
}
