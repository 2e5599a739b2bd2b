import { TEXT_LOOKS, type Cell, type PaperLayout, type Paragraph, type Row, type Table } from '@kepu/shared/paper/layout';
import { composeLines, type Line } from './compose-lines.js';
import { mmToPt, sum } from './measure.js';
import type { PaperFonts } from './paper-fonts.js';

/** What one page takes up, from top to bottom. Heights in points. */
export interface Sheet {
  parts: Part[];
  leftPt: number;
}

export type Part = StripPart | RowPart;

interface StripPart {
  kind: 'strip';
  strip: Strip;
  heightPt: number;
}

/** A row, or as much of a row that is longer than a page as stands here. */
export interface RowPart {
  kind: 'row';
  table: Table;
  row: Row;
  columns: Column[];
  heightPt: number;
  /** A head that stands on an earlier page already. */
  isRepeated: boolean;
}

/** One line with its paragraph, or white space. */
export interface Strip {
  line: Line | null;
  paragraph: Paragraph;
  heightPt: number;
}

/** A cell broken into strips; `xPt` from the left edge of the table. */
export interface Column {
  cell: Cell;
  xPt: number;
  widthPt: number;
  strips: Strip[];
}

/** The least part of a row that is worth beginning at the foot of a page. */
const LEAST_PART_PT = mmToPt(40);

/** Breaks a layout into pages. A row stays whole wherever one page can hold it. */
export function breakSheets(layout: PaperLayout, fonts: PaperFonts): Sheet[] {
  const { page } = layout;
  const pagePt = mmToPt(page.heightMm - page.topMm - page.bottomMm);
  const breaker = new Breaker(pagePt);
  for (const block of layout.body) {
    if (block.kind === 'pageBreak') breaker.turn();
    else if (block.kind === 'paragraph') breaker.strips(stripsOf([block], mmToPt(page.widthMm - page.leftMm - page.rightMm), fonts));
    else breaker.table(block, block.rows.map((row) => ({ row, columns: columnsOf(block, row, fonts) })));
  }
  return breaker.sheets;
}

interface SetRow {
  row: Row;
  columns: Column[];
}

class Breaker {
  readonly sheets: Sheet[] = [];
  private sheet: Sheet;
  /** Rows that head the table being broken: they stand again on every page it runs on to. */
  private heads: RowPart[] = [];

  constructor(private readonly pagePt: number) {
    this.sheet = this.turn();
  }

  strips(strips: readonly Strip[]): void {
    for (const strip of strips) {
      if (strip.heightPt > this.sheet.leftPt) this.turn();
      this.add({ kind: 'strip', strip, heightPt: strip.heightPt });
    }
  }

  table(table: Table, rows: readonly SetRow[]): void {
    this.heads = [];
    rows.forEach(({ row, columns }, index) => {
      this.row(table, row, columns);
      if (index < table.headRows) this.heads.push({ kind: 'row', table, row, columns, heightPt: heightOfRow(table, row, columns), isRepeated: true });
    });
    this.heads = [];
  }

  turn(): Sheet {
    this.sheet = { parts: [...this.heads], leftPt: this.pagePt - sum(this.heads.map(({ heightPt }) => heightPt)) };
    this.sheets.push(this.sheet);
    return this.sheet;
  }

  private row(table: Table, row: Row, columns: Column[]): void {
    const heightPt = heightOfRow(table, row, columns);
    if (heightPt > this.sheet.leftPt && heightPt <= this.pagePt) this.turn();
    if (heightPt <= this.sheet.leftPt) this.add({ kind: 'row', table, row, columns, heightPt, isRepeated: false });
    else this.longRow(table, row, columns);
  }

  /** A row longer than a page: as much as fits now, the rest on the pages that follow. */
  private longRow(table: Table, row: Row, columns: Column[]): void {
    for (let rest = columns; rest.some(({ strips }) => strips.length > 0); ) {
      if (this.sheet.leftPt < LEAST_PART_PT) this.turn();
      const roomPt = this.sheet.leftPt - endsOf(table);
      const now = rest.map((column) => ({ ...column, strips: column.strips.slice(0, fitting(column.strips, roomPt)) }));
      rest = rest.map((column, index) => ({ ...column, strips: column.strips.slice(now[index]?.strips.length) }));
      const isLast = rest.every(({ strips }) => strips.length === 0);
      this.add({ kind: 'row', table, row, columns: now, heightPt: isLast ? needed(table, now) : this.sheet.leftPt, isRepeated: false });
      if (!isLast) this.turn();
    }
  }

  private add(part: Part): void {
    this.sheet.parts.push(part);
    this.sheet.leftPt -= part.heightPt;
  }
}

function columnsOf(table: Table, row: Row, fonts: PaperFonts): Column[] {
  let passed = 0;
  return row.cells.map((cell) => {
    const xPt = mmToPt(sum(table.columnsMm.slice(0, passed)));
    const widthPt = mmToPt(sum(table.columnsMm.slice(passed, passed + cell.span)));
    passed += cell.span;
    return { cell, xPt, widthPt, strips: stripsOf(cell.paragraphs, widthPt - 2 * mmToPt(table.paddingMm.sides), fonts) };
  });
}

function stripsOf(paragraphs: readonly Paragraph[], widthPt: number, fonts: PaperFonts): Strip[] {
  return paragraphs.flatMap((paragraph) => {
    const gap = (mm: number): Strip[] => (mm > 0 ? [{ line: null, paragraph, heightPt: mmToPt(mm) }] : []);
    const { leadingPt } = TEXT_LOOKS[paragraph.style];
    const lines = composeLines(paragraph, widthPt, fonts).map((line): Strip => ({ line, paragraph, heightPt: leadingPt }));
    return [...gap(paragraph.beforeMm), ...lines, ...gap(paragraph.afterMm)];
  });
}

export function heightOf(strips: readonly Strip[]): number {
  return sum(strips.map(({ heightPt }) => heightPt));
}

function heightOfRow(table: Table, row: Row, columns: readonly Column[]): number {
  return Math.max(mmToPt(row.minHeightMm), needed(table, columns));
}

function needed(table: Table, columns: readonly Column[]): number {
  return Math.max(...columns.map(({ strips }) => heightOf(strips))) + endsOf(table);
}

function endsOf(table: Table): number {
  return 2 * mmToPt(table.paddingMm.ends);
}

/** How many of the strips fit into a height; at least one, so that every part moves on. */
function fitting(strips: readonly Strip[], roomPt: number): number {
  let usedPt = 0;
  const over = strips.findIndex(({ heightPt }) => (usedPt += heightPt) > roomPt);
  return over === -1 ? strips.length : Math.max(1, over);
}
