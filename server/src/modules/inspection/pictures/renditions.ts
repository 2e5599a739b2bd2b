import { displaySize } from '../gather/display-size.js';
import { walkBoxes } from '../gather/box-walk.js';
import { readHeader, type StreamHeader } from '../gather/ffprobe.js';
import { makeWithFfmpeg, type FilmSource } from '../gather/film-source.js';
import { mainTracks } from '../gather/main-tracks.js';
import { MEBIBYTE, type Take } from './draw.js';

/** A copy of the film for one kind of screen. */
interface Rendition {
  name: string;
  /** Most lines it has; a film that has fewer keeps its own. */
  lines: number;
  picture: string[];
  sound: string[];
  bytes: number;
  wallMs: number;
  /** Processor seconds; five minutes of 1080p take about 150 for the preview and 400 for judging. */
  cpuSeconds: number;
}

const MINUTE_MS = 60_000;

const PREVIEW: Rendition = {
  name: 'preview.mp4',
  lines: 720,
  picture: ['-preset', 'veryfast', '-crf', '27', '-maxrate', '1500k', '-bufsize', '3000k', '-profile:v', 'main'],
  sound: ['-b:a', '96k'],
  bytes: 200 * MEBIBYTE,
  wallMs: 20 * MINUTE_MS,
  cpuSeconds: 900,
};

const JUDGING: Rendition = {
  name: 'judging.mp4',
  lines: 1080,
  picture: ['-preset', 'veryfast', '-crf', '21', '-maxrate', '8M', '-bufsize', '16M', '-profile:v', 'high'],
  sound: ['-b:a', '160k'],
  bytes: 400 * MEBIBYTE,
  wallMs: 40 * MINUTE_MS,
  cpuSeconds: 2_400,
};

/** A light copy for phones: at most 720 lines, H.264 and AAC, its index at the front. */
export const makePreview = (film: FilmSource, take: Take): Promise<boolean> => make(film, PREVIEW, take);

/** A copy for judging on a big screen: at most 1080 lines, H.264 and AAC, its index at the front. */
export const makeJudging = (film: FilmSource, take: Take): Promise<boolean> => make(film, JUDGING, take);

async function make(film: FilmSource, { name, lines, picture, sound, bytes, wallMs, cpuSeconds }: Rendition, take: Take): Promise<boolean> {
  // Only pictures that say they are interlaced are touched by the first filter.
  const fit = `yadif=deint=interlaced,scale='trunc(min(${lines},ih)*dar/2)*2':'trunc(min(${lines},ih)/2)*2',setsar=1`;
  const tracks = await mainTracks(film);
  const video = ['-map', tracks.picture, '-vf', fit, '-c:v', 'libx264', ...picture, '-pix_fmt', 'yuv420p', '-threads', '2'];
  const audio = ['-map', `${tracks.sound}?`, '-c:a', 'aac', ...sound, '-ac', '2'];
  const file = ['-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart', '-f', 'mp4'];
  return makeWithFfmpeg(film, ['-threads', '2'], [...video, ...audio, ...file], { name, bytes, wallMs, cpuSeconds, isSpare: true, take });
}

/** More than this stutters on an ordinary line between a county and the department. */
const MODERATE_BITS = 10_000_000;
const BROWSER_SOUND = new Set(['aac', 'mp3']);

/**
 * Whether the film itself is as good for judging as anything that could be made of it: H.264 in 8 bit, progressive, at
 * most 1080 lines, AAC or no sound, index at the front, a moderate bit rate. Then nothing is made of it.
 */
export async function servesForJudging(film: FilmSource): Promise<boolean> {
  const { startsFast } = await walkBoxes(film.path);
  const header = startsFast ? await readHeader(film) : null;
  if (header === null || 'unreadable' in header) return false;
  const [picture, ...others] = header.streams.filter(({ kind }) => kind === 'video');
  const sound = header.streams.filter(({ kind }) => kind === 'audio');
  if (!picture || others.length > 0 || !sound.every(({ codec }) => BROWSER_SOUND.has(codec ?? ''))) return false;
  const bits = [picture, ...sound].reduce((sum, { bitsPerSecond }) => sum + (bitsPerSecond ?? Infinity), 0);
  return isFitForBrowsers(picture) && bits <= MODERATE_BITS;
}

function isFitForBrowsers(picture: StreamHeader): boolean {
  const { displayWidth, displayHeight } = displaySize(picture);
  return picture.codec === 'h264' && picture.pixelFormat === 'yuv420p' && !picture.isInterlaced && displayWidth <= 1920 && displayHeight <= 1080;
}
