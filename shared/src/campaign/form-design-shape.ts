import { byKind, flag, listOf, number, integer, oneOf, orNull, record, text, type Reader } from '../shape.js';
import { BOUNDS, CONFIG_TEXTS } from './bounds.js';
import { FORM_VALUES, type FormCell, type FormDesign, type FormLine, type FormRow, type PaperLine } from './form-design.js';

const span = integer(...BOUNDS.columns);
const widthMm = number(...BOUNDS.widthMm);
const heightMm = number(...BOUNDS.heightMm);
const placeMm = number(...BOUNDS.placeMm);
const long = text(CONFIG_TEXTS.long);

const PAPER_LINE = { text: long, style: oneOf('body', 'sign', 'note'), leftMm: placeMm, beforeMm: placeMm, afterMm: placeMm, takesSignature: flag } as const;

/** A line of any paper. */
export const readPaperLine: Reader<PaperLine> = record<PaperLine>(PAPER_LINE);

type Cell<K extends FormCell['kind']> = Extract<FormCell, { kind: K }>;
type Line<K extends FormLine['kind']> = Extract<FormLine, { kind: K }>;

const line = byKind<FormLine>('kind', {
  commitment: record<Line<'commitment'>>({ kind: oneOf('commitment') }),
  opinion: record<Line<'opinion'>>({ kind: oneOf('opinion') }),
  line: record<Line<'line'>>({ kind: oneOf('line'), ...PAPER_LINE }),
});

const cell = byKind<FormCell>('kind', {
  label: record<Cell<'label'>>({ kind: oneOf('label'), span, text: text(CONFIG_TEXTS.short), note: orNull(text(CONFIG_TEXTS.short)) }),
  value: record<Cell<'value'>>({ kind: oneOf('value'), span, field: oneOf(...FORM_VALUES), as: oneOf('line', 'list', 'essay'), hint: orNull(text(CONFIG_TEXTS.short)) }),
  materials: record<Cell<'materials'>>({ kind: oneOf('materials'), span, sentence: long }),
  words: record<Cell<'words'>>({ kind: oneOf('words'), span, lines: listOf(line, 30) }),
});

const row = record<FormRow>({ filledMm: heightMm, blankMm: heightMm, grows: flag, cells: listOf(cell, BOUNDS.columns[1], 1) });

export const readFormDesign: Reader<FormDesign> = record<FormDesign>({
  head: listOf(record<FormDesign['head'][number]>({ text: long, widthMm }), BOUNDS.columns[1]),
  columnsMm: listOf(widthMm, BOUNDS.columns[1], 1),
  rows: listOf(row, 60, 1),
  notes: listOf(long, 30),
});
