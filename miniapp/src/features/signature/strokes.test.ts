import { describe, expect, it } from 'vitest';
import { beginLine, canRedo, clearLines, extendLine, fitted, fromZero, isBlank, noStrokes, redoLine, sideways, undoLine, type Strokes } from './strokes';

const drawn = (...lines: [number, number, number][][]): Strokes =>
  lines.reduce<Strokes>((strokes, [first, ...rest]) => {
    if (!first) return strokes;
    const begun = beginLine(strokes, { x: first[0], y: first[1], at: first[2] });
    return rest.reduce((sofar, [x, y, at]) => extendLine(sofar, { x, y, at }), begun);
  }, noStrokes(300, 200));

describe('a signature', () => {
  it('is blank while only dots were made', () => {
    expect(isBlank(noStrokes(300, 200))).toBe(true);
    expect(isBlank(drawn([[10, 10, 0]]))).toBe(true);
    expect(isBlank(drawn([[10, 10, 0], [40, 10, 5]]))).toBe(false);
  });

  it('loses its last line when that is taken back, and nothing else', () => {
    const two = drawn([[0, 0, 0], [50, 0, 10]], [[0, 50, 20], [50, 50, 30]]);
    expect(undoLine(two).lines).toEqual([[0, 0, 0, 50, 0, 10]]);
  });

  it('gets back what was taken back, line by line, until the next one is drawn', () => {
    const two = drawn([[0, 0, 0], [50, 0, 10]], [[0, 50, 20], [50, 50, 30]]);
    expect(redoLine(undoLine(two)).lines).toEqual(two.lines);
    expect(redoLine(redoLine(clearLines(two))).lines).toEqual(two.lines);
    expect(canRedo(beginLine(undoLine(two), { x: 1, y: 1, at: 40 }))).toBe(false);
    expect(fromZero(undoLine(two))).toEqual({ width: 300, height: 200, lines: [[0, 0, 0, 50, 0, 10]] });
  });

  it('stays small enough to be kept however long somebody scribbles', () => {
    let strokes = beginLine(noStrokes(300, 200), { x: 0, y: 0, at: 0 });
    for (let index = 0; index < 20_000; index += 1) strokes = extendLine(strokes, { x: (index * 37) % 300, y: (index * 53) % 200, at: index * 8 });
    expect(JSON.stringify(fromZero(strokes)).length).toBeLessThan(60_000);
  });

  it('tells times from the first touch on', () => expect(fromZero(drawn([[0, 0, 5_000], [50, 0, 5_040]])).lines).toEqual([[0, 0, 0, 50, 0, 40]]));

  it('fits on a smaller pad whole and undistorted', () => {
    const small = fitted(drawn([[0, 0, 0], [300, 200, 9]]), 150, 150);
    expect(small.lines).toEqual([[0, 25, 0, 150, 125, 9]]);
  });

  it('written on a phone held sideways reads from left to right', () => {
    // Writing along the long side, from the phone's top downwards, is writing to the right.
    const [from, to] = [sideways({ x: 200, y: 50, at: 0 }, 300), sideways({ x: 200, y: 400, at: 1 }, 300)];
    expect(to.x).toBeGreaterThan(from.x);
    expect(to.y).toBe(from.y);
    // The phone's right edge is the writer's upper edge.
    expect(sideways({ x: 290, y: 50, at: 0 }, 300).y).toBeLessThan(sideways({ x: 10, y: 50, at: 0 }, 300).y);
  });
});
