import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogued, fileOf } from '../../../../../tests/films/catalogue.js';
import { walkBoxes } from '../gather/box-walk.js';
import { readHeader } from '../gather/ffprobe.js';
import type { FilmSource } from '../gather/film-source.js';
import { findMediaTools, type MediaTools } from '../gather/tools.js';
import { makeJudging, servesForJudging } from './renditions.js';
import { measureWaveform, PEAKS } from './waveform.js';

const run = promisify(execFile);
const MINUTES = 180_000;

let tools: MediaTools;
let folder: string;
beforeAll(async () => {
  tools = await findMediaTools();
  folder = await mkdtemp(join(tmpdir(), 'kepu-renditions-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sourceOf = (path: string): FilmSource => ({ path, tools, deadline: performance.now() + MINUTES });
const filmOf = async (name: string) => sourceOf(await fileOf(catalogued(name), tools.ffmpeg.path));

/** Two seconds made for one question. */
async function short(name: string, options: string[]): Promise<FilmSource> {
  const path = join(folder, `${name}.mp4`);
  const card = ['-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=25:duration=2', '-f', 'lavfi', '-i', 'sine=duration=2'];
  await run(tools.ffmpeg.path, ['-v', 'error', ...card, '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '32', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-movflags', '+faststart', ...options, path]);
  return sourceOf(path);
}

describe('a film is shown to judges as it is', () => {
  it.each([
    ['compliant at an honest bit rate', true],
    ['no sound track', true],
    ['720p', true],
    ['index at the end', false],
    ['in fragments', false],
    ['HEVC', false],
    ['4K', false],
    ['cut off, index in front', true],
    ['text renamed', false],
  ])('%s: %s', async (name, serves) => expect(await servesForJudging(await filmOf(name))).toBe(serves), MINUTES);

  it.each<[string, string[], boolean]>([
    ['8 bit, progressive, moderate', [], true],
    ['4:2:2, which browsers do not play', ['-pix_fmt', 'yuv422p'], false],
    ['10 bit', ['-pix_fmt', 'yuv420p10le'], false],
    ['interlaced', ['-flags', '+ildct+ilme', '-x264-params', 'tff=1'], false],
    ['too much for a line', ['-vf', 'noise=alls=60:allf=t', '-crf', '18'], false],
    ['sound browsers do not play', ['-c:a', 'ac3'], false],
  ])('%s', async (name, options, serves) => expect(await servesForJudging(await short(name.replace(/\W/gu, ''), options))).toBe(serves), MINUTES);
});

describe('a copy for judging', () => {
  it('of a film that is larger than the screen and in another codec is what every browser plays', async () => {
    const film = await short('large', ['-vf', 'scale=3840:2160', '-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=error', '-movflags', '-faststart']);
    const copy = join(folder, 'judging.mp4');
    expect(await makeJudging(film, (path) => copyFile(path, copy))).toBe(true);
    const header = await readHeader(sourceOf(copy));
    expect(header).toMatchObject({ streams: [{ codec: 'h264', width: 1920, height: 1080, pixelFormat: 'yuv420p', isInterlaced: false }, { codec: 'aac' }] });
    expect(await walkBoxes(copy)).toMatchObject({ startsFast: true });
    expect(await servesForJudging(sourceOf(copy))).toBe(true);
  }, MINUTES);
});

describe('the waveform of a film', () => {
  it('is flat exactly where the film is silent', async () => {
    const peaks = await measureWaveform(await filmOf('silent for 20 seconds'), 130_000);
    const at = (seconds: number) => peaks?.[Math.floor((seconds / 130) * PEAKS)] ?? -1;
    expect(peaks).toHaveLength(PEAKS);
    for (const seconds of [61, 70, 79]) expect(at(seconds)).toBe(0);
    for (const seconds of [1, 58, 82, 128]) expect(at(seconds)).toBeGreaterThan(100);
  }, MINUTES);

  it.each([['silent sound track', 0, 0], ['nothing above -70 dB', 0, 0], ['quiet', 15, 90]])('of "%s" is between %i and %i', async (name, least, most) => {
    const peaks = (await measureWaveform(await filmOf(name), 130_000)) ?? [];
    expect(Math.max(...peaks)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...peaks)).toBeLessThanOrEqual(most);
  }, MINUTES);

  it('hears channels that would cancel each other, and leaves what lies beyond the end of the sound silent', async () => {
    const film = await short('opposed', ['-filter:a', 'pan=stereo|c0=c0|c1=-1*c0', '-t', '2']);
    const peaks = (await measureWaveform(film, 4_000)) ?? [];
    expect(peaks[100]).toBeGreaterThan(60);
    expect(Math.max(...peaks.slice(320))).toBe(0);
  }, MINUTES);

  it('is none of a track that gives no sound', async () => expect(await measureWaveform(await filmOf('no sound track'), 130_000)).toBeNull(), MINUTES);
});
