import type { BroadcastRecord, Creator, FormField, ProducingUnit, QuotedMaterial, TimeRange, WorkForm } from './work-form.js';

/** Longest text a field keeps while it is being written: far above every limit, so that nothing typed is cut. */
const LONGEST_TEXT = 3_000;
const LONGEST_SHORT = 300;

type Reader<T> = (value: unknown) => T;

/** Thrown when a value is not of its field's shape: a broken client, never a typing error of a person. */
export class ShapeError extends Error {}

const fail = (what: string): never => {
  throw new ShapeError(what);
};

const text = (longest: number): Reader<string> => (value) => (typeof value === 'string' && value.length <= longest ? value : fail('text'));
const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : fail('flag'));
const orNull = <T>(read: Reader<T>): Reader<T | null> => (value) => (value === null ? null : read(value));
const listOf = <T>(read: Reader<T>, most: number): Reader<T[]> => (value) => (Array.isArray(value) && value.length <= most ? value.map(read) : fail('list'));
const millis: Reader<number> = (value) => (typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 86_400_000 ? Math.round(value) : fail('time'));

function record<T extends object>(readers: { [K in keyof T]: Reader<T[K]> }): Reader<T> {
  return (value) => {
    if (typeof value !== 'object' || value === null) return fail('record');
    const source = value as Record<string, unknown>;
    const read = (key: string, reader: Reader<unknown>): [string, unknown] => [key, reader(source[key])];
    return Object.fromEntries(Object.entries<Reader<unknown>>(readers).map(([key, reader]) => read(key, reader))) as unknown as T;
  };
}

const short = text(LONGEST_SHORT);
const id = text(40);

const creator = record<Creator>({ id, name: short, organisation: short, post: short });
const producingUnit = record<ProducingUnit>({ id, name: short, creditCode: short });
const broadcast = record<BroadcastRecord>({ id, day: text(10), platform: short, categoryId: text(40), url: text(500), proofIds: listOf(id, 12) });
const range = record<TimeRange>({ fromMs: millis, toMs: millis });
const material = record<QuotedMaterial>({
  id, kindId: text(40), note: short, ranges: listOf(range, 20), licenceWay: short, licenceTerritory: short, licenceTerm: short, proofIds: listOf(id, 12),
});

const readers: { [F in FormField]: Reader<WorkForm[F]> } = {
  unitId: orNull(id), title: short, field: short, producedDay: text(10), madeByUnit: flag, listedAreaCode: orNull(text(6)),
  creators: listOf(creator, 30), producingUnits: listOf(producingUnit, 10), authorMobile: text(40), address: short, phone: text(40), email: text(254),
  broadcasts: listOf(broadcast, 20), summary: text(LONGEST_TEXT), innovations: text(LONGEST_TEXT), reach: text(LONGEST_TEXT),
  allOriginal: flag, materials: listOf(material, 40), commitmentAccepted: flag,
};

export function isFormField(name: string): name is FormField {
  return Object.hasOwn(readers, name);
}

/** The value of a field as it may be stored: only the known properties, bounded. Throws ShapeError. */
export function readField<F extends FormField>(field: F, value: unknown): WorkForm[F] {
  return readers[field](value);
}

/** Ids of all files a form points to. */
export function fileIdsOf(form: WorkForm): string[] {
  return [...form.broadcasts, ...form.materials].flatMap((entry) => entry.proofIds);
}
