import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { filmFindings } from '@kepu/shared/inspection/judge';
import { precheck, sniffContainer } from '@kepu/shared/upload/precheck';
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
const COUNT = Number(process.env.KEPU_HOSTILE_FILMS ?? 2_000);
/** One in so many goes through sound, decoding and pictures; the others through the boxes and the header, which is quick. */
const WHOLE_EVERY = 10;
const AT_ONCE = 2;
const LONGEST_MS = 20_000;

const small = but({ seconds: 10, bytes: null, picture: { width: 320, height: 180, framesPerSecond: 5 } });
const hevc = { ...small, picture: { ...small.picture, codec: 'hevc' as const } };
const av1 = { ...small, picture: { ...small.picture, codec: 'av1' as const } };
const bases: FilmRecipe[] = [
  small, { ...small, index: 'end' }, { ...small, index: 'fragments' }, hevc, { ...hevc, index: 'fragments' }, av1, { ...av1, index: 'fragments' },
  { ...small, extras: 'camera' }, { ...small, extras: 'editing' }, { ...small, tracks: 3, edit: { soundAfter: 1 } },
];

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
    const spoiled = mutated(film, seed);
    const head = spoiled.subarray(0, 4096);
    expect(precheck({ bytes: spoiled.length, durationMs: null, width: null, height: null, head }, preset2025).map(({ rule }) => rule), `seed ${seed}`).toContain('V1');
    const path = await put(`film-${seed}.mp4`, spoiled);
    const began = performance.now();
    const facts = await gatherFilmFacts(path, { tools, until: seed % WHOLE_EVERY === 0 ? 'picture' : 'container', withinMs: LONGEST_MS });
    const tookMs = performance.now() - began;
    await rm(path);
    expect(tookMs, `seed ${seed}`).toBeLessThan(LONGEST_MS + 2_000);
    expect(JSON.parse(JSON.stringify(facts)), `seed ${seed}`).toEqual(facts);
    expect(facts.container, `seed ${seed}: the phone and the server see the same`).toEqual(sniffContainer(head));
    const findings = filmFindings(facts, preset2025);
    return findings.some(({ rule, verdict }) => (rule === 'V11' || rule === 'V1') && verdict === 'fail') ? 'damaged' : facts.toolFailures ? 'unchecked' : 'whole';
  }

  it(`is measured without an exception and in bounded time and memory, ${COUNT} times over`, { timeout: COUNT * 1_000 }, async () => {
    const films = await Promise.all(bases.map(baseFilm));
    const [tally, whole]: [Record<string, number>, Record<string, number>] = [{}, {}];
    const memoryBefore = process.memoryUsage().rss;
    let seed = 0;
    const worker = async () => {
      while (seed < COUNT) {
        seed += 1;
        const own = seed;
        const film = films[Math.floor(own / 7) % films.length];
        if (!film) throw new Error('no base film');
        const outcome = await tryOne(film, own);
        const kind = own % WHOLE_EVERY === 0 ? whole : tally;
        kind[outcome] = (kind[outcome] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(300 * 1024 ** 2);
    expect(await readdir(folder)).toEqual([]);
    expect(children()).toBe(0);
    expect(requests).toBe(0);
    const said = JSON.stringify({ tally, whole });
    expect(whole.damaged ?? 0, said).toBeGreaterThan(COUNT / WHOLE_EVERY / 3);
    expect((tally.unchecked ?? 0) + (whole.unchecked ?? 0), said).toBeLessThan(COUNT / 20);
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

  it.each<[string, (film: Buffer) => Buffer]>([
    ['four thousand million samples', (film) => withCount(film, 'stsz', 16)],
    ['four thousand million durations', (film) => withCount(film, 'stts', 12)],
    ['four thousand million chunks', (film) => withCount(film, 'stco', 12)],
    ['four thousand million edits', (film) => withCount(film, 'elst', 12)],
    ['two thousand million kinds of sample', (film) => withCount(film, 'stsd', 12, 0x7fff_ffff)],
    ['boxes in boxes, twenty thousand deep', (film) => Buffer.concat([film.subarray(0, 32), nested(20_000), film.subarray(32)])],
    ['boxes in boxes instead of an index', () => Buffer.concat([fileType, nested(50_000)])],
    ['three hundred thousand empty boxes', (film) => Buffer.concat([film, Buffer.concat(Array.from({ length: 300_000 }, () => box('free', Buffer.alloc(0))))])],
    ['a thousand tracks', (film) => withTracks(film, 1_000)],
  ])('is told or refused in bounded time and memory: %s', async (_name, make) => {
    const path = await put('claims.mp4', make(await baseFilm(small)));
    const before = process.memoryUsage().rss;
    const facts = await gatherFilmFacts(path, { tools, until: 'picture', withinMs: LONGEST_MS });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2);
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
    expect(children()).toBe(0);
    await rm(path);
    expect(await readdir(folder)).toEqual([]);
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

/** Processes this one has started and that are still there. */
const children = (): number => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

function box(type: string, contents: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(contents.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, contents]);
}

const fileType = box('ftyp', Buffer.from('isom\0\0\x02\0isomavc1mp41', 'latin1'));

/** A box that says it holds more entries than the file has bytes. */
function withCount(film: Buffer, type: string, offset: number, count = 0xffff_ffff): Buffer {
  const changed = Buffer.from(film);
  for (let at = changed.indexOf(type, 0, 'latin1'); at >= 0; at = changed.indexOf(type, at + 4, 'latin1')) changed.writeUInt32BE(count, at - 4 + offset);
  return changed;
}

function nested(depth: number): Buffer {
  const bytes = Buffer.alloc(depth * 8);
  for (let i = 0; i < depth; i += 1) {
    bytes.writeUInt32BE((depth - i) * 8, i * 8);
    bytes.write(i === 0 ? 'moov' : i % 2 === 0 ? 'trak' : 'udta', i * 8 + 4, 'latin1');
  }
  return bytes;
}

/** The first track of the index, many times over. */
function withTracks(film: Buffer, count: number): Buffer {
  const moov = film.indexOf('moov', 0, 'latin1') - 4;
  const trak = film.indexOf('trak', moov, 'latin1') - 4;
  const track = film.subarray(trak, trak + film.readUInt32BE(trak));
  const index = film.subarray(moov + 8, moov + film.readUInt32BE(moov));
  return Buffer.concat([film.subarray(0, moov), box('moov', Buffer.concat([index, ...Array.from({ length: count }, () => track)])), film.subarray(moov + film.readUInt32BE(moov))]);
}
