import type { LIST_VALUES, ListColumn } from '../campaign/paper-texts.js';
import type { WorkForm } from '../forms/work-form.js';
import { sayTimecode } from '../time.js';
import { sayAuthors, sayBroadcastDays, sayCreators, sayPlatforms, sayUnits } from './annex2-words.js';
import { paragraph, paragraphs, type Cell, type Row, type Table } from './layout.js';

/** A work as lists, letters and labels name it. */
export interface ListedWork {
  form: WorkForm;
  unitName: string;
  slotNumber: number | null;
  durationMs: number | null;
  /** Name of the listed area a work comes from; null for all others. */
  areaName: string | null;
  /** `7F3A 91C2` */
  versionCode: string;
}

export type ListValue = (typeof LIST_VALUES)[number];

/** What a list says of a work in one of its columns. */
export function listValue(value: ListValue, { form, ...work }: ListedWork): string {
  switch (value) {
    case 'slot':
      return String(work.slotNumber ?? '');
    case 'unit':
      return work.unitName;
    case 'authors':
      return sayAuthors(form.creators);
    case 'creators':
      return sayCreators(form);
    case 'producingUnits':
      return sayUnits(form);
    case 'platforms':
      return sayPlatforms(form.broadcasts);
    case 'broadcastTime':
      return sayBroadcastDays(form.broadcasts);
    case 'length':
      return work.durationMs === null ? '' : sayTimecode(work.durationMs);
    case 'area':
      return work.areaName ?? '';
    case 'version':
      return work.versionCode;
    case 'blank':
      return '';
    case 'title':
    case 'field':
    case 'phone':
    case 'email':
      return form[value];
  }
}

const CENTRED: readonly ListValue[] = ['slot', 'length', 'version'];

/** A list of works under its column heads, which stand again on every page. */
export function workList(columns: readonly ListColumn[], works: readonly ListedWork[], minHeightMm = 9): Table {
  const cell = ({ value }: ListColumn, work: ListedWork): Cell => ({
    role: 'value', span: 1, vertical: 'middle', paragraphs: paragraphs('item', listValue(value, work), { align: CENTRED.includes(value) ? 'center' : 'left' }),
  });
  return ruled(columns, works.map((work) => columns.map((column) => cell(column, work))), minHeightMm);
}

/** A ruled table under column heads. */
export function ruled(columns: readonly { label: string; widthMm: number }[], cells: readonly Cell[][], minHeightMm: number): Table {
  const rows = cells.map((row): Row => ({ minHeightMm, grows: false, cells: row }));
  return { kind: 'table', columnsMm: columns.map(({ widthMm }) => widthMm), isRuled: true, paddingMm: { sides: 1.5, ends: 1.2 }, headRows: 1, rows: [headRow(columns), ...rows] };
}

function headRow(columns: readonly { label: string }[]): Row {
  const cells = columns.map(({ label }): Cell => ({ role: 'column', span: 1, vertical: 'middle', paragraphs: [paragraph('column', [label], { align: 'center' })] }));
  return { minHeightMm: 9, grows: false, cells };
}

/** A cell of plain text. */
export function itemCell(text: string, align: 'left' | 'center' = 'left'): Cell {
  return { role: 'value', span: 1, vertical: 'middle', paragraphs: paragraphs('item', text, { align }) };
}
