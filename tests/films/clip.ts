import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { backgrounds, bodySeconds, captionScript, CLOSING, OPENING } from './captions.js';
import { ffmpeg } from './ffmpeg.js';
import type { FilmRecipe, PictureRecipe, SoundRecipe } from './recipe.js';

const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

/** Encodes opening, body and closing once, without reordered frames, so that the body can be cut and repeated without encoding again. */
export async function encodeClip(tool: string, picture: PictureRecipe, target: string): Promise<void> {
  const script = `${target}.ass`;
  await writeFile(script, captionScript(picture.captions));
  await ffmpeg(tool, ['-filter_complex', scenery(picture, script), '-map', '[film]', '-pix_fmt', picture.pixelFormat, ...(picture.timing === 'even' ? [] : ['-vsync', 'vfr']), ...encoder(picture), '-f', 'mp4', target], dirname(target));
}

/** A backdrop, words on top, and what became of the picture after it was shot. */
function scenery(picture: PictureRecipe, script: string): string {
  const fonts = dirname(createRequire(import.meta.url).resolve(FONT));
  const words = `ass=${escape(script)}:fontsdir=${escape(fonts)}`;
  const grain = picture.detail === 'plain' ? '' : 'noise=c0s=9:c0f=t,';
  return `${backdrop(picture)},${words},${enlarged(picture)}${framed(picture)}${grain}${varying(picture)}${pixels(picture)}[film]`;
}

/** Sky after sky, ground below the body's: flat surfaces that cost the encoder next to nothing. Or a fractal that comes closer. */
function backdrop({ width, height, framesPerSecond, captions, backdrop: kind }: PictureRecipe): string {
  const body = bodySeconds(captions);
  if (kind === 'shapes') return `mandelbrot=s=${width}x${height}:r=${framesPerSecond}:maxiter=300:end_scale=0.01:end_pts=400,trim=duration=${OPENING + body + CLOSING},format=yuv420p`;
  const skies = backgrounds(captions);
  const sources = skies.map(({ colour, seconds }, i) => `color=${colour}:s=${width}x${height}:r=${framesPerSecond}:d=${seconds}[sky${i}];`);
  const ground = `drawbox=y=ih*0.76:h=ih*0.24:color=0x3a6a4c:t=fill:enable='between(t,${OPENING},${OPENING + body}-0.001)'`;
  return `${sources.join('')}${skies.map((_, i) => `[sky${i}]`).join('')}concat=n=${skies.length},${ground}`;
}

const varying = ({ timing, framesPerSecond }: PictureRecipe): string => (timing === 'even' ? '' : `select='lt(mod(n,${framesPerSecond * 2}),${framesPerSecond})+not(mod(n,5))',`);

const pixels = ({ pixelAspect }: PictureRecipe): string => `setsar=${pixelAspect.replace(':', '/')}`;

/** Detail finer than the smaller picture holds is gone for good. */
function enlarged({ width, height, enlargedFrom }: PictureRecipe): string {
  return enlargedFrom === null ? '' : `scale=${even((width * enlargedFrom) / height)}:${enlargedFrom},scale=${width}:${height}:flags=bicubic,`;
}

/** The picture made smaller within its frame; what is left of the frame is black, or a blurred copy of the picture. */
function framed({ width, height, frame }: PictureRecipe): string {
  if (frame === 'full') return '';
  if ('black' in frame) return `scale=${even(width * frame.black.width)}:${even(height * frame.black.height)},pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2,`;
  const middle = even(width * frame.blurredSides.width);
  const behind = `scale=${width}:${even((height * width) / middle)},crop=${width}:${height},boxblur=30:2`;
  return `split[over0][under0];[under0]${behind}[under];[over0]scale=${middle}:${height}[over];[under][over]overlay=(W-w)/2:0,`;
}

const even = (pixels: number): number => Math.round(pixels / 2) * 2;

/** Encodes black or one picture that stands still, to be put between two pieces of a clip. */
export async function encodeInterlude(tool: string, picture: PictureRecipe, { kind, seconds }: NonNullable<FilmRecipe['interlude']>, target: string): Promise<void> {
  const { width, height, framesPerSecond } = picture;
  const still = "drawbox=y=ih*0.6:h=ih*0.4:color=0x3a6a4c:t=fill,drawbox=x=iw*0.3:y=ih*0.2:w=iw*0.2:h=ih*0.5:color=0xd8d0b0:t=fill,";
  const source = `color=${kind === 'black' ? 'black' : '0x7a6f9b'}:s=${width}x${height}:r=${framesPerSecond}:d=${seconds},${kind === 'black' ? '' : still}${pixels(picture)}[film]`;
  await ffmpeg(tool, ['-filter_complex', source, '-map', '[film]', '-pix_fmt', picture.pixelFormat, ...encoder(picture), '-f', 'mp4', target], dirname(target));
}

