import { integer, listOf, number, oneOf, record, text, type Reader } from '../shape.js';
import { BOUNDS, CONFIG_TEXTS } from './bounds.js';
import { readPaperLine } from './form-design-shape.js';
import { LIST_VALUES, type Criterion, type ListColumn, type PackedItem, type PaperTexts } from './paper-texts.js';

const short = text(CONFIG_TEXTS.short);
const long = text(CONFIG_TEXTS.long);
const lines = listOf(long, 30);
const widthMm = number(...BOUNDS.widthMm);
const columns = listOf(record<ListColumn>({ value: oneOf(...LIST_VALUES), label: short, widthMm }), 30, 1);
const closing = listOf(readPaperLine, 30);

type Part<K extends keyof PaperTexts> = PaperTexts[K];

export const readPaperTexts: Reader<PaperTexts> = record<PaperTexts>({
  summary: record<Part<'summary'>>({ title: short, lead: long, columns, notes: lines, closing }),
  letter: record<Part<'letter'>>({ title: short, addressee: short, body: lines, columns, closing }),
  packing: record<Part<'packing'>>({ title: short, lead: long, columns, items: listOf(record<PackedItem>({ name: short, count: short, note: long }), 30), closing }),
  parcel: record<Part<'parcel'>>({ title: short, lines }),
  disc: record<Part<'disc'>>({ above: lines, below: lines }),
  certificate: record<Part<'certificate'>>({ title: short, number: long, body: lines, closing }),
  score: record<Part<'score'>>({ title: short, lead: lines, criteria: listOf(record<Criterion>({ id: text(CONFIG_TEXTS.id, 1), label: short, points: number(...BOUNDS.points), hint: long }), 30, 1), closing }),
  meeting: record<Part<'meeting'>>({
    title: short, lead: long, works: columns,
    people: listOf(record<Part<'meeting'>['people'][number]>({ label: short, widthMm }), 30, 1),
    places: integer(...BOUNDS.seats), closing,
  }),
});
