import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMediaTools, type MediaTools } from '../inspection/gather/tools.js';
import { compareFilms } from './compare-films.js';
import { compareSounds } from './compare-sounds.js';
import { takeSoundprint } from './soundprint.js';

const run = promisify(execFile);
let tools: MediaTools;
let folder: string;
const made = new Map<string, Promise<Buffer>>();

beforeAll(async () => {
  tools = await findMediaTools();
  folder = await mkdtemp(join(tmpdir(), 'kepu-sounds-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A melody of two voices that never repeats; another one for each number. */
const melody = (seed: number, seconds = 60) => {
  const voice = (step: number, base: number) => `0.3*sin(2*PI*t*(${base}+${base * 3}*mod(floor(t*${step})*0.6180339*${seed}+${seed}/7\\,1)))`;
  return `aevalsrc=${voice(3, 180)}+${voice(2, 320)}:d=${seconds}:s=22050`;
};

/** Encoded once, however many tests listen to it. */
function printOf(name: string, sound: string, options: string[] = []): Promise<Buffer> {
  const known = made.get(name) ?? encode(name, sound, options);
  made.set(name, known);
  return known;
}

async function encode(name: string, sound: string, options: string[]): Promise<Buffer> {
  const path = join(folder, `${name}.mp4`);
  const input = sound === '' ? ['-f', 'lavfi', '-i', 'color=c=gray:s=64x36:r=2:d=60'] : ['-f', 'lavfi', '-i', sound];
  await run(tools.ffmpeg.path, ['-v', 'error', '-y', ...input, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', ...options, path]);
  return takeSoundprint({ path, tools, deadline: performance.now() + 60_000 });
}

describe('O8: the same sound', () => {
  const original = () => printOf('original', melody(3));

  it('is recognised coarsely encoded and quieter, over its whole length', async () => {
    const [stretch] = compareSounds(await original(), await printOf('coarse', `${melody(3)},volume=0.4`, ['-b:a', '32k', '-ac', '1']));
    expect(stretch!.toMs - stretch!.fromMs).toBeGreaterThan(50_000);
    expect(Math.abs(stretch!.fromMs - stretch!.otherFromMs)).toBeLessThan(300);
  });

  it('is found where it begins later, behind another opening', async () => {
    const shifted = await printOf('shifted', `${melody(5, 12)}[a];${melody(3, 48)}[b];[a][b]concat=n=2:v=0:a=1`);
    const [stretch] = compareSounds(await original(), shifted);
    expect(Math.abs(stretch!.otherFromMs - stretch!.fromMs - 12_000)).toBeLessThan(400);
    expect(stretch!.toMs - stretch!.fromMs).toBeGreaterThan(35_000);
  });

  it.each([
    ['another melody', melody(8)],
    ['silence', 'anullsrc=d=60'],
    ['only fifteen seconds of it', `${melody(3, 15)}[a];${melody(9, 45)}[b];[a][b]concat=n=2:v=0:a=1`],
    ['no sound at all', ''],
  ])('is not heard in %s', async (name, sound) => {
    expect(compareSounds(await original(), await printOf(name, sound))).toEqual([]);
  });

  it.each([['a tone that does not change', 'sine=f=440:d=60'], ['silence', 'anullsrc=d=60']])('is not claimed of two films with %s', async (name, sound) => {
    const print = await printOf(`same-${name}`, sound);
    expect(compareSounds(print, print)).toEqual([]);
  });

  it('alone leaves the pictures out of it', async () => {
    const sound = await original();
    const alike = compareFilms({ print: Buffer.alloc(0), sound }, { print: Buffer.alloc(0), sound });
    expect(alike).toMatchObject({ share: 0, stretches: [], sounds: [{ fromMs: expect.any(Number) }] });
  });
});
