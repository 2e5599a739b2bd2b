import type { Cell, PaperLayout, Paragraph, Picture, Row, Table, TextStyle } from '@kepu/shared/paper/layout';
import { heightOf, type RowPart, type Sheet, type Strip } from './break-sheets.js';
import type { Line } from './compose-lines.js';
import { mmToPt } from './measure.js';

/** What stands on one page. All positions in points from its upper left corner. */
export interface Page {
  items: Item[];
}

export type Item = TextItem | PictureItem | FrameItem;

export interface TextItem {
  kind: 'text';
  line: Line;
  style: TextStyle;
  xPt: number;
  /** Upper edge of the line's leading. */
  topPt: number;
  /** Null: a repetition, which nobody needs to hear again. */
  tag: Tag | null;
}

export interface PictureItem {
  kind: 'picture';
  picture: Picture;
  xPt: number;
  topPt: number;
  tag: Tag;
}

/** The lines around a cell. */
export interface FrameItem {
  kind: 'frame';
  xPt: number;
  topPt: number;
  widthPt: number;
  heightPt: number;
}

/** A node of the document's structure as screen readers hear it; the roles are those of PDF. */
export interface Tag {
  role: 'Document' | 'H1' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  parent: Tag | null;
  span: number;
  /** What a header cell names. */
  scope?: 'Row' | 'Column';
}

/** Gives everything on the sheets its place and its node in the structure. */
export function placeItems(layout: PaperLayout, sheets: readonly Sheet[]): Page[] {
  const placer = new Placer(layout);
  return sheets.map((sheet, index) => placer.page(sheet, index === sheets.length - 1));
}

class Placer {
  private readonly leftPt: number;
  private readonly topPt: number;
  private readonly root: Tag = { role: 'Document', parent: null, span: 1 };
  /** Nodes by what they stand for, so that a row broken over two pages stays one row. */
  private readonly tags = new Map<Table | Row | Cell | Paragraph, Tag>();

  constructor({ page }: PaperLayout) {
    this.leftPt = mmToPt(page.leftMm);
    this.topPt = mmToPt(page.topMm);
  }

  page(sheet: Sheet, isLast: boolean): Page {
    const items: Item[] = [];
    const growing = sheet.parts.filter((part) => part.kind === 'row' && part.row.grows).length;
    const sharePt = isLast || growing === 0 ? 0 : sheet.leftPt / growing;
    let yPt = this.topPt;
    for (const part of sheet.parts) {
      const heightPt = part.heightPt + (part.kind === 'row' && part.row.grows ? sharePt : 0);
      items.push(...(part.kind === 'row' ? this.row(part, yPt, heightPt) : this.strip(part.strip, this.leftPt, yPt, this.root)));
      yPt += heightPt;
    }
    return { items };
  }

  private row({ table, row, columns, isRepeated }: RowPart, topPt: number, heightPt: number): Item[] {
    const rowTag = this.tag(row, 'TR', this.tag(table, 'Table', this.root));
    return columns.flatMap(({ cell, xPt: fromPt, widthPt, strips }) => {
      const tag = this.tag(cell, cell.role === 'value' ? 'TD' : 'TH', rowTag, cell.span);
      if (cell.role !== 'value') tag.scope = cell.role === 'label' ? 'Row' : 'Column';
      const xPt = this.leftPt + fromPt;
      const startPt = topPt + (cell.vertical === 'middle' ? (heightPt - heightOf(strips)) / 2 : mmToPt(table.paddingMm.ends));
      const lines = strips.flatMap((strip, index) =>
        this.strip(strip, xPt + mmToPt(table.paddingMm.sides), startPt + heightOf(strips.slice(0, index)), tag),
      );
      const heard = isRepeated ? lines.map((item): Item => (item.kind === 'text' ? { ...item, tag: null } : item)) : lines;
      return table.isRuled ? [{ kind: 'frame', xPt, topPt, widthPt, heightPt }, ...heard] : heard;
    });
  }

  private strip({ line, paragraph, heightPt }: Strip, leftPt: number, topPt: number, parent: Tag): Item[] {
    if (!line) return [];
    const items: Item[] = [];
    const xPt = leftPt + line.xPt;
    const tag = this.tag(paragraph, paragraph.style === 'title' ? 'H1' : 'P', parent);
    if (line.segments.length > 0) items.push({ kind: 'text', line, style: paragraph.style, xPt, topPt, tag });
    const { picture } = paragraph;
    if (picture) {
      const pictureTop = topPt + (heightPt - mmToPt(picture.heightMm)) / 2;
      items.push({ kind: 'picture', picture, xPt: xPt + line.widthPt, topPt: pictureTop, tag: { role: 'Figure', parent, span: 1 } });
    }
    return items;
  }

  private tag(of: Table | Row | Cell | Paragraph, role: Tag['role'], parent: Tag, span = 1): Tag {
    const before = this.tags.get(of);
    if (before) return before;
    const made: Tag = { role, parent, span };
    this.tags.set(of, made);
    return made;
  }
}
