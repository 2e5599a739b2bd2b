import { MOST_PIXELS, runFfmpeg, StageFailure, type FilmSource } from '../film-source.js';
import type { RawPicture } from './raw-picture.js';

/** One picture of the film. */
export interface Frame extends RawPicture {
  atMs: number;
}

/** Which pictures: of the stretch from `fromMs` on, at most one in `stepMs`. */
export interface Sampling {
  fromMs: number;
  toMs: number;
  stepMs: number;
  /** Only pictures that decode by themselves: quick, but as rare as the encoder made them. */
  keysOnly: boolean;
}

/** What of each picture is wanted, and how large. */
export interface Cut {
  width: number;
  height: number;
  filter: string;
}

/** The detector works on blocks of so many pixels. */
const BLOCK = 32;
const FULL_WIDTH = 960;
const BAND_WIDTH = 1280;
/** Subtitles stand in the lowest part of the picture. */
const BAND_SHARE = 0.3;
/** Uprights are no higher than this, so that reading one costs no more. */
const MOST_HEIGHT = 960;

/** The whole picture, small enough to read quickly. */
export function wholePicture(shown: { displayWidth: number; displayHeight: number }): Cut {
  const scale = Math.min(FULL_WIDTH / shown.displayWidth, MOST_HEIGHT / shown.displayHeight);
  return cut(Math.round(shown.displayWidth * scale), Math.round(shown.displayHeight * scale), 1);
}

/** The band subtitles stand in, larger: they are small. */
export function subtitleBand(shown: { displayWidth: number; displayHeight: number }): Cut {
  const scale = Math.min(BAND_WIDTH / shown.displayWidth, BAND_WIDTH / shown.displayHeight);
  return cut(Math.round(shown.displayWidth * scale), Math.round(shown.displayHeight * scale), BAND_SHARE);
}

function cut(width: number, height: number, share: number): Cut {
  const kept = Math.max(2, Math.round(height * share));
  const blocks = (size: number) => Math.ceil(size / BLOCK) * BLOCK;
  const filter = `scale=${width}:${height},setsar=1,crop=${width}:${kept}:0:${height - kept},pad=${blocks(width)}:${blocks(kept)}:0:0`;
  return { width: blocks(width), height: blocks(kept), filter };
}

/** Pictures of a film as bytes, with the time each one really has. None where the stretch has none. */
export async function extractFrames(film: FilmSource, streamIndex: number, { fromMs, toMs, stepMs, keysOnly }: Sampling, { width, height, filter }: Cut): Promise<Frame[]> {
  const most = Math.ceil((toMs - fromMs) / stepMs);
  if (most <= 0) return [];
  const seconds = (ms: number) => (ms / 1000).toFixed(3);
  // A little less than a step: the grid of the film's pictures is not ours.
  const spaced = `select='isnan(prev_selected_t)+gte(t-prev_selected_t,${seconds(stepMs - 20)})'`;
  const bytes = width * height * 4;
  const run = await runFfmpeg(
    film,
    ['-v', 'info', '-threads', '2', ...(keysOnly ? ['-skip_frame', 'nokey'] : []), '-ss', seconds(fromMs), '-t', seconds(toMs - fromMs)],
    ['-map', `0:${streamIndex}`, '-vf', `${spaced},showinfo,${filter},setpts=N/(25*TB)`, '-r', '25', '-frames:v', String(most), '-pix_fmt', 'rgba', '-f', 'rawvideo'],
    { wallMs: 60_000, outputBytes: bytes * most },
  );
  const times = [...run.stderr.matchAll(/showinfo[^\n]* pts_time:\s*(-?[\d.]+)/gu)].map((match) => Math.max(0, Math.round(Number(match[1]) * 1000)));
  return Array.from({ length: Math.min(most, Math.floor(run.output.length / bytes)) }, (_, i) => ({
    atMs: fromMs + (times[i] ?? i * stepMs),
    width,
    height,
    data: run.output.subarray(i * bytes, (i + 1) * bytes),
  }));
}

export function refuseTooLarge({ width, height }: { width: number; height: number }): void {
  if (width * height > MOST_PIXELS) throw new StageFailure(`画面 ${width}×${height} 超过可检测的大小`);
}
