import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { backgrounds, bodySeconds, captionScript, CLOSING, OPENING } from './captions.js';
import { ffmpeg } from './ffmpeg.js';
import type { PictureRecipe, SoundRecipe } from './recipe.js';

const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

/** Encodes opening, body and closing once, without reordered frames, so that the body can be cut and repeated without encoding again. */
export async function encodeClip(tool: string, picture: PictureRecipe, target: string): Promise<void> {
  const script = `${target}.ass`;
  await writeFile(script, captionScript(picture.captions));
  await ffmpeg(tool, ['-filter_complex', scenery(picture, script), '-map', '[film]', '-pix_fmt', picture.pixelFormat, ...encoder(picture), '-f', 'mp4', target], dirname(target));
}

/** Sky after sky, ground below the body's, words on top: flat surfaces that cost the encoder next to nothing. */
function scenery({ width, height, framesPerSecond, detail, pixelAspect, captions }: PictureRecipe, script: string): string {
  const skies = backgrounds(captions);
  const sources = skies.map(({ colour, seconds }, i) => `color=${colour}:s=${width}x${height}:r=${framesPerSecond}:d=${seconds}[sky${i}];`);
  const fonts = dirname(createRequire(import.meta.url).resolve(FONT));
  const ground = `drawbox=y=ih*0.76:h=ih*0.24:color=0x3a6a4c:t=fill:enable='between(t,${OPENING},${OPENING + bodySeconds(captions)}-0.001)'`;
  const grain = detail === 'plain' ? '' : 'noise=c0s=9:c0f=t,';
  const words = `ass=${escape(script)}:fontsdir=${escape(fonts)}`;
  return `${sources.join('')}${skies.map((_, i) => `[sky${i}]`).join('')}concat=n=${skies.length},${ground},${words},${grain}setsar=${pixelAspect.replace(':', '/')}[film]`;
}

function encoder({ codec, detail, framesPerSecond, encoder: further, captions }: PictureRecipe): string[] {
  const joints = [OPENING, OPENING + bodySeconds(captions)].join(',');
  const settings = [...(codec === 'hevc' ? ['log-level=none'] : []), ...(further ? [further] : [])].join(':');
  return [
    '-c:v', codec === 'h264' ? 'libx264' : 'libx265', '-preset', 'ultrafast', '-bf', '0', '-g', String(framesPerSecond * 2), '-force_key_frames', joints,
    ...(codec === 'hevc' ? ['-tag:v', 'hvc1'] : []),
    ...(detail === 'plain' ? ['-crf', '23'] : ['-b:v', `${detail.kilobits}k`, '-maxrate', `${Math.round(detail.kilobits * 1.1)}k`, '-bufsize', `${detail.kilobits}k`]),
    ...(settings ? [codec === 'h264' ? '-x264-params' : '-x265-params', settings] : []),
  ];
}

/** FFmpeg's sine has an amplitude of one eighth. */
const SINE_DB = -18.06;

/** Encodes a sound track of exactly `seconds`: a tone that swells four times a second, as syllables do. */
export async function encodeSound(tool: string, { levelDb }: Exclude<SoundRecipe, 'none'>, seconds: number, target: string): Promise<void> {
  const source = levelDb === null ? 'anullsrc=r=48000:cl=mono' : `sine=f=190:r=48000,tremolo=f=4:d=0.8,volume=${(levelDb - SINE_DB).toFixed(2)}dB`;
  await ffmpeg(tool, ['-f', 'lavfi', '-i', source, '-t', String(seconds), '-c:a', 'aac', '-b:a', '96k', '-f', 'mp4', target], dirname(target));
}

/** The concat list of a film: opening, the body as often as it fits, the rest of it, closing. */
export function sceneList(clip: string, picture: PictureRecipe, seconds: number): string {
  const body = bodySeconds(picture.captions);
  const closingAt = OPENING + body;
  const between = seconds - OPENING - CLOSING;
  if (between < 0) throw new Error(`a film has at least ${OPENING + CLOSING} seconds`);
  const rounds = Math.floor(between / body);
  const rest = between - rounds * body;
  const piece = (from: number, to: number) => `file '${clip}'\ninpoint ${from}\noutpoint ${to.toFixed(3)}\n`;
  return [
    'ffconcat version 1.0\n', piece(0, OPENING), ...Array.from({ length: rounds }, () => piece(OPENING, closingAt)),
    ...(rest > 0.001 ? [piece(OPENING, OPENING + rest)] : []), piece(closingAt, closingAt + CLOSING),
  ].join('');
}

/** A path inside a filter's options, where colons, quotes and backslashes mean something. */
const escape = (path: string): string => path.replace(/\\/gu, '/').replace(/([:'])/gu, '\\$1');

