import { normaliseName } from '../../text.js';
import type { TextFrame } from '../facts.js';

/** The text on the pictures that comes nearest to a title. */
export interface TitleMatch {
  text: string;
  atMs: number;
  /** 1: the same characters, apart from punctuation and spaces. 0: nothing in common. */
  similarity: number;
}

/** Looks for a title among what was read; null when nothing was read or no title is given. The earliest of the best wins. */
export function matchTitle(frames: readonly TextFrame[], title: string): TitleMatch | null {
  const wanted = normaliseName(title);
  if (wanted === '') return null;
  let best: TitleMatch | null = null;
  for (const { atMs, lines } of frames) {
    for (const text of candidates(lines)) {
      const similarity = similarityOf(normaliseName(text), wanted);
      if (best === null || similarity > best.similarity) best = { text, atMs, similarity };
    }
  }
  return best;
}

/** Each line, each part of a line that stands apart, and two or three lines that follow each other: titles are broken. */
function* candidates(lines: readonly string[]): Generator<string> {
  for (const [i, line] of lines.entries()) {
    yield line;
    const parts = line.split(/\s+/u);
    if (parts.length > 1) yield* parts;
    for (const count of [2, 3]) if (i + count <= lines.length) yield lines.slice(i, i + count).join(' ');
  }
}

/** 1 less the share of characters that must be changed, added or taken away. */
export function similarityOf(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  const longest = Math.max(left.length, right.length);
  if (longest === 0) return 1;
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (const [i, character] of left.entries()) {
    const next = [i + 1];
    for (const [j, other] of right.entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (character === other ? 0 : 1)));
    }
    row = next;
  }
  return 1 - (row[right.length] ?? 0) / longest;
}
