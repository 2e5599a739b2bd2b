import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import type { FilmFacts } from '@kepu/shared/inspection/facts';
import { filmFindings } from '@kepu/shared/inspection/judge';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalogued, fileOf } from '../../../../../tests/films/catalogue.js';
import type { Stage } from '@kepu/shared/inspection/facts';
import { gatherFilmFacts } from './gather-film-facts.js';
import { findMediaTools, ToolsMissing, type MediaTools } from './tools.js';

/** What is said of the rules that are measured; the hints have tests of their own. */
const MEASURED = new Set(['V1', 'V2', 'V3', 'V4', 'V5', 'V9', 'V11']);
const verdicts = (facts: FilmFacts) =>
  filmFindings(facts, preset2025).flatMap(({ check, verdict }) => (MEASURED.has(check) ? [`${check} ${verdict}`] : [])).join(', ');
const filmOf = (name: string, { ffmpeg }: MediaTools) => fileOf(catalogued(name), ffmpeg.path);

let tools: MediaTools;
let folder: string;
beforeAll(async () => {
  tools = await findMediaTools();
  folder = await mkdtemp(join(tmpdir(), 'kepu-gather-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program in the place of a media tool. */
async function standIn(name: string, script: string) {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return { path, version: '0', isFallback: false };
}

describe('measuring a film', () => {
  it('tells what is known after each stage, the container within a second', async () => {
    const told: [Stage, string, number][] = [];
    const path = await filmOf('compliant at an honest bit rate', tools);
    const facts = await gatherFilmFacts(path, { tools, until: 'picture', onStage: (early, stage, tookMs) => void told.push([stage, verdicts(early), tookMs]) });
    const opened = 'V1 pass, V2 pass, V3 pass, V4 pass, V5 pass';
    expect(told.map(([stage, known]) => [stage, known])).toEqual([['container', opened], ['sound', `${opened}, V9 pass`], ...['decoding', 'marks', 'picture'].map((stage) => [stage, `${opened}, V9 pass, V11 pass`])]);
    expect(told[0]?.[2]).toBeLessThan(1_000);
    expect(facts).toMatchObject({
      durationMs: 130_000,
      container: { format: 'mp4', majorBrand: 'isom' },
      video: { width: 1920, height: 1080, displayWidth: 1920, displayHeight: 1080, codec: 'h264', durationMs: 130_000 },
      audio: { codec: 'aac', durationMs: 130_000 },
      damage: [],
    });
    expect(facts.audio?.peakDb).toBeCloseTo(-4.2, 0);
    expect(facts.audio?.loudnessLufs).toBeCloseTo(-13.6, 0);
  });

  it.each([
    ['cut off, index in front', 'truncated', 78_000],
    ['bytes flipped in the middle', 'decode-error', 65_000],
    ['bytes lost in the middle', 'decode-error', 65_000],
    ['header claims 50 seconds more', 'duration-mismatch', 130_000],
  ])('finds the second at which a film breaks: %s', async (name, kind, aboutMs) => {
    const { damage = [] } = await gatherFilmFacts(await filmOf(name, tools), { tools, until: 'picture' });
    const first = Math.min(...damage.map(({ atMs }) => atMs ?? -1));
    expect(damage.map((entry) => entry.kind)).toContain(kind);
    expect(Math.abs(first - aboutMs)).toBeLessThan(2_000);
    expect(JSON.stringify(damage)).not.toContain('.cache');
  });

  it('rejects when there is no file: that is neither the film\'s fault nor a tool\'s', async () => {
    await expect(gatherFilmFacts(join(folder, 'missing.mp4'), { tools, until: 'picture' })).rejects.toThrow('ENOENT');
  });

  it('stops when the caller gives up', async () => {
    const controller = new AbortController();
    const path = await filmOf('compliant', tools);
    await expect(gatherFilmFacts(path, { tools, until: 'picture', signal: controller.signal, onStage: () => controller.abort(new Error('shutting down')) })).rejects.toThrow('shutting down');
  });
});

describe.skipIf(process.platform === 'win32')('a tool that fails is never the film\'s fault', () => {
  it('when ffprobe crashes nothing is said about what it should have read', async () => {
    const crashing = { ...tools, ffprobe: await standIn('ffprobe', 'kill -SEGV $$') };
    const facts = await gatherFilmFacts(await filmOf('720p', tools), { tools: crashing, until: 'picture' });
    expect(facts.toolFailures).toEqual([{ stage: 'container', reason: '检测程序异常退出' }]);
    expect(verdicts(facts)).toBe('V1 pass, V2 unchecked, V3 unchecked, V4 unchecked, V5 pass, V9 unchecked, V11 unchecked');
  });

  it('when ffmpeg hangs the facts of the header stand, and it all ends in time', async () => {
    const hanging = { ...tools, ffmpeg: await standIn('ffmpeg', 'exec sleep 100') };
    const began = performance.now();
    const facts = await gatherFilmFacts(await filmOf('720p', tools), { tools: hanging, until: 'picture', withinMs: 3_000 });
    expect(performance.now() - began).toBeLessThan(6_000);
    expect(facts.toolFailures?.map(({ stage }) => stage)).toEqual(['sound', 'decoding', 'picture']);
    expect(verdicts(facts)).toBe('V1 pass, V2 pass, V3 fail, V4 pass, V5 pass, V9 unchecked, V11 unchecked');
  });

  it('when ffmpeg runs out of memory', async () => {
    const poor = { ...tools, ffmpeg: await standIn('poor', 'echo "Error while decoding stream #0:0: Cannot allocate memory" >&2; exit 1') };
    expect(verdicts(await gatherFilmFacts(await filmOf('compliant', tools), { tools: poor, until: 'picture' }))).toContain('V9 unchecked, V11 unchecked');
  });

  it('and pictures larger than 4096 × 2304 are not decoded', async () => {
    const facts = await gatherFilmFacts(await filmOf('8K', tools), { tools, until: 'picture' });
    expect(facts.toolFailures).toEqual(['decoding', 'picture'].map((stage) => ({ stage, reason: '画面 7680×4320 超过可检测的大小' })));
    expect(verdicts(facts)).toBe('V1 pass, V2 pass, V3 pass, V4 pass, V5 pass, V9 pass, V11 unchecked');
  });
});

describe('the tools of this machine', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('are the system\'s where it has version 5 or newer, and the caller can tell', () => {
    expect(tools.ffmpeg.isFallback).toBe(tools.ffmpeg.path.includes('node_modules'));
    expect(tools.ffprobe.version).not.toBe('');
  });

  it('come from the npm packages where the system has none, and see the same', async () => {
    const kept = 'V1 pass, V2 pass, V3 pass, V4 pass, V5 pass, V9 pass, V11 pass';
    const films: [string, string][] = [
      ['wide pixels that make 16:9', kept],
      ['phone held upright', kept.replace('V2 pass, V3 pass', 'V2 fail, V3 fail')],
      ['silent sound track', kept.replace('V9 pass', 'V9 fail')],
      ['cut off, index in front', kept.replace('V11 pass', 'V11 fail')],
      ['bytes lost in the middle', kept.replace('V11 pass', 'V11 fail')],
    ];
    const paths = await Promise.all(films.map(([name]) => filmOf(name, tools)));
    vi.stubEnv('PATH', '');
    const packed = await findMediaTools();
    expect([packed.ffmpeg.isFallback, packed.ffprobe.isFallback]).toEqual([true, true]);
    const said = [];
    for (const path of paths) said.push(verdicts(await gatherFilmFacts(path, { tools: packed, until: 'picture' })));
    expect(said).toEqual(films.map(([, expected]) => expected));
  });

  it('are not replaced in silence when a configured one does not work', async () => {
    await expect(findMediaTools({ ffmpeg: join(folder, 'nothing'), ffprobe: null })).rejects.toThrow(ToolsMissing);
    await expect(findMediaTools({ ffmpeg: 'ffmpeg', ffprobe: null })).rejects.toThrow('absolute path');
    const old = await standIn('old', 'echo "ffmpeg version 4.4.2-0ubuntu0.22.04.1"; echo "libavutil      56. 70.100 / 56. 70.100"');
    await expect(findMediaTools({ ffmpeg: old.path, ffprobe: null })).rejects.toThrow('version 5 or newer');
    const bare = await standIn('bare', 'test "$2" = -version && echo "ffmpeg version n7.1" && echo "libavutil      59. 39.100 / 59. 39.100"');
    await expect(findMediaTools({ ffmpeg: bare.path, ffprobe: null })).rejects.toThrow('built without framecrc, ebur128, h264_mp4toannexb');
  });
});
