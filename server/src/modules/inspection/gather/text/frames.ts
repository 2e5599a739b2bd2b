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
  /** keys: only pictures that decode by themselves, quick, but as rare as the encoder made them. most: without those no other needs. */
  decode: 'keys' | 'most';
}

/** What of each picture is wanted, and how large. */
export interface Cut {
  width: number;
  height: number;
  filter: string;
}

/** The detector works on blocks of 32 pixels of the picture at half its size. */
const BLOCK = 64;
const MOST_WIDTH = 1472;
/** Uprights are no higher than this, so that reading one costs no more. */
const MOST_HEIGHT = 832;
/** Subtitles stand in the lowest part of the picture. */
const BAND_SHARE = 0.3;

interface Shown {
  displayWidth: number;
  displayHeight: number;
}

/** The whole picture, as large as small credits need. */
export const wholePicture = (shown: Shown): Cut => cut(shown, 1);

/** The band subtitles stand in. */
export const subtitleBand = (shown: Shown): Cut => cut(shown, BAND_SHARE);

/** Fitted to whole blocks: the picture's shape changes by less than writing minds. */
function cut({ displayWidth, displayHeight }: Shown, share: number): Cut {
  const scale = Math.min(MOST_WIDTH / displayWidth, MOST_HEIGHT / displayHeight);
  const blocks = (size: number) => Math.max(1, Math.round((size * scale) / BLOCK)) * BLOCK;
  const [width, height] = [blocks(displayWidth), blocks(displayHeight * share)];
  const lowest = share < 1 ? `crop=iw:floor(ih*${share}/2)*2:0:ih-oh,` : '';
  return { width, height, filter: `${lowest}scale=${width}:${height},setsar=1` };
}

/** Pictures of a film as bytes, with the time each one really has. None where the stretch has none. */
export async function extractFrames(film: FilmSource, streamIndex: number, { fromMs, toMs, stepMs, decode }: Sampling, { width, height, filter }: Cut): Promise<Frame[]> {
  const most = Math.ceil((toMs - fromMs) / stepMs);
  if (most <= 0) return [];
  const seconds = (ms: number) => (ms / 1000).toFixed(3);
  // A little less than a step: the grid of the film's pictures is not ours.
  const spaced = `select='isnan(prev_selected_t)+gte(t-prev_selected_t,${seconds(stepMs - 20)})'`;
  const bytes = width * height * 3;
  const run = await runFfmpeg(
    film,
    ['-v', 'info', '-threads', '2', '-skip_frame', decode === 'keys' ? 'nokey' : 'noref', '-ss', seconds(fromMs), '-t', seconds(toMs - fromMs)],
    ['-map', `0:${streamIndex}`, '-vf', `${spaced},showinfo,${filter},setpts=N/(25*TB)`, '-r', '25', '-frames:v', String(most), '-pix_fmt', 'rgb24', '-f', 'rawvideo'],
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
