import { paragraphsOf, sayParagraph, type Block, type Cell, type PaperLayout, type Table } from '@kepu/shared/paper/layout';
import writeExcel, { type CellObject } from 'write-excel-file/node';
import { settleInstants, settleZip } from './settle-zip.js';

const FONT = '仿宋_GB2312';
/** A column of so many characters of 10.5 pt is as wide as this many millimetres. */
const MM_PER_CHARACTER = 2;
const LINE_PT = 15;
const SHEET_NAME = '汇总表';

/**
 * Writes the table of a layout, with the lines around it, as a sheet. Everything is text: telephone numbers keep
 * their zeros, and what begins with = is never reckoned.
 */
export async function renderXlsx(layout: PaperLayout): Promise<Buffer> {
  const table = layout.body.find((block): block is Table => block.kind === 'table');
  if (!table) throw new Error('a sheet needs a table');
  const columns = table.columnsMm.map((mm) => ({ width: mm / MM_PER_CHARACTER }));
  const rows = layout.body.flatMap((block) => (block === table ? tableRows(table) : lineRows(block, columns.length)));
  const bytes = await writeExcel(rows, { sheet: SHEET_NAME, columns, orientation: 'landscape' }, { fontFamily: FONT, fontSize: 11 }).toBuffer();
  return settleZip(bytes, layout.madeAt, (_path, xml) => settleInstants(xml, layout.madeAt));
}

function tableRows({ rows, columnsMm }: Table): CellObject[][] {
  return rows.map(({ cells }) => {
    const height = Math.max(...cells.map((cell, index) => linesIn(sayCell(cell), columnsMm[index] ?? 1))) * LINE_PT + 6;
    return cells.map((cell) => textCell(sayCell(cell), {
      height, wrap: true, alignVertical: 'center', borderStyle: 'thin', align: cell.role === 'column' || cell.paragraphs[0]?.align === 'center' ? 'center' : 'left', ...(cell.role === 'column' ? { fontWeight: 'bold' } : {}),
    }));
  });
}

/** The lines before and after the table, each across all columns. */
function lineRows(block: Block, columns: number): (CellObject | null)[][] {
  return paragraphsOf(block).map((paragraph) => {
    const isTitle = paragraph.style === 'title';
    const cell = textCell(sayParagraph(paragraph).trim(), { columnSpan: columns, align: paragraph.align === 'center' ? 'center' : 'left', alignVertical: 'center', height: isTitle ? 30 : 20, ...(isTitle ? { fontWeight: 'bold', fontSize: 18 } : {}) });
    return [cell, ...Array.from({ length: columns - 1 }, () => null)];
  });
}

function textCell(text: string, look: CellObject): CellObject {
  return { ...look, type: String, value: text };
}

const sayCell = ({ paragraphs }: Cell) => paragraphs.map(sayParagraph).join('\n');

/** Spreadsheets do not heighten a row for wrapped text by themselves: full-width characters count as two. */
function linesIn(text: string, widthMm: number): number {
  const room = Math.max(1, Math.floor(widthMm / MM_PER_CHARACTER) - 1);
  const width = (line: string) => Array.from(line).reduce((sum, character) => sum + (character > '\u00ff' ? 2 : 1), 0);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / room)), 0);
}
