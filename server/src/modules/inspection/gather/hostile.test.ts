import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { filmFindings } from '@kepu/shared/inspection/judge';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { kept } from '../../../../../tests/films/film-cache.js';
import { makeFilm } from '../../../../../tests/films/make-film.js';
import { claimSeconds, claimSize, editIndex } from '../../../../../tests/films/mp4-bytes.js';
import { mutated } from '../../../../../tests/films/mutate.js';
import { but, type FilmRecipe } from '../../../../../tests/films/recipe.js';
import { readHeader } from './ffprobe.js';
import { gatherFilmFacts } from './gather-film-facts.js';
import { findMediaTools, type MediaTools } from './tools.js';

/** How many spoiled films are tried; each seed spoils in its own way, so more of them only widens the same test. */
const COUNT = Number(process.env.KEPU_HOSTILE_FILMS ?? 200);
const AT_ONCE = 2;
const LONGEST_MS = 20_000;

const small = but({ seconds: 10, bytes: null, picture: { width: 320, height: 180, framesPerSecond: 5 } });
const bases: FilmRecipe[] = [small, { ...small, index: 'end' }, { ...small, index: 'fragments' }];

describe('a film made to do harm', () => {
  let tools: MediaTools;
  let folder: string;
  let server: Server;
  let requests = 0;
  beforeAll(async () => {
    tools = await findMediaTools();
    folder = await mkdtemp(join(tmpdir(), 'kepu-hostile-'));
    vi.stubEnv('TMPDIR', folder);
    server = createServer((_request, response) => {
      requests += 1;
      response.end('#EXTM3U\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const baseFilm = (recipe: FilmRecipe) => kept('film', recipe, (path) => makeFilm(recipe, path, tools.ffmpeg.path)).then((path) => readFile(path));
  const put = async (name: string, bytes: Buffer | string) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };
  const here = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function tryOne(film: Buffer, seed: number): Promise<string> {
    const path = await put(`film-${seed}.mp4`, mutated(film, seed));
    const began = performance.now();
    const facts = await gatherFilmFacts(path, { tools, until: 'picture', withinMs: LONGEST_MS });
    const tookMs = performance.now() - began;
    await rm(path);
    expect(tookMs, `seed ${seed}`).toBeLessThan(LONGEST_MS + 2_000);
    expect(JSON.parse(JSON.stringify(facts)), `seed ${seed}`).toEqual(facts);
    const findings = filmFindings(facts, preset2025);
    return findings.some(({ rule, verdict }) => rule === 'V11' && verdict === 'fail') ? 'damaged' : facts.toolFailures ? 'unchecked' : 'whole';
  }

  it(`is measured without an exception and in bounded time and memory, ${COUNT} times over`, { timeout: COUNT * 3_000 }, async () => {
    const films = await Promise.all(bases.map(baseFilm));
    const tally: Record<string, number> = {};
    const memoryBefore = process.memoryUsage().rss;
    let seed = 0;
    const worker = async () => {
      while (seed < COUNT) {
        seed += 1;
        const film = films[Math.floor(seed / 7) % films.length];
        if (!film) throw new Error('no base film');
        const outcome = await tryOne(film, seed);
        tally[outcome] = (tally[outcome] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(300 * 1024 ** 2);
    expect(await readdir(folder)).toEqual([]);
    expect(tally.damaged ?? 0, JSON.stringify(tally)).toBeGreaterThan(COUNT / 3);
    expect(tally.unchecked ?? 0, JSON.stringify(tally)).toBeLessThan(COUNT / 20);
  });

  it.each([
    ['an HLS playlist', () => `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${here()}/film.ts\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n`],
    ['a concat list', () => `ffconcat version 1.0\nfile '${here()}/film.mp4'\nfile /etc/passwd\n`],
    ['a drawing', () => `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="${here()}/a.png"/></svg>`],
    ['a DASH manifest', () => `<MPD><BaseURL>${here()}/</BaseURL></MPD>`],
    ['a playlist with the head of a film', () => `\0\0\0\x10ftypisom\0\0\0\0\n#EXTM3U\n#EXTINF:10,\n${here()}/film.ts\n`],
  ])('reaches neither the network nor another file as %s', async (name, text) => {
    const path = await put('other.mp4', text());
    const facts = await gatherFilmFacts(path, { tools, until: 'picture' });
    expect(facts).toMatchObject({ durationMs: null, video: null });
    expect(facts.toolFailures).toBeUndefined();
    expect(await readHeader({ path, tools, deadline: performance.now() + 10_000 })).toHaveProperty('unreadable');
    expect(requests, name).toBe(0);
    await rm(path);
  });

  it('claims a giant picture and is judged by the picture it has, or by none', async () => {
    const path = await put('giant.mp4', await baseFilm(small));
    await editIndex(path, (moov) => claimSize(moov, 65_535, 65_535));
    const { video } = await gatherFilmFacts(path, { tools, until: 'picture' });
    expect(video).toMatchObject({ displayWidth: 320, displayHeight: 180 });
    await rm(path);
  });

  it('claims to last seven weeks and is told where its pictures end', async () => {
    const path = await put('endless.mp4', await baseFilm(small));
    await editIndex(path, (moov) => claimSeconds(moov, 4_294_967));
    const facts = await gatherFilmFacts(path, { tools, until: 'picture' });
    expect(facts.durationMs).toBeGreaterThan(4_000_000_000);
    expect(facts.damage).toEqual([{ atMs: 10_000, kind: 'duration-mismatch', note: expect.any(String) }]);
    await rm(path);
  });
});
