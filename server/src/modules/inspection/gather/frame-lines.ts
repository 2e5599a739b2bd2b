/** One packet or decoded frame as ffmpeg's framecrc format lists it, in milliseconds on the film's clock. */
export interface FrameLine {
  /** Number of the output stream. */
  stream: number;
  startMs: number;
  endMs: number;
  isKey: boolean;
}

const LINE = /^(\d+),\s*-?\d+,\s*(-?\d+),\s*(\d+),\s*\d+,\s*0x[0-9a-f]+(?:,\s*F=0x([0-9A-F]+))?/u;
const TIME_BASE = /^#tb (\d+): (\d+)\/(\d+)$/u;
const KEY = 1;
const DISCARD = 4;

/** Reads framecrc output. Packets an edit list cuts away are left out: nobody gets to see them. */
export function parseFrameLines(text: string): FrameLine[] {
  const msPerTick = new Map<number, number>();
  const frames: FrameLine[] = [];
  for (const line of text.split('\n')) {
    const base = TIME_BASE.exec(line);
    if (base) msPerTick.set(Number(base[1]), (Number(base[2]) / Number(base[3])) * 1000);
    const fields = LINE.exec(line);
    if (!fields) continue;
    const [, stream, start, duration, flags] = fields;
    const tick = msPerTick.get(Number(stream)) ?? 0;
    const bits = flags === undefined ? KEY : parseInt(flags, 16);
    if (bits & DISCARD) continue;
    const startMs = Number(start) * tick;
    frames.push({ stream: Number(stream), startMs, endMs: startMs + Number(duration) * tick, isKey: (bits & KEY) !== 0 });
  }
  return frames;
}

/** Where the last of them ends; null if there is none. */
export function endOf(frames: readonly FrameLine[]): number | null {
  return frames.reduce<number | null>((end, frame) => (end === null ? frame.endMs : Math.max(end, frame.endMs)), null);
}
