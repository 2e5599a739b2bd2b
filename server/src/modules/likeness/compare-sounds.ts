import { ITEM_BYTES, ITEM_MS } from './soundprint.js';
import { bitsIn, inOrder, type LikeStretch } from './stretch.js';

/** What Chromaprint says of silence. */
const SILENCE = 627_964_279;
/** About 25 seconds: two films that share less do not share their sound. Shorter stretches were alike by chance. */
const LEAST_ITEMS = 200;
/** Of 32 bits, the part that may differ: another encoding differs by 0.04, another film by 0.34. */
const MOST_ERRORS = 0.15;
/** A tone or a hum says the same again and again, in any film. */
const LEAST_VARIETY = 0.2;
/** Shifts that are looked into closely: those at which most items begin alike. */
const SHIFTS = 6;
/** An item that comes more often than this tells nothing about where it is. */
const MOST_PLACES = 24;
const MOST_FOUND = 5;

interface Pair {
  /** Position in the first film. */
  at: number;
  errors: number;
}

/** Stretches with the same sound; empty where there are none. Says nothing about whose sound it is. */
export function compareSounds(one: Buffer | null, other: Buffer | null): LikeStretch[] {
  const [a, b] = [itemsOf(one), itemsOf(other)];
  if (Math.min(a.length, b.length) < LEAST_ITEMS) return [];
  const taken = new Set<number>();
  const found: LikeStretch[] = [];
  for (const shift of likelyShifts(a, b)) {
    for (const run of runsAt(a, b, shift)) {
      const free = run.filter(({ at }) => !taken.has(at));
      if (free.length < LEAST_ITEMS || found.length === MOST_FOUND) continue;
      for (const { at } of free) taken.add(at);
      found.push(toStretch(free, shift));
    }
  }
  return inOrder(found);
}

function toStretch(run: readonly Pair[], shift: number): LikeStretch {
  const [from, to] = [run[0]?.at ?? 0, run.at(-1)?.at ?? 0];
  return { fromMs: Math.round(from * ITEM_MS), toMs: Math.round((to + 1) * ITEM_MS), otherFromMs: Math.round((from + shift) * ITEM_MS) };
}

/** How much later the same comes in the other film, by votes of items whose first half is equal. */
function likelyShifts(a: Uint32Array, b: Uint32Array): number[] {
  const places = new Map<number, number[]>();
  b.forEach((item, at) => {
    if (item === SILENCE) return;
    const known = places.get(item >>> 16);
    if (!known) places.set(item >>> 16, [at]);
    else if (known.length < MOST_PLACES) known.push(at);
  });
  const votes = new Uint16Array(a.length + b.length);
  a.forEach((item, at) => {
    if (item === SILENCE) return;
    for (const place of places.get(item >>> 16) ?? []) votes[place - at + a.length] = (votes[place - at + a.length] ?? 0) + 1;
  });
  return topOf(votes).map((index) => index - a.length);
}

function topOf(votes: Uint16Array): number[] {
  const top: number[] = [];
  votes.forEach((count, index) => {
    if (count < 3 || (top.length === SHIFTS && count <= (votes[top.at(-1) ?? 0] ?? 0))) return;
    top.push(index);
    top.sort((x, y) => (votes[y] ?? 0) - (votes[x] ?? 0));
    top.length = Math.min(top.length, SHIFTS);
  });
  return top;
}

/** Where, at this shift, at least LEAST_ITEMS items one after the other differ by no more than MOST_ERRORS. */
function runsAt(a: Uint32Array, b: Uint32Array, shift: number): Pair[][] {
  const pairs = pairsAt(a, b, shift);
  const alike = new Uint8Array(pairs.length);
  let errors = 0;
  pairs.forEach((pair, index) => {
    errors += pair.errors - (pairs[index - LEAST_ITEMS]?.errors ?? 0);
    if (index + 1 >= LEAST_ITEMS && errors / (LEAST_ITEMS * 32) < MOST_ERRORS) alike.fill(1, index + 1 - LEAST_ITEMS, index + 1);
  });
  const runs: Pair[][] = [];
  pairs.forEach((pair, index) => {
    if (!alike[index]) return;
    if (alike[index - 1]) runs.at(-1)?.push(pair);
    else runs.push([pair]);
  });
  return runs.map(trimmed).filter((run) => run.length >= LEAST_ITEMS && isVaried(run, a));
}

/** Items that face each other; where either film is silent there is nothing to compare. */
function pairsAt(a: Uint32Array, b: Uint32Array, shift: number): Pair[] {
  const pairs: Pair[] = [];
  for (let at = Math.max(0, -shift); at < Math.min(a.length, b.length - shift); at += 1) {
    const [mine, theirs] = [a[at] ?? 0, b[at + shift] ?? 0];
    if (mine !== SILENCE && theirs !== SILENCE) pairs.push({ at, errors: bitsIn(mine ^ theirs) });
  }
  return pairs;
}

/** Without the ends that only came in because the middle is so much alike. */
function trimmed(run: Pair[]): Pair[] {
  const isAlike = ({ errors }: Pair) => errors / 32 < MOST_ERRORS;
  const first = run.findIndex(isAlike);
  return first < 0 ? [] : run.slice(first, run.findLastIndex(isAlike) + 1);
}

const isVaried = (run: readonly Pair[], a: Uint32Array): boolean => new Set(run.map(({ at }) => a[at])).size >= run.length * LEAST_VARIETY;

function itemsOf(bytes: Buffer | null): Uint32Array {
  const items = new Uint32Array(Math.floor((bytes?.length ?? 0) / ITEM_BYTES));
  for (let i = 0; bytes && i < items.length; i += 1) items[i] = bytes.readUInt32LE(i * ITEM_BYTES);
  return items;
}
