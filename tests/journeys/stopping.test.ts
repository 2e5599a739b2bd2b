import { statSync } from 'node:fs';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Api } from '../lib/api.js';
import { ServerProcess } from '../lib/server-process.js';
import { eventually } from '../lib/tus.js';

describe('a server that is told to stop', () => {
  let server: ServerProcess;
  let creator: Api;
  beforeEach(async () => {
    server = await ServerProcess.start({ env: { KEPU_INSPECTIONS: '0' } });
    creator = await Api.as(server.base, 'creator-3');
  });
  afterEach(() => server?.stop());

  /** How long the process takes to end. */
  async function leave(): Promise<number> {
    const began = Date.now();
    await server.leave();
    return Date.now() - began;
  }

  /** A request whose body the caller ends when it likes. */
  function slowly(path: string, method: string, headers: Record<string, string>, agent: Agent | false = false): { call: ClientRequest; answer: Promise<IncomingMessage & { text: string }>; finish: () => Promise<IncomingMessage & { text: string }> } {
    const call = request(server.base + path, { method, headers: { ...creator.headers, ...headers }, agent });
    const answer = new Promise<IncomingMessage & { text: string }>((resolve, reject) => {
      call.on('error', reject);
      call.on('response', (response) => {
        let text = '';
        response.on('error', reject);
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve(Object.assign(response, { text })));
      });
    });
    call.flushHeaders();
    const finish = () => {
      call.end();
      return answer;
    };
    return { call, answer, finish };
  }

  it('answers those who are here, ends their kept connections, says that it leaves, and is gone in seconds', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    const idle = connect(server.port, '127.0.0.1');
    idle.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => idle.once('data', resolve));
    const idleClosed = new Promise((resolve) => idle.once('close', resolve));
    const body = JSON.stringify({});
    const { call, answer } = slowly('/api/works', 'POST', { 'Content-Type': 'application/json', 'Content-Length': String(body.length) }, agent);
    await wait(300);
    const gone = leave();
    await idleClosed;
    const readiness = await slowly('/readyz', 'GET', {}).finish();
    expect([readiness.statusCode, readiness.headers.connection, JSON.parse(readiness.text)]).toMatchObject([503, 'close', { ready: false, leaving: true }]);
    call.end(body);
    const reply = await answer;
    expect([reply.statusCode, reply.headers.connection, typeof (JSON.parse(reply.text) as { id: string }).id]).toEqual([201, 'close', 'string']);
    expect(await gone).toBeLessThan(3_000);
    agent.destroy();
  });

  it('cuts an upload that would hold it, and the bytes stay', async () => {
    const { body: work } = await creator.call('POST /api/works', {}, {});
    const metadata = Object.entries({ workId: work.id, purpose: 'film', filename: '成片.mp4', filetype: 'video/mp4' }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
    const offered = await fetch(`${server.base}/api/uploads`, { method: 'POST', headers: { 'Tus-Resumable': '1.0.0', ...creator.headers, 'Upload-Length': '2000000', 'Upload-Metadata': metadata } });
    const url = offered.headers.get('location') ?? '';
    const landing = join(server.dataDir, 'uploads', url.split('/').at(-1) ?? '');
    const { call, answer } = slowly(url, 'PATCH', { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream', 'Content-Length': '2000000' });
    answer.catch(() => undefined);
    call.write(Buffer.alloc(700_000, 7));
    await eventually(() => Promise.resolve(statSync(landing).size), (size) => size === 700_000);
    const trickle = setInterval(() => call.write(Buffer.alloc(10, 7)), 200);
    expect(await leave()).toBeLessThan(8_000);
    clearInterval(trickle);
    expect(statSync(landing).size).toBeGreaterThanOrEqual(700_000);
    await server.up();
    const head = await fetch(server.base + url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0', ...creator.headers } });
    expect(Number(head.headers.get('upload-offset'))).toBe(statSync(landing).size);
    const rest = Buffer.alloc(2_000_000 - statSync(landing).size, 7);
    const done = await fetch(server.base + url, { method: 'PATCH', headers: { 'Tus-Resumable': '1.0.0', ...creator.headers, 'Upload-Offset': head.headers.get('upload-offset') ?? '', 'Content-Type': 'application/offset+octet-stream' }, body: rest });
    expect(done.status).toBe(204);
  });
});
