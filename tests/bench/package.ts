import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Api } from '../lib/api.js';
import { layScan } from '../lib/scan.js';
import { ServerProcess } from '../lib/server-process.js';
import { eventually } from '../lib/tus.js';
import { figure, median, note, ratio, report } from './figures.js';

/** `npm run bench -- package`: a hand-over's ZIP and disc image over HTTP against `cat` of the same films, and the memory both lengths take. */
const ROUNDS = 5;
const TIMES = 10;
const LOOK_EVERY_MS = 50;

const server = await ServerProcess.start();
const database = new Database(join(server.dataDir, 'kepu.sqlite'));

/** Seconds and bytes of a download that is thrown away, and the most memory the server held meanwhile. */
async function download(url: string): Promise<{ seconds: number; bytes: number; memory: number }> {
  const began = performance.now();
  let [bytes, memory] = [0, 0];
  const look = setInterval(() => (memory = Math.max(memory, server.memory().now)), LOOK_EVERY_MS);
  await new Promise<void>((resolve, reject) => {
    get(url, (reply) => {
      if (reply.statusCode !== 200) return reject(new Error(`answered ${reply.statusCode}`));
      reply.on('data', (piece: Buffer) => (bytes += piece.length)).once('end', () => resolve()).once('error', reject);
    }).once('error', reject);
  });
  clearInterval(look);
  return { seconds: (performance.now() - began) / 1000, bytes, memory };
}

async function cat(paths: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn('cat', paths, { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  await new Promise((resolve) => child.once('close', resolve));
  return (performance.now() - began) / 1000;
}

try {
  const officer = await Api.as(server.base, 'recommender');
  const { body: me } = await officer.call('GET /api/me', {});
  const unitId = me.roles.flatMap((role) => role.unitId ?? [])[0] ?? '';
  const { body: before } = await officer.call('GET /api/units/:unitId/hand-over', { unitId });
  for (const { workId } of before.checklist.filter(({ code }) => code === 'SCAN_MISSING')) {
    await layScan(officer, server.base, workId ?? '');
    await officer.call('PUT /api/works/:workId/scan', { workId: workId ?? '' });
  }
  const { body: begun } = await officer.call('POST /api/units/:unitId/hand-overs', { unitId });
  const prepare = performance.now();
  const ready = await eventually(async () => (await officer.call('GET /api/packages/:packageId', { packageId: begun.id })).body, ({ state }) => state === 'ready', 180);
  figure('preparing', (performance.now() - prepare) / 1000, 's');
  const { body: link } = await officer.call('POST /api/packages/:packageId/link', { packageId: ready.id });
  const films = database.prepare<[string], { key: string; bytes: number }>("SELECT key, bytes FROM package_item WHERE packageId = ? AND kind = 'film'").all(ready.id);
  const paths = films.map(({ key }) => join(server.dataDir, 'files', key));
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const idle = server.memory().now;
  const seconds: Record<string, number[]> = { zip: [], disc: [], cat: [] };
  const held: Record<string, number> = {};
  const zip = link.zipUrl;
  const disc = zip.replace('package.zip', 'dvd-1.iso');
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const [name, url] of [['zip', zip], ['disc', disc]] as const) {
      const { seconds: took, memory } = await download(url);
      seconds[name]?.push(took);
      held[name] = Math.max(held[name] ?? 0, memory);
    }
    seconds.cat?.push(await cat(paths));
    note(`round ${round}: ${Object.entries(seconds).map(([name, values]) => `${name} ${(values.at(-1) ?? 0).toFixed(2)} s`).join(', ')}`);
  }
  // The same films ten times over, as a package with ten times as many works would have them.
  const copy = database.prepare("INSERT INTO package_item SELECT id || ?, packageId, position + ?, 'copy' || ? || '/' || path, kind, workId, fileId, key, bytes, sha256, crc32, at FROM package_item WHERE packageId = ? AND kind = 'film' AND length(id) = 36");
  for (let n = 1; n < TIMES; n += 1) copy.run(`-${n}`, n * 10_000, n, ready.id);
  const long = await download(zip);
  const total = films.reduce((sum, { bytes }) => sum + bytes, 0);
  const speed = (name: string) => total / 1e6 / median(seconds[name] ?? []);
  figure('zip', speed('zip'), 'MB/s');
  figure('disc-image', speed('disc'), 'MB/s');
  figure('cat', speed('cat'), 'MB/s');
  figure('idle-memory', idle, 'MB');
  figure(`memory-at-${(total / 1e6).toFixed(0)}MB`, Math.max(held.zip ?? 0, held.disc ?? 0), 'MB');
  figure(`memory-at-${(long.bytes / 1e6).toFixed(0)}MB`, long.memory, 'MB');
  ratio('zip-to-cat', speed('zip') / speed('cat'));
  ratio('disc-image-to-cat', speed('disc') / speed('cat'));
  ratio('memory-10x-to-1x', long.memory / Math.max(held.zip ?? 1, held.disc ?? 1));
  report();
} finally {
  database.close();
  await server.stop();
}
