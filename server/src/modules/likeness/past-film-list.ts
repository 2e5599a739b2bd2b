import { parse } from 'csv-parse/sync';

/** One line of the operator's list, checked as far as that goes without the film. */
export interface PastFilmLine {
  /** In the file, the heading being the first. */
  line: number;
  file: string;
  title: string;
  unitName: string;
  year: number;
  /** What is wrong with it; null: nothing. */
  problem: string | null;
}

const COLUMNS = { file: ['file', '文件', '文件名'], title: ['title', '作品名称', '名称'], unitName: ['unit', '推荐单位', '单位'], year: ['year', '年份', '年度'] } as const;
type Column = keyof typeof COLUMNS;

/** The list cannot be read at all. */
export class UnreadableList extends Error {}

/** Reads a CSV list as spreadsheets save it: with or without a byte order mark, in UTF-8 or GB 18030. */
export function readPastFilmList(bytes: Buffer): PastFilmLine[] {
  const [heading, ...rows] = rowsOf(bytes);
  if (!heading) throw new UnreadableList('The list is empty. Its first line names the columns: file,title,unit,year.');
  const at = (column: Column) => heading.record.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name.trim().toLowerCase()));
  const missing = (Object.keys(COLUMNS) as Column[]).filter((column) => at(column) < 0);
  if (missing.length > 0) throw new UnreadableList(`The first line of the list must name the columns file,title,unit,year (文件,作品名称,推荐单位,年份); missing: ${missing.map((column) => COLUMNS[column][0]).join(', ')}.`);
  return rows.map(({ record, info }) => {
    const cell = (column: Column) => (record[at(column)] ?? '').trim();
    const entry = { line: info.lines, file: cell('file'), title: cell('title'), unitName: cell('unitName'), year: Number(cell('year')) };
    return { ...entry, problem: problemOf(entry) };
  });
}

function rowsOf(bytes: Buffer): { record: string[]; info: { lines: number } }[] {
  try {
    return parse(textOf(bytes), { info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    throw new UnreadableList(`The list is not a CSV file: ${(error as Error).message}`);
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes); // what a Chinese spreadsheet saves unless told otherwise
  }
}

function problemOf({ file, title, unitName, year }: Omit<PastFilmLine, 'line' | 'problem'>): string | null {
  if (file === '') return 'no file name';
  if (title === '' || title.length > 100) return 'the title must have 1 to 100 characters';
  if (unitName === '' || unitName.length > 100) return 'the unit must have 1 to 100 characters';
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? null : 'the year must be a number such as 2023';
}