const ENCODERS = { h264: 'libx264', hevc: 'libx265', av1: 'libsvtav1', mpeg4: 'mpeg4' };
const SETTINGS: Partial<Record<PictureRecipe['codec'], string>> = { h264: '-x264-params', hevc: '-x265-params' };

function encoder({ codec, detail, framesPerSecond, encoder: further, captions }: PictureRecipe): string[] {
  const joints = [OPENING, OPENING + bodySeconds(captions)].join(',');
  const settings = [...(codec === 'hevc' ? ['log-level=none'] : []), ...(further ? [further] : [])].join(':');
  const named = SETTINGS[codec];
  return [
    '-c:v', ENCODERS[codec], ...(named ? ['-preset', 'ultrafast', '-bf', '0'] : []), ...(codec === 'av1' ? ['-preset', '12'] : []),
    '-g', String(Math.round(framesPerSecond * 2)), '-force_key_frames', joints,
    ...(codec === 'hevc' ? ['-tag:v', 'hvc1'] : []), ...quality(codec, detail), ...(settings && named ? [named, settings] : []),
  ];
}

function quality(codec: PictureRecipe['codec'], detail: PictureRecipe['detail']): string[] {
  if (detail === 'plain') return codec === 'mpeg4' ? ['-q:v', '4'] : ['-crf', codec === 'av1' ? '40' : '23'];
  return ['-b:v', `${detail.kilobits}k`, '-maxrate', `${Math.round(detail.kilobits * 1.1)}k`, '-bufsize', `${detail.kilobits}k`];
}

/** FFmpeg's sine has an amplitude of one eighth. */
const SINE_DB = -18.06;

/** Encodes a sound track of exactly `seconds`: a tone that swells four times a second, as syllables do. */
export async function encodeSound(tool: string, { levelDb, silent, codec = 'aac', channels = 1 }: Exclude<SoundRecipe, 'none'>, seconds: number, target: string): Promise<void> {
  const source = levelDb === null ? 'anullsrc=r=48000:cl=mono' : `sine=f=190:r=48000,tremolo=f=4:d=0.8,volume=${(levelDb - SINE_DB).toFixed(2)}dB`;
  const pause = silent ? `,volume=0:enable='between(t,${silent.from},${silent.to})'` : '';
  const encoding = ['-ac', String(channels), '-c:a', codec === 'mp3' ? 'libmp3lame' : codec, '-b:a', `${96 * Math.min(channels, 4)}k`];
  await ffmpeg(tool, ['-f', 'lavfi', '-i', `${source}${pause}`, '-t', String(seconds), ...encoding, '-f', 'mp4', target], dirname(target));
}

/** The concat list of a film: opening, the body as often as it fits, the rest of it, closing; an interlude in mid-body. */
export function sceneList(clip: string, picture: PictureRecipe, seconds: number, interlude: { path: string; seconds: number } | null): string {
  const body = bodySeconds(picture.captions);
  const closingAt = OPENING + body;
  const between = seconds - OPENING - CLOSING - (interlude?.seconds ?? 0);
  if (between < 0) throw new Error(`a film has at least ${OPENING + CLOSING} seconds`);
  const rounds = Math.floor(between / body);
  const rest = between - rounds * body;
  // Joints stand at the first picture from a moment on; half a millisecond keeps either side of it where it belongs.
  const isEven = Number.isInteger(picture.framesPerSecond);
  const joint = (at: number) => (isEven || at === 0 ? at : Math.ceil(at * picture.framesPerSecond - 1e-6) / picture.framesPerSecond + 0.0005);
  const piece = (from: number, to: number) => `file '${clip}'\ninpoint ${joint(from)}\noutpoint ${isEven ? to.toFixed(3) : (joint(to) - 0.001).toFixed(4)}\n`;
  const bodies = Array.from({ length: rounds }, () => piece(OPENING, closingAt));
  const before = Math.floor(rounds / 2);
  return [
    'ffconcat version 1.0\n', piece(0, OPENING), ...bodies.slice(0, before), ...(interlude ? [`file '${interlude.path}'\n`] : []), ...bodies.slice(before),
    ...(rest > 0.001 ? [piece(OPENING, OPENING + rest)] : []), piece(closingAt, closingAt + CLOSING),
  ].join('');
}

/** A path inside a filter's options, where colons, quotes and backslashes mean something. */
const escape = (path: string): string => path.replace(/\\/gu, '/').replace(/([:'])/gu, '\\$1');

