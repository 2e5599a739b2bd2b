import { TEXT_FIELDS } from '../forms/fields.js';
import type { TextFieldName } from '../forms/form-types.js';

/**
 * The official form of a call as data: which rows stand in which order, what is preprinted in them, where pen and
 * seal go. `shared/src/paper/annex2.ts` makes a paper of it, so another year's form is another configuration.
 *
 * Texts may hold places in braces: `{unit}` is filled in; `{author:32}` too, underlined, 32 mm wide while it is
 * blank. Two or more spaces leave room for a pen. Lengths are millimetres.
 */
export interface FormDesign {
  /** Parts of the line between title and table, with their widths. */
  head: { text: string; widthMm: number }[];
  columnsMm: number[];
  rows: FormRow[];
  /** Below the table. */
  notes: string[];
}

export interface FormRow {
  /** Least height when filled in, and when left for a pen. */
  filledMm: number;
  blankMm: number;
  /** Takes its share of what would be left empty at the foot of its page. */
  grows: boolean;
  cells: FormCell[];
}

export type FormCell = { span: number } & (LabelCell | ValueCell | MaterialsCell | WordsCell);

interface LabelCell {
  kind: 'label';
  text: string;
  /** In smaller type below it. */
  note: string | null;
}

interface ValueCell {
  kind: 'value';
  field: FormValue;
  /** line: one text · list: one entry a line · essay: a long text under its hint. */
  as: 'line' | 'list' | 'essay';
  /** Preprinted above the text. `{limit}` is the call's limit of this field in characters. */
  hint: string | null;
}

/** The sentence once for each quoted material: `{kind}`, `{position}`, `{licence}`. */
interface MaterialsCell {
  kind: 'materials';
  sentence: string;
}

interface WordsCell {
  kind: 'words';
  lines: FormLine[];
}

/** A legal text of the call's wording, or a line of the form's own. */
export type FormLine = { kind: 'commitment' } | { kind: 'opinion' } | ({ kind: 'line' } & PaperLine);

export interface PaperLine {
  text: string;
  /** sign: with the height a pen needs · note: smaller. */
  style: 'body' | 'sign' | 'note';
  leftMm: number;
  beforeMm: number;
  afterMm: number;
  /** The signature drawn on the phone stands here on the electronic copy (F5). */
  takesSignature: boolean;
}

/** What of a work a cell can hold. */
export type FormValue = TextFieldName | OwnValue;

/** What is said of a work in words of its own. */
type OwnValue = 'broadcastTime' | 'platforms' | 'creators' | 'authors' | 'producingUnits' | 'producedDay' | 'unit' | 'slot';

export const FORM_VALUES: readonly FormValue[] = [...TEXT_FIELDS, 'broadcastTime', 'platforms', 'creators', 'authors', 'producingUnits', 'producedDay', 'unit', 'slot'];
