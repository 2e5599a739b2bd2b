import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { request, type ClientRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Api } from '../lib/api.js';
import { ServerProcess } from '../lib/server-process.js';
import { eventually } from '../lib/tus.js';

const MB = 1024 * 1024;
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

interface Sent {
  status: number;
  sha256: string | undefined;
}

describe('one upload through two processes on one folder', () => {
  let first: ServerProcess;
  let second: ServerProcess;
  let creator: Api;
  beforeAll(async () => {
    first = await ServerProcess.start({ env: { KEPU_INSPECTIONS: '0' } });
    second = await first.beside();
    creator = await Api.as(first.base, 'creator-3');
  });
  afterAll(async () => {
    await second?.leave();
    await first?.stop();
  });

  const tus = { 'Tus-Resumable': '1.0.0' };
  const landing = (url: string) => join(first.dataDir, 'uploads', idOf(url));
  const stored = (url: string) => readFileSync(join(first.dataDir, 'files', idOf(url).slice(-2), idOf(url)));
  const idOf = (url: string) => url.split('/').at(-1) ?? '';

  async function offer(length: number): Promise<string> {
    const { body: work } = await creator.call('POST /api/works', {}, {});
    const metadata = Object.entries({ workId: work.id, purpose: 'film', filename: '成片.mp4', filetype: 'video/mp4' }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
    const reply = await fetch(`${first.base}/api/uploads`, { method: 'POST', headers: { ...tus, ...creator.headers, 'Upload-Length': String(length), 'Upload-Metadata': metadata } });
    expect(reply.status).toBe(201);
    return reply.headers.get('location') ?? '';
  }

  /** A part whose body is written by the caller, when it likes. */
  function part(server: ServerProcess, url: string, offset: number, length: number): { head: ClientRequest; answer: Promise<Sent> } {
    const headers = { ...tus, ...creator.headers, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream', 'Content-Length': String(length) };
    const head = request(server.base + url, { method: 'PATCH', headers });
    const answer = new Promise<Sent>((resolve, reject) => {
      head.on('error', reject);
      head.on('response', (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, sha256: response.headers['kepu-sha256'] as string | undefined });
      });
    });
    head.flushHeaders();
    return { head, answer };
  }

  const send = (server: ServerProcess, url: string, offset: number, content: Buffer): Promise<Sent> => {
    const { head, answer } = part(server, url, offset, content.length);
    head.end(content);
    return answer;
  };

  it.each([50, 200, 400, 650])('a body that comes %i ms after its head keeps its place: another one for the same place is refused', async (late) => {
    const [mine, other] = [Buffer.alloc(MB, 1), Buffer.alloc(MB, 2)];
    const url = await offer(2 * MB);
    const slow = part(first, url, 0, MB);
    await eventually(() => Promise.resolve(existsSync(`${landing(url)}.lock`)), Boolean);
    const refused = send(second, url, 0, other);
    await wait(late);
    slow.head.end(mine);
    expect([(await slow.answer).status, (await refused).status]).toEqual([204, 409]);
    const last = await send(second, url, MB, other);
    expect(last).toEqual({ status: 204, sha256: sha256(Buffer.concat([mine, other])) });
    expect(sha256(stored(url))).toBe(last.sha256);
  });

  it('two who send the whole film at once: one is taken, and what is stored is what was recorded', async () => {
    const films = [Buffer.alloc(3 * MB, 1), Buffer.alloc(3 * MB, 2)] as const;
    for (let round = 0; round < 5; round += 1) {
      const url = await offer(3 * MB);
      const answers = await Promise.all([send(first, url, 0, films[0]), send(second, url, 0, films[1])]);
      const taken = answers.findIndex(({ status }) => status === 204);
      expect([409, 423]).toContain(answers[1 - taken]?.status);
      expect(answers[taken]?.sha256).toBe(sha256(films[taken === 0 ? 0 : 1]));
      expect(sha256(stored(url))).toBe(answers[taken]?.sha256);
    }
  });

  it('a process that stood still and was passed over writes into nothing, and is told so', async () => {
    const [early, mine, other] = [Buffer.alloc(MB, 1), Buffer.alloc(2 * MB, 2), Buffer.alloc(2 * MB, 3)];
    const url = await offer(3 * MB);
    expect((await send(first, url, 0, early)).status).toBe(204);
    const stalled = part(first, url, MB, mine.length);
    await eventually(() => Promise.resolve(existsSync(`${landing(url)}.lock`)), Boolean);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(`${landing(url)}.lock`, longAgo, longAgo);
    expect((await send(second, url, MB, other.subarray(0, MB))).status).toBe(204);
    stalled.head.end(mine);
    expect((await stalled.answer).status).toBe(409);
    expect(statSync(landing(url)).size).toBe(2 * MB);
    const last = await send(first, url, 2 * MB, other.subarray(MB));
    expect(last).toEqual({ status: 204, sha256: sha256(Buffer.concat([early, other])) });
    expect(sha256(stored(url))).toBe(last.sha256);
  });
});
