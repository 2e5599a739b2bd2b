import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawStill } from '../pictures/draw.js';
import { measureWaveform } from '../pictures/waveform.js';
import type { FilmSource } from './film-source.js';
import { gatherFilmFacts } from './gather-film-facts.js';
import { mainTracks } from './main-tracks.js';
import { findMediaTools } from './tools.js';

const run = promisify(execFile);
const DECOYS = ['-f', 'lavfi', '-i', 'color=red:s=640x360:r=10:d=6', '-f', 'lavfi', '-i', 'anullsrc=r=44100'];
const MAIN = ['-f', 'lavfi', '-i', 'color=blue:s=1280x720:r=10:d=6', '-f', 'lavfi', '-i', 'sine=frequency=440:r=44100'];

/** An editor's working copy: a small picture and a mute track lie before the ones a player takes. */
describe('a film whose first tracks are not the ones people see and hear', () => {
  let folder: string;
  let film: FilmSource;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kepu-tracks-'));
    const tools = await findMediaTools();
    const path = join(folder, 'film.mp4');
    const tracks = ['-map', '0', '-map', '1', '-map', '2', '-map', '3', '-disposition:0', '0', '-disposition:1', '0', '-disposition:2', 'default', '-disposition:3', 'default'];
    await run(tools.ffmpeg.path, ['-v', 'error', ...DECOYS, ...MAIN, ...tracks, '-t', '6', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', path]);
    film = { path, tools, deadline: performance.now() + 60_000 };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is measured, drawn and heard by the same tracks', async () => {
    expect(await mainTracks(film)).toEqual({ picture: '0:2', sound: '0:3' });
    expect(await gatherFilmFacts(film.path, { tools: film.tools, until: 'sound' })).toMatchObject({ video: { displayHeight: 720 }, audio: { peakDb: expect.closeTo(-18, 0) as number } });
    let colour: Buffer = Buffer.alloc(0);
    await drawStill(film, 3_000, 6_000, 90, async (path) => {
      colour = (await run(film.tools.ffmpeg.path, ['-v', 'error', '-i', path, '-vf', 'scale=1:1', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'], { encoding: 'buffer' })).stdout;
    });
    expect(colour[2]).toBeGreaterThan(200);
    expect(colour[0]).toBeLessThan(50);
    expect(Math.max(...((await measureWaveform(film, 6_000)) ?? []))).toBeGreaterThan(0);
  });
});
