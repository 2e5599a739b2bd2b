/**
 * Reads a value from outside (a body, a stored JSON column, a file) as the type it claims to be. Readers are said once a
 * type: `record<T>` does not compile while a key is missing. All faults are told together, each with its path.
 */
export type Reader<T> = (value: unknown) => T;

/** One thing that is not as it should be. Path: `unitTypes.2.quota`; empty: the value itself. */
export type ShapeFault = { path: string } & (
  | { what: 'missing' | 'unknown' | 'type' | 'choice' }
  /** A number, or how many entries a list has, beyond its bounds. */
  | { what: 'range' | 'count'; min: number; max: number }
  /** A text of more characters than it may have. */
  | { what: 'long'; most: number }
);

/** A value is not of its shape: a broken client, never a typing error of a person. */
export class ShapeError extends Error {
  constructor(readonly faults: readonly [ShapeFault, ...ShapeFault[]]) {
    super(faults.map(({ path, what }) => `${path || 'value'}: ${what}`).join(', '));
  }
}

type FaultWithoutPath = ShapeFault extends infer F ? (F extends ShapeFault ? Omit<F, 'path'> : never) : never;

export function misshapen(fault: FaultWithoutPath): never {
  throw new ShapeError([{ path: '', ...fault }]);
}

export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : misshapen({ what: 'type' }));

/** A text of at most so many UTF-16 units: a bound for storage. What a person may write is counted by the rules. */
export function text(most: number, least = 0): Reader<string> {
  return (value) => {
    if (typeof value !== 'string') return misshapen({ what: 'type' });
    if (value.length > most) return misshapen({ what: 'long', most });
    return value.trim().length < least ? misshapen({ what: 'missing' }) : value;
  };
}

/** Both bounds belong to it. */
export function number(min: number, max: number): Reader<number> {
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return misshapen({ what: 'type' });
    return value < min || value > max ? misshapen({ what: 'range', min, max }) : value;
  };
}

export function integer(min: number, max: number): Reader<number> {
  const within = number(min, max);
  return (value) => (typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value) ? misshapen({ what: 'type' }) : within(value));
}

export function oneOf<T extends string>(...choices: readonly T[]): Reader<T> {
  return (value) => choices.find((choice) => choice === value) ?? misshapen({ what: typeof value === 'string' ? 'choice' : 'type' });
}

export const orNull = <T>(read: Reader<T>): Reader<T | null> => (value) => (value === null ? null : read(value));

/** For a key that may be absent; `null` is not absent. */
export const optional = <T>(read: Reader<T>): Reader<T | undefined> => (value) => (value === undefined ? undefined : read(value));

export function listOf<T>(read: Reader<T>, most: number, least = 0): Reader<T[]> {
  return (value) => {
    if (!Array.isArray(value)) return misshapen({ what: 'type' });
    if (value.length < least || value.length > most) return misshapen({ what: 'count', min: least, max: most });
    return allOf(value.map((entry: unknown, index) => [String(index), () => read(entry)])).map(([, item]) => item);
  };
}

type Readers<T> = { [K in keyof T]-?: Reader<T[K]> };

/** An object with these keys. Others are refused, or left out where a client may know more than we do. */
export function record<T extends object>(readers: Readers<T>, others: 'refuse' | 'leave-out' = 'refuse'): Reader<T> {
  const known = Object.entries<Reader<unknown>>(readers);
  return (value) => {
    const source = asObject(value);
    const strangers = others === 'refuse' ? Object.keys(source).filter((key) => !Object.hasOwn(readers, key)) : [];
    const entries = allOf<unknown>([
      ...known.map(([key, read]): Attempt<unknown> => [key, () => readKey(source, key, read)]),
      ...strangers.map((key): Attempt<unknown> => [key, () => misshapen({ what: 'unknown' })]),
    ]);
    // Every key of T has been read by the reader of its own type.
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined)) as unknown as T;
  };
}

/** An object that may have any of these keys, all with values of one kind. */
export function partialRecord<K extends string, T>(keys: readonly K[], read: Reader<T>): Reader<Partial<Record<K, T>>> {
  const readers = Object.fromEntries(keys.map((key) => [key, optional(read)]));
  return record<Partial<Record<K, T>>>(readers as unknown as Readers<Partial<Record<K, T>>>);
}

/** One of several shapes, told apart by the text at one key. */
export function byKind<T extends object>(key: string & keyof T, kinds: Record<string, Reader<T>>): Reader<T> {
  return (value) => {
    const kind = asObject(value)[key];
    if (typeof kind === 'string' && Object.hasOwn(kinds, kind)) return (kinds[kind] as Reader<T>)(value);
    throw new ShapeError([{ path: key, what: kind === undefined ? 'missing' : typeof kind === 'string' ? 'choice' : 'type' }]);
  };
}

type Attempt<T> = [key: string, read: () => T];

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : misshapen({ what: 'type' });
}

function readKey(source: Record<string, unknown>, key: string, read: Reader<unknown>): unknown {
  const value = Object.hasOwn(source, key) ? source[key] : undefined;
  try {
    return read(value);
  } catch (error) {
    if (value === undefined && error instanceof ShapeError) return misshapen({ what: 'missing' });
    throw error;
  }
}

/** What every attempt reads; the faults of all of them, under their keys, if any fails. */
function allOf<T>(attempts: readonly Attempt<T>[]): [string, T][] {
  const faults: ShapeFault[] = [];
  const entries: [string, T][] = [];
  for (const [key, read] of attempts) {
    try {
      entries.push([key, read()]);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      faults.push(...error.faults.map((fault) => ({ ...fault, path: fault.path === '' ? key : `${key}.${fault.path}` })));
    }
  }
  const [first, ...more] = faults;
  if (first) throw new ShapeError([first, ...more]);
  return entries;
}
