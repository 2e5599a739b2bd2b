import { runFfmpeg, type FilmSource } from '../film-source.js';
import { parseFrameLines } from '../frame-lines.js';

/** Samples are this size whatever the film's shape: everything is measured in shares of its width and height. */
export const WIDTH = 320;
export const HEIGHT = 180;

/** One picture of the film in shades of grey (0 to 255), row by row. */
export interface Sample {
  atMs: number;
  grey: Uint8Array;
}

const SMALL = `scale=${WIDTH}:${HEIGHT}:flags=area,format=gray`;
/** The raw format counts pictures, not time: numbered evenly, none of them is doubled or dropped. */
const EVENLY = 'settb=1/25,setpts=N';
/** Key frames that follow each other faster say nothing new. */
const APART = "select='isnan(prev_selected_t)+gte(t-prev_selected_t,0.9)'";
const MOST_SAMPLES = 700;
const LIMITS = { wallMs: 60_000, outputBytes: MOST_SAMPLES * WIDTH * HEIGHT };

/** A picture every other second, or as the film's key frames come: other frames are not even read. */
export function keySamples(film: FilmSource, stream: number): Promise<Sample[]> {
  return sampled(film, stream, ['-copyts', '-discard', 'nokey', '-threads', '1'], APART, 0);
}

/** Two pictures a second of a stretch, decoded from the key frame before it. */
export function denseSamples(film: FilmSource, stream: number, fromMs: number, toMs: number): Promise<Sample[]> {
  return sampled(film, stream, ['-threads', '2', '-ss', seconds(fromMs), '-t', seconds(toMs - fromMs)], 'fps=2', fromMs);
}

/** A picture every two seconds of a stretch without key frames; frames no other needs are left out, and fine filtering. */
export function sparseSamples(film: FilmSource, stream: number, fromMs: number, toMs: number): Promise<Sample[]> {
  const hurried = ['-skip_frame', 'noref', '-skip_loop_filter', 'all'];
  return sampled(film, stream, ['-threads', '2', ...hurried, '-ss', seconds(fromMs), '-t', seconds(toMs - fromMs)], 'fps=1/2', fromMs);
}

/**
 * Pictures go to standard output, their times to the other: one run tells both. Each output has a filter of its own,
 * because ffmpeg forgets what not to read when one graph serves both.
 */
async function sampled(film: FilmSource, stream: number, before: string[], choice: string, offsetMs: number): Promise<Sample[]> {
  const times = ['-map', `0:${stream}`, '-vf', `${choice},crop=2:2:0:0`, '-flush_packets', '1', '-f', 'framecrc', 'pipe:2'];
  const pictures = ['-map', `0:${stream}`, '-vf', `${choice},${SMALL},${EVENLY}`, '-r', '25', '-f', 'rawvideo'];
  const run = await runFfmpeg(film, ['-v', 'error', ...before], [...times, ...pictures], LIMITS);
  return parseFrameLines(run.stderr).slice(0, Math.floor(run.output.length / (WIDTH * HEIGHT))).map(({ startMs }, i) => ({
    atMs: Math.max(0, Math.round(startMs + offsetMs)),
    grey: run.output.subarray(i * WIDTH * HEIGHT, (i + 1) * WIDTH * HEIGHT),
  }));
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);
