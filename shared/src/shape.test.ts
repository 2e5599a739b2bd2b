import { describe, expect, it } from 'vitest';
import { byKind, flag, integer, listOf, number, oneOf, optional, orNull, partialRecord, record, ShapeError, text, type Reader } from './shape.js';

function faultsOf(read: Reader<unknown>, value: unknown): string[] {
  try {
    read(value);
    return [];
  } catch (error) {
    if (error instanceof ShapeError) return error.faults.map(({ path, what }) => `${path} ${what}`);
    throw error;
  }
}

interface Cup {
  name: string;
  size: number;
  lid: 'none' | 'tin' | null;
  marks: { at: number }[];
  isOld?: boolean;
}

const cup = record<Cup>({ name: text(5, 1), size: integer(1, 10), lid: orNull(oneOf('none', 'tin')), marks: listOf(record<{ at: number }>({ at: number(0, 1) }), 2, 1), isOld: optional(flag) });
const good: Cup = { name: '杯', size: 3, lid: null, marks: [{ at: 0.5 }] };

describe('a shape', () => {
  it('reads what has it, and nothing else', () => {
    expect(cup(good)).toEqual(good);
    expect(cup({ ...good, isOld: true })).toEqual({ ...good, isOld: true });
    expect(Object.keys(cup({ ...good, isOld: undefined }))).not.toContain('isOld');
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', null, [' type']],
    ['a list', [], [' type']],
    ['an empty object', {}, ['name missing', 'size missing', 'lid missing', 'marks missing']],
    ['a key nobody knows', { ...good, handle: 1 }, ['handle unknown']],
    ['a key every object inherits', JSON.parse('{"name":"杯","size":3,"lid":null,"marks":[{"at":0}],"__proto__":{"isOld":true}}'), ['__proto__ unknown']],
    ['blanks', { ...good, name: '  ' }, ['name missing']],
    ['too long a text', { ...good, name: '一二三四五六' }, ['name long']],
    ['a number as a text', { ...good, size: '3' }, ['size type']],
    ['half a cup', { ...good, size: 2.5 }, ['size type']],
    ['no number', { ...good, size: Number.NaN }, ['size type']],
    ['one below and one above', { ...good, size: 0, marks: [{ at: 1.1 }] }, ['size range', 'marks.0.at range']],
    ['a choice there is not', { ...good, lid: 'lead' }, ['lid choice']],
    ['null where there is no null', { ...good, isOld: null }, ['isOld type']],
    ['an empty list', { ...good, marks: [] }, ['marks count']],
    ['too long a list', { ...good, marks: [{ at: 0 }, { at: 0 }, { at: 0 }] }, ['marks count']],
    ['an entry of another shape', { ...good, marks: [{ at: 0 }, 7] }, ['marks.1 type']],
  ])('refuses %s, naming every path', (_name, value, faults) => {
    expect(faultsOf(cup, value)).toEqual(faults);
  });

  it('leaves out what it does not know where it is told to', () => {
    expect(record<{ a: boolean }>({ a: flag }, 'leave-out')({ a: true, b: 1 })).toEqual({ a: true });
  });

  it('reads any of some keys', () => {
    const modes = partialRecord(['O1', 'V2'], oneOf('block', 'off'));
    expect(modes({ V2: 'off' })).toEqual({ V2: 'off' });
    expect(faultsOf(modes, { V2: null, X: 'off' })).toEqual(['V2 type', 'X unknown']);
  });

  it('tells shapes apart by their kind', () => {
    type Shape = { kind: 'dot' } | { kind: 'line'; length: number };
    const shape = byKind<Shape>('kind', { dot: record<Shape & { kind: 'dot' }>({ kind: oneOf('dot') }), line: record<Shape & { kind: 'line' }>({ kind: oneOf('line'), length: number(0, 9) }) });
    expect(shape({ kind: 'line', length: 3 })).toEqual({ kind: 'line', length: 3 });
    expect(faultsOf(shape, { kind: 'dot', length: 3 })).toEqual(['length unknown']);
    expect(faultsOf(shape, {})).toEqual(['kind missing']);
    expect(faultsOf(shape, { kind: 'toString' })).toEqual(['kind choice']);
  });
});
