import { RECORD_BYTES } from './fingerprint.js';
import { bitsIn, inOrder, MOST_STRETCHES, type LikeStretch } from './stretch.js';

export interface Likeness {
  /** Part of the shorter film whose pictures are in the other, in the same order: 0 to 1. */
  share: number;
  isMirrored: boolean;
  stretches: LikeStretch[];
}

/** Two pictures whose hashes differ in more bits are two pictures. */
const MOST_BITS = 10;
/** Works that share less are two works. */
export const LEAST_SHARE = 0.5;
/** Chance does not put this many alike pictures one after the other, a second apart. */
const LEAST_RUN = 4;
/** Pictures within a run that may be unlike: cuts fall on other frames. */
const GAP_SECONDS = 3;
/** A film of which fewer pictures have a shape cannot be compared. */
const FEWEST_PICTURES = 15;

interface Prints {
  count: number;
  seconds: Uint16Array;
  /** Two halves of each hash, and of each mirrored one. */
  hashes: Uint32Array;
  mirrored: Uint32Array;
}

/** A film of title cards and flat colours has nothing to be recognised by. */
export const isComparable = (print: Buffer): boolean => print.length >= FEWEST_PICTURES * RECORD_BYTES;

/** How alike two films are, or null where they are two works. */
export function compareFingerprints(one: Buffer, other: Buffer): Likeness | null {
  if (!isComparable(one) || !isComparable(other)) return null;
  const [a, b] = [readPrints(one), readPrints(other)];
  const straight = align(a, b, b.hashes);
  const mirrored = align(a, b, b.mirrored);
  const best = mirrored.share > straight.share ? mirrored : straight;
  if (best.share < LEAST_SHARE) return null;
  return { share: best.share, isMirrored: best === mirrored, stretches: inOrder(best.runs.slice(0, MOST_STRETCHES).map(toStretch)) };
}

interface Run {
  /** Seconds of the first film, in order. */
  seconds: number[];
  /** How much later the same picture comes in the other. */
  offset: number;
}

const toStretch = ({ seconds, offset }: Run): LikeStretch => {
  const [from, to] = [seconds[0] ?? 0, seconds.at(-1) ?? 0];
  return { fromMs: from * 1000, toMs: (to + 1) * 1000, otherFromMs: Math.max(0, from + offset) * 1000 };
};

/** Alike pictures count only in runs: the same distance apart in both films, one after the other. Each picture counts once. */
function align(a: Prints, b: Prints, hashes: Uint32Array): { share: number; runs: Run[] } {
  const taken = new Set<number>();
  const takenOther = new Set<number>();
  const runs: Run[] = [];
  const candidates = [...offsets(a, b, hashes)].flatMap(([offset, seconds]) => runsOf(seconds, offset));
  for (const candidate of candidates.sort((x, y) => y.seconds.length - x.seconds.length)) {
    const seconds = candidate.seconds.filter((second) => !taken.has(second) && !takenOther.has(second + candidate.offset));
    if (seconds.length < LEAST_RUN) continue;
    for (const second of seconds) {
      taken.add(second);
      takenOther.add(second + candidate.offset);
    }
    runs.push({ seconds, offset: candidate.offset });
  }
  return { share: Math.min(1, taken.size / Math.min(a.count, b.count)), runs };
}

/** Seconds of the first film by how much later a picture like it comes in the other. */
function offsets(a: Prints, b: Prints, hashes: Uint32Array): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let i = 0; i < a.count; i += 1) {
    const [high, low, second] = [a.hashes[i * 2] ?? 0, a.hashes[i * 2 + 1] ?? 0, a.seconds[i] ?? 0];
    for (let j = 0; j < b.count; j += 1) {
      const bits = bitsIn(high ^ (hashes[j * 2] ?? 0)) + bitsIn(low ^ (hashes[j * 2 + 1] ?? 0));
      if (bits > MOST_BITS) continue;
      const offset = (b.seconds[j] ?? 0) - second;
      const seconds = found.get(offset);
      if (seconds) seconds.push(second);
      else found.set(offset, [second]);
    }
  }
  return found;
}

function runsOf(seconds: readonly number[], offset: number): Run[] {
  const runs: Run[] = [];
  for (const second of seconds) {
    const last = runs.at(-1);
    if (last && second - (last.seconds.at(-1) ?? 0) <= GAP_SECONDS) last.seconds.push(second);
    else runs.push({ seconds: [second], offset });
  }
  return runs.filter((run) => run.seconds.length >= LEAST_RUN);
}

function readPrints(bytes: Buffer): Prints {
  const count = Math.floor(bytes.length / RECORD_BYTES);
  const prints: Prints = { count, seconds: new Uint16Array(count), hashes: new Uint32Array(count * 2), mirrored: new Uint32Array(count * 2) };
  for (let i = 0; i < count; i += 1) {
    const at = i * RECORD_BYTES;
    prints.seconds[i] = bytes.readUInt16BE(at);
    for (const half of [0, 1]) {
      prints.hashes[i * 2 + half] = bytes.readUInt32BE(at + 2 + half * 4);
      prints.mirrored[i * 2 + half] = bytes.readUInt32BE(at + 10 + half * 4);
    }
  }
  return prints;
}
