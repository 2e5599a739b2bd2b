import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Api } from '../lib/api.js';
import { ServerProcess } from '../lib/server-process.js';
import { eventually } from '../lib/tus.js';
import { figure, median, note, ratio, report } from './figures.js';

/** `npm run bench -- upload`: 300 MB by tus through the server, hash included, against a bare Node server that streams the same bytes to the disk. */
const TOTAL = 300_000_000;
const MIB = 1024 * 1024;
const ROUNDS = 5;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const block = randomBytes(8 * MIB);

function send(base: string, method: string, path: string, headers: Record<string, string | number>, body?: Buffer): Promise<{ status: number; location: string; sha256: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(base + path, { method, agent, headers }, (reply) => {
      reply.resume().once('end', () => resolve({ status: reply.statusCode ?? 0, location: reply.headers.location ?? '', sha256: String(reply.headers['kepu-sha256'] ?? '') }));
    });
    sent.once('error', reject).end(body);
  });
}

/** Sends the whole film in parts and answers with the seconds from the first byte to the last answer. */
async function upload(base: string, headers: Record<string, string>, metadata: string, part: number): Promise<number> {
  const tus = { 'Tus-Resumable': '1.0.0', ...headers };
  const { location, status } = await send(base, 'POST', '/api/uploads', { ...tus, 'Upload-Length': TOTAL, 'Upload-Metadata': metadata, 'Content-Length': 0 });
  if (status !== 201) throw new Error(`not registered: ${status}`);
  const began = performance.now();
  for (let offset = 0; offset < TOTAL; offset += part) {
    const body = block.subarray(0, Math.min(part, TOTAL - offset));
    const reply = await send(base, 'PATCH', location, { ...tus, 'Upload-Offset': offset, 'Content-Type': 'application/offset+octet-stream', 'Content-Length': body.length }, body);
    if (reply.status !== 204) throw new Error(`not taken: ${reply.status}`);
  }
  return (performance.now() - began) / 1000;
}

async function startBare(folder: string): Promise<{ base: string; stop: () => void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./bare-receiver.ts', import.meta.url)), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())));
  return { base: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}

const encode = (entries: Record<string, string>) => Object.entries(entries).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');

const folder = mkdtempSync(join(tmpdir(), 'kepu-bench-'));
const server = await ServerProcess.start();
const bare = await startBare(folder);
try {
  const creator = await Api.as(server.base, 'creator-3');
  const { body: work } = await creator.call('POST /api/works', {}, {});
  const metadata = encode({ workId: work.id, purpose: 'film', filename: 'bench.mp4', filetype: 'video/mp4' });
  /** Until the inspection of the film has ended and the film is removed: the next measurement begins as the first did. */
  const settle = async () => {
    await eventually(async () => (await creator.call('GET /api/works/:workId', { workId: work.id })).body.filmState, (state) => state !== 'inspecting');
    await creator.call('DELETE /api/works/:workId/film', { workId: work.id });
  };
  const onDisk = { 'Put-On-Disk': '1' };
  const ways: Record<string, () => Promise<number>> = {
    product8: () => upload(server.base, creator.headers, metadata, 8 * MIB),
    bare8: () => upload(bare.base, onDisk, metadata, 8 * MIB),
    cached8: () => upload(bare.base, {}, metadata, 8 * MIB),
    product1: () => upload(server.base, creator.headers, metadata, MIB),
    bare1: () => upload(bare.base, onDisk, metadata, MIB),
  };
  const seconds: Record<string, number[]> = {};
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const idle = server.memory().now;
  await upload(server.base, creator.headers, metadata, 8 * MIB);
  const added = server.memory().peak - idle;
  await upload(bare.base, onDisk, metadata, 8 * MIB);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      await settle();
      (seconds[name] ??= []).push(await way());
    }
    note(`round ${round}: ${Object.entries(seconds).map(([name, values]) => `${name} ${(values.at(-1) ?? 0).toFixed(2)} s`).join(', ')}`);
  }
  const speed = (name: string) => TOTAL / 1e6 / median(seconds[name] ?? []);
  figure('upload-8MiB-parts', speed('product8'), 'MB/s');
  figure('bare-to-disk-8MiB-parts', speed('bare8'), 'MB/s');
  figure('bare-to-kernel-8MiB-parts', speed('cached8'), 'MB/s');
  figure('upload-1MiB-parts', speed('product1'), 'MB/s');
  figure('idle-memory', idle, 'MB');
  figure('memory-added-by-300MB-upload', added, 'MB');
  ratio('upload-8MiB-to-bare', speed('product8') / speed('bare8'));
  ratio('upload-8MiB-to-bare-without-waiting-for-the-disk', speed('product8') / speed('cached8'));
  ratio('upload-1MiB-to-bare', speed('product1') / speed('bare1'));
  report();
} finally {
  bare.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
