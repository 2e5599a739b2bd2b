import { runFfmpeg, StageFailure, type FilmSource } from '../inspection/gather/film-source.js';
import { mainTracks } from '../inspection/gather/main-tracks.js';

/** Grey picture a fingerprint is taken from: eight differences side by side in each of eight rows. */
const WIDTH = 9;
const HEIGHT = 8;
const FRAME_BYTES = WIDTH * HEIGHT;
/** Longest film that is looked at; a longer one has failed by its length. */
const LONGEST_SECONDS = 600;
/** A picture with less between its darkest and brightest point says nothing about the film it is from. */
const FLAT_RANGE = 24;
/** Neighbours that differ, of 64: fewer, and the picture is one shape on a flat ground, as a hundred title cards are. */
const FEWEST_EDGES = 20;

/** What is kept of one second: when it is, its hash and the hash of its mirror image. */
export const RECORD_BYTES = 18;

/**
 * The fingerprint of a film: a 64-bit difference hash of one picture per second, and of its mirror image. Pictures
 * without shape are left out. Throws a StageFailure when the tool could not do it.
 */
export async function takeFingerprint(film: FilmSource): Promise<Buffer> {
  return fingerprintOf(await greyFrames(film));
}

/** Reference pictures suffice, unfiltered: the picture is shrunk to 72 points. A film that is too much even so gives its key pictures. */
async function greyFrames(film: FilmSource): Promise<Buffer> {
  try {
    return await decode(film, 'noref');
  } catch (error) {
    if (!(error instanceof StageFailure)) throw error;
    return decode(film, 'nokey');
  }
}

async function decode(film: FilmSource, skip: 'noref' | 'nokey'): Promise<Buffer> {
  const shrink = `fps=1,scale=${WIDTH}:${HEIGHT}:flags=area,format=gray`;
  const run = await runFfmpeg(
    film,
    ['-v', 'error', '-skip_frame', skip, '-skip_loop_filter', 'all', '-t', String(LONGEST_SECONDS)],
    ['-map', (await mainTracks(film)).picture, '-an', '-sn', '-dn', '-vf', shrink, '-f', 'rawvideo', '-pix_fmt', 'gray'],
    { wallMs: 120_000, outputBytes: (LONGEST_SECONDS + 60) * FRAME_BYTES },
  );
  if (run.exitCode !== 0 && run.output.length === 0) throw new StageFailure('画面无法读取');
  return run.output;
}

/** Whole frames of grey points, one per second, as a fingerprint. */
export function fingerprintOf(frames: Buffer): Buffer {
  const records: Buffer[] = [];
  for (let second = 0; (second + 1) * FRAME_BYTES <= frames.length; second += 1) {
    const record = recordOf(frames.subarray(second * FRAME_BYTES, (second + 1) * FRAME_BYTES), second);
    if (record) records.push(record);
  }
  return Buffer.concat(records);
}

function recordOf(frame: Buffer, second: number): Buffer | null {
  if (Math.max(...frame) - Math.min(...frame) < FLAT_RANGE) return null;
  const record = Buffer.alloc(RECORD_BYTES);
  record.writeUInt16BE(second, 0);
  let edges = 0;
  for (let row = 0; row < HEIGHT; row += 1) {
    for (let column = 0; column < WIDTH - 1; column += 1) {
      const step = (frame[row * WIDTH + column + 1] ?? 0) - (frame[row * WIDTH + column] ?? 0);
      if (step > 0) setBit(record, 2 + row, column);
      if (step < 0) setBit(record, 10 + row, WIDTH - 2 - column);
      if (step !== 0) edges += 1;
    }
  }
  return edges < FEWEST_EDGES ? null : record;
}

const setBit = (record: Buffer, at: number, bit: number): number => record.writeUInt8(record.readUInt8(at) | (1 << bit), at);
