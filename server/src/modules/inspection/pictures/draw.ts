import type { SpriteLayout } from '@kepu/shared/contracts/work';
import { makeWithFfmpeg, type FilmSource } from '../gather/film-source.js';
import { mainTracks } from '../gather/main-tracks.js';

export type Take = (path: string) => Promise<void>;

export const MEBIBYTE = 1024 ** 2;
const TILES = 60;
const TILE_COLUMNS = 10;
const TILE = { width: 160, height: 90 };
const SHORTEST_STEP_MS = 1_000;
/** The decoders that pass over the frames between key frames when asked to. */
const KEYS_ALONE = new Set(['h264', 'hevc']);
/** The last picture begins a little before the end; asking for the end itself gives none. */
const BEFORE_END_MS = 250;

/** One picture of the film at a moment, as a JPEG of `height` lines in the film's own shape. */
export async function drawStill(film: FilmSource, atMs: number, durationMs: number, height: number, take: Take): Promise<boolean> {
  const seconds = (Math.max(0, Math.min(atMs, durationMs - BEFORE_END_MS)) / 1000).toFixed(3);
  const fit = `scale='trunc(${height}*dar/2)*2':${height},setsar=1`;
  const { picture } = await mainTracks(film);
  return makeWithFfmpeg(film, ['-ss', seconds], ['-map', picture, '-frames:v', '1', '-vf', fit, '-q:v', '4', '-f', 'mjpeg'], { name: 'still.jpg', bytes: 4 * MEBIBYTE, wallMs: 20_000, take });
}

export function spriteLayout(durationMs: number): SpriteLayout {
  const everyMs = Math.max(SHORTEST_STEP_MS, Math.ceil(durationMs / TILES));
  return { everyMs, columns: TILE_COLUMNS, rows: Math.max(1, Math.ceil(durationMs / everyMs / TILE_COLUMNS)), ...TILE };
}

/** Small pictures at even distances on one sheet, row by row, from key frames where the decoder allows it. */
export async function drawSprite(film: FilmSource, codec: string | null, layout: SpriteLayout, take: Take): Promise<boolean> {
  const { everyMs, columns, rows, width, height } = layout;
  const sheet = [
    `fps=1000/${everyMs}`,
    // The last key frame stands for what follows it; without this the sheet would end in black.
    `tpad=stop_mode=clone:stop=${columns * rows}`,
    `scale='min(${width},trunc(${height}*dar/2)*2)':'min(${height},trunc(${width}/dar/2)*2)',setsar=1`,
    `pad=${width}:${height}:-1:-1`,
    `tile=${columns}x${rows}`,
  ].join(',');
  const before = KEYS_ALONE.has(codec ?? '') ? ['-skip_frame', 'nokey'] : [];
  const { picture } = await mainTracks(film);
  return makeWithFfmpeg(film, before, ['-map', picture, '-frames:v', '1', '-vf', sheet, '-q:v', '6', '-f', 'mjpeg'], { name: 'sprite.jpg', bytes: 8 * MEBIBYTE, wallMs: 60_000, take });
}
