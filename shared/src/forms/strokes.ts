import type { SignRequest } from '../contracts/work.js';
import { integer, listOf, misshapen, number, record, type Reader } from '../shape.js';

type Strokes = SignRequest['strokes'];

const MOST_LINES = 200;
const MOST_NUMBERS = 12_000;
const side = integer(1, 10_000);
/** A finger may leave the pad, and no pad is wider than this. */
const [FIRST_PLACE, LAST_PLACE] = [-10_000, 20_000];
const DAY_MS = 86_400_000;

/** x, y, milliseconds of one point after the other. */
const line: Reader<number[]> = (value) => {
  const numbers = listOf(number(FIRST_PLACE, DAY_MS), MOST_NUMBERS, 3)(value);
  const fits = numbers.length % 3 === 0 && numbers.every((entry, index) => (index % 3 === 2 ? entry >= 0 : entry <= LAST_PLACE));
  return fits ? numbers : misshapen({ what: 'type' });
};

/** How a signature was drawn, as it is kept beside its picture. */
export const readStrokes: Reader<Strokes> = record<Strokes>({ width: side, height: side, lines: listOf(line, MOST_LINES) });
