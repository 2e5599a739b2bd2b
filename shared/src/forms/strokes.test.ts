import { describe, expect, it } from 'vitest';
import { ShapeError } from '../shape.js';
import { readStrokes } from './strokes.js';

const pathsOf = (value: unknown): string[] => {
  try {
    readStrokes(value);
    return [];
  } catch (error) {
    if (error instanceof ShapeError) return error.faults.map(({ path }) => path);
    throw error;
  }
};

const strokes = (...lines: unknown[]) => ({ width: 300, height: 150, lines });

describe('the strokes of a signature', () => {
  it('are kept as they were drawn', () => {
    expect(readStrokes(strokes([1, 2, 0, 30.5, -4, 16]))).toEqual(strokes([1, 2, 0, 30.5, -4, 16]));
  });

  it.each<[string, unknown, string[]]>([
    ['no strokes', null, ['']],
    ['no pad', { ...strokes([1, 2, 0]), width: 0 }, ['width']],
    ['a pad and more', { ...strokes([1, 2, 0]), undone: [] }, ['undone']],
    ['lines of words', strokes(['x', 'y', 'ms']), ['lines.0.0', 'lines.0.1', 'lines.0.2']],
    ['a line within a line', strokes([1, 2, 0], [[1, 2, 0], 2, 0]), ['lines.1.0']],
    ['half a point', strokes([1, 2, 0, 3]), ['lines.0']],
    ['nothing in a line', strokes([]), ['lines.0']],
    ['time that runs back', strokes([1, 2, -5]), ['lines.0']],
    ['a point off every screen', strokes([1, 99_999, 0]), ['lines.0']],
    ['too many lines', strokes(...Array.from({ length: 201 }, () => [1, 2, 0])), ['lines']],
  ])('are not %s', (_name, value, paths) => expect(pathsOf(value)).toEqual(paths));
});
