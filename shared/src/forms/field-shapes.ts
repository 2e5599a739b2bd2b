import { flag as readFlag, listOf as readList, number, orNull as readOrNull, record as readRecord, text as readText, type Reader } from '../shape.js';
import { canonical } from './canonical.js';

/** How the value of a field is read from a client, completed from what was stored before a part of it existed, and hashed. */
export interface Shape<T> {
  /** Set of fields it came with: 1 is the first. */
  since: number;
  empty: T;
  read: Reader<T>;
  /** A stored value of an older shape with what it lacks; what is of no shape at all becomes empty. */
  complete: (stored: unknown) => T;
  /** What of it is hashed: a part that came later counts from the day it is filled in, so that its coming unsigns nothing. */
  content(value: T): unknown;
}

type Shapes<T> = { [K in keyof T]: Shape<T[K]> };

const plain = <T>(empty: T, read: Reader<T>, isShaped: (stored: unknown) => stored is T): Shape<T> => ({
  since: 1, empty, read, complete: (stored) => (isShaped(stored) ? stored : empty), content: (value) => value,
});

const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const DAY_MS = 86_400_000;

/** A text of at most so many UTF-16 units: far above every limit, so that nothing typed is cut. */
export const text = (most: number): Shape<string> => plain('', readText(most), isText);

export const flag: Shape<boolean> = plain(false, readFlag, (value): value is boolean => typeof value === 'boolean');

export const millis: Shape<number> = plain(
  0, (value) => Math.round(number(0, DAY_MS - 1)(value)), (value): value is number => typeof value === 'number',
);

export const orNull = (most: number): Shape<string | null> => plain<string | null>(
  null, readOrNull(readText(most)), (value): value is string | null => value === null || isText(value),
);

export const listOf = <T>(shape: Shape<T>, most: number): Shape<T[]> => ({
  since: 1, empty: [], read: readList(shape.read, most),
  complete: (stored) => (Array.isArray(stored) ? stored.map(shape.complete) : []),
  content: (list) => list.map(shape.content),
});

/** Marks what came with a later set of fields. Clients that do not know it yet need not send it. */
export function later<T>(since: number, shape: Shape<T>): Shape<T> {
  return since === 1 ? shape : { ...shape, since, read: (value) => (value === undefined ? shape.empty : shape.read(value)) };
}

export function record<T extends object>(shapes: Shapes<T>): Shape<T> {
  const keys = Object.keys(shapes) as (keyof T & string)[];
  // Every key of T, by the shape of its own.
  const each = (of: <K extends keyof T>(key: K) => T[K]): T => Object.fromEntries(keys.map((key) => [key, of(key)])) as T;
  const readers = Object.fromEntries(keys.map((key) => [key, shapes[key].read])) as unknown as Parameters<typeof readRecord<T>>[0];
  return {
    since: 1,
    empty: each((key) => shapes[key].empty),
    read: readRecord<T>(readers, 'leave-out'),
    // What is stored beside the known keys stays: it was hashed with them.
    complete: (stored) => ({
      ...(isObject(stored) ? stored : {}),
      ...each((key) => shapes[key].complete(isObject(stored) ? stored[key as string] : undefined)),
    }),
    content: (value) => contentOf(value, shapes),
  };
}

/** The parts of a record that are hashed. */
export function contentOf<T extends object>(value: T, shapes: Shapes<T>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const shape = (shapes as Record<string, Shape<unknown> | undefined>)[key];
    if (!shape) return [[key, part]];
    return shape.since > 1 && canonical(part) === canonical(shape.empty) ? [] : [[key, shape.content(part)]];
  }));
}
