import { TEXT_LOOKS, type Face, type Inline, type Paragraph } from '@kepu/shared/paper/layout';
import { mmToPt } from './measure.js';
import type { PaperFonts } from './paper-fonts.js';

/** Neighbouring characters of one font. Positions in points from the start of the line. */
export interface Segment {
  /** Empty for white space and for a blank that is filled in by pen. */
  text: string;
  face: Face;
  xPt: number;
  widthPt: number;
  /** Added after each character of a justified line. */
  spacingPt: number;
  isUnderlined: boolean;
}

export interface Line {
  segments: Segment[];
  /** Distance from the left edge of the paragraph. */
  xPt: number;
  widthPt: number;
}

/** What is never torn apart: a character, a word, a blank. */
interface Unit {
  text: string;
  pieces: { text: string; face: Face; widthPt: number }[];
  widthPt: number;
  isFill: boolean;
  isSpace: boolean;
}

/** GB/T 15834: what may not begin a line, and what may not end one. */
const NOT_FIRST = new Set('，。、；：？！…—·’”）》〉」』】〕〗％‰℃,.;:?!)]}%');
const NOT_LAST = new Set('（《〈「『【〔〖“‘￥([{');
/** Letters and figures keep together as a word; a long address may be broken after these. */
const WORD = /^[!-~\u00a0-\u024f\u0370-\u052f\u2010-\u2013]+$/u;
const ADDRESS_BREAK = /[/?&=#._@-]/u;
const ADDRESS_LENGTH = 16;
/** A line is spread over its width only while that takes less than this many characters' width. */
const MOST_SPREAD_EM = 2.5;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Breaks a paragraph into lines of at most `widthPt`, the last character never past the edge. */
export function composeLines(paragraph: Paragraph, widthPt: number, fonts: PaperFonts): Line[] {
  const { face, sizePt } = TEXT_LOOKS[paragraph.style];
  const leftPt = mmToPt(paragraph.leftMm);
  const firstPt = Math.max(0, paragraph.indent) * sizePt;
  const othersPt = Math.max(0, -paragraph.indent) * sizePt;
  const groups = glue(units(paragraph.inlines, face, sizePt, fonts));
  const room: Room = { firstPt: widthPt - leftPt - firstPt, othersPt: widthPt - leftPt - othersPt };
  const rows = paragraph.align === 'center' ? balance(groups, room.othersPt, sizePt) : fill(groups, room);
  return rows.map((row, index) => {
    const startPt = leftPt + (index === 0 ? firstPt : othersPt);
    const roomPt = widthPt - startPt;
    const line = setLine(row);
    const isLast = index === rows.length - 1;
    if (paragraph.align === 'justify' && !isLast) spread(line, roomPt, sizePt);
    return { ...line, xPt: startPt + offset(paragraph.align, roomPt - line.widthPt) };
  });
}

function offset(align: Paragraph['align'], freePt: number): number {
  if (align === 'center') return freePt / 2;
  return align === 'right' ? freePt : 0;
}

function units(inlines: readonly Inline[], face: Face, sizePt: number, fonts: PaperFonts): Unit[] {
  return inlines.flatMap((inline) => {
    if (typeof inline === 'string') return split(inline, false, face, sizePt, fonts);
    if ('gapMm' in inline) return [blank(inline.gapMm, false, face)];
    return inline.fill === '' ? [blank(inline.blankMm, true, face)] : split(inline.fill, true, face, sizePt, fonts);
  });
}

function blank(widthMm: number, isFill: boolean, face: Face): Unit {
  const widthPt = mmToPt(widthMm);
  return { text: '', pieces: [{ text: '', face, widthPt }], widthPt, isFill, isSpace: !isFill };
}

function split(text: string, isFill: boolean, face: Face, sizePt: number, fonts: PaperFonts): Unit[] {
  const found: Unit[] = [];
  let isOpen = false;
  for (const { segment } of graphemes.segment(text)) {
    const glyphs = fonts.glyphs(segment, face);
    const piece = { text: glyphs.text, face: glyphs.face, widthPt: glyphs.em * sizePt };
    const isWord = WORD.test(segment);
    const last = found.at(-1);
    if (last && isOpen && isWord) {
      last.text += segment;
      last.pieces.push(piece);
      last.widthPt += piece.widthPt;
    } else {
      found.push({ text: segment, pieces: [piece], widthPt: piece.widthPt, isFill, isSpace: segment === ' ' || segment === '\u3000' });
    }
    isOpen = isWord;
  }
  return found.flatMap(splitAddress);
}

/** A web or mail address becomes several units, so that it fills its line instead of leaving it half empty. */
function splitAddress(unit: Unit): Unit[] {
  if (unit.pieces.length < ADDRESS_LENGTH || !ADDRESS_BREAK.test(unit.text)) return [unit];
  return regroup(unit, (pieces) => ADDRESS_BREAK.test(pieces.at(-1)?.text ?? ''));
}

/** Cuts a unit behind every piece at which `isEnd` says so. */
function regroup(unit: Unit, isEnd: (pieces: Unit['pieces'], widthPt: number) => boolean): Unit[] {
  const parts: Unit[] = [];
  let part: Unit = { ...unit, text: '', pieces: [], widthPt: 0 };
  for (const piece of unit.pieces) {
    part.pieces.push(piece);
    part.text += piece.text;
    part.widthPt += piece.widthPt;
    if (!isEnd(part.pieces, part.widthPt)) continue;
    parts.push(part);
    part = { ...unit, text: '', pieces: [], widthPt: 0 };
  }
  return part.pieces.length > 0 ? [...parts, part] : parts;
}

/** Units that must stay on one line, put together: a closing mark with what it closes, an opening one with what follows. */
function glue(all: readonly Unit[]): Unit[][] {
  const groups: Unit[][] = [];
  for (const unit of all) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const sticks = before && !before.isSpace && (NOT_FIRST.has(unit.text.charAt(0)) || NOT_LAST.has(before.text.slice(-1)));
    if (group && sticks) group.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

const TOLERANCE_PT = 0.01;

/** Width of the first line and of those that follow. */
interface Room {
  firstPt: number;
  othersPt: number;
}

function fill(groups: readonly Unit[][], room: Room): Unit[][] {
  const leastPt = Math.min(room.firstPt, room.othersPt);
  const lines: Unit[][] = [];
  let line: Unit[] = [];
  let leftPt = room.firstPt;
  for (const group of groups.flatMap((one) => breakable(one, leastPt))) {
    const widthPt = widthOf(group);
    const isSpace = group.every((unit) => unit.isSpace);
    if (widthPt > leftPt + TOLERANCE_PT && line.length > 0 && !isSpace) {
      lines.push(trimEnd(line));
      line = [];
      leftPt = room.othersPt;
    }
    // The white space between two words is gone when the second begins a line.
    if (isSpace && line.length === 0 && lines.length > 0) continue;
    line.push(...group);
    leftPt -= widthPt;
  }
  return [...lines, trimEnd(line)];
}

function widthOf(group: readonly Unit[]): number {
  return group.reduce((sum, unit) => sum + unit.widthPt, 0);
}

/** A group as it is, or, where it is wider than any line, in parts that are not. */
function breakable(group: Unit[], roomPt: number): Unit[][] {
  if (widthOf(group) <= roomPt) return [group];
  const tooWide = (pieces: Unit['pieces'], widthPt: number) => widthPt + (pieces.at(-1)?.widthPt ?? 0) > roomPt;
  return group.flatMap((unit) => regroup(unit, tooWide)).map((unit) => [unit]);
}

/**
 * Centred lines of about one length: no single character stands below a full line. Of the ways that take as
 * few lines, the one with most lines ending at a mark, then the evenest.
 */
function balance(groups: readonly Unit[][], roomPt: number, stepPt: number): Unit[][] {
  const within = (widthPt: number) => fill(groups, { firstPt: widthPt, othersPt: widthPt });
  let best = within(roomPt);
  for (let narrower = roomPt - stepPt; narrower >= stepPt; narrower -= stepPt) {
    const rows = within(narrower);
    if (rows.length > best.length) break;
    if (marks(rows) >= marks(best)) best = rows;
  }
  return best;
}

function marks(rows: readonly Unit[][]): number {
  return rows.slice(0, -1).filter((row) => /[，、；：）]$/u.test(row.at(-1)?.text ?? '')).length;
}

function trimEnd(line: Unit[]): Unit[] {
  const end = line.findLastIndex((unit) => !unit.isSpace);
  return line.slice(0, end + 1);
}

function setLine(row: readonly Unit[]): Pick<Line, 'segments' | 'widthPt'> {
  const segments: Segment[] = [];
  let xPt = 0;
  for (const unit of row) {
    for (const piece of unit.pieces) {
      const last = segments.at(-1);
      if (last && last.text !== '' && piece.text !== '' && last.face === piece.face && last.isUnderlined === unit.isFill) {
        last.text += piece.text;
        last.widthPt += piece.widthPt;
      } else {
        segments.push({ text: piece.text, face: piece.face, xPt, widthPt: piece.widthPt, spacingPt: 0, isUnderlined: unit.isFill });
      }
      xPt += piece.widthPt;
    }
  }
  return { segments, widthPt: xPt };
}

/** Sets both edges of a line straight by a little space after every character but the last. */
function spread(line: Pick<Line, 'segments' | 'widthPt'>, roomPt: number, sizePt: number): void {
  const freePt = roomPt - line.widthPt;
  const counts = line.segments.map(({ text }) => Math.max(1, Array.from(text).length));
  const gaps = counts.reduce((sum, count) => sum + count, 0) - 1;
  if (freePt <= 0 || gaps < 1 || freePt > MOST_SPREAD_EM * sizePt) return;
  const spacingPt = freePt / gaps;
  let passed = 0;
  line.segments.forEach((segment, index) => {
    const count = counts[index] ?? 0;
    segment.xPt += passed * spacingPt;
    if (segment.text !== '') segment.widthPt += count * spacingPt;
    segment.spacingPt = spacingPt;
    passed += count;
  });
  line.widthPt = roomPt;
}
