import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Response } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Buffers, piecesOf, writePieces } from './steady-stream.js';

const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('a file sent through two buffers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kepu-pieces-'));
  const path = join(folder, 'film');
  const content = randomBytes(9_000_001);
  let server: Server;
  let outcomes: Promise<boolean>[];

  beforeAll(async () => {
    writeFileSync(path, content);
    server = createServer((_request, response) => outcomes.push(writePieces(piecesOf(path, { from: 7, to: content.length - 1 }, new Buffers()), response as Response)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = () => {
    outcomes = [];
    return new Promise<IncomingMessage>((resolve, reject) => get({ port: (server.address() as AddressInfo).port }, resolve).once('error', reject));
  };

  it('arrives byte for byte, however slowly it is taken', async () => {
    const reply = await ask();
    const parts: Buffer[] = [];
    for await (const part of reply) {
      parts.push(part as Buffer);
      await new Promise(setImmediate);
    }
    expect(sha(Buffer.concat(parts))).toBe(sha(content.subarray(7)));
    expect(await outcomes[0]).toBe(true);
  });

  it('ends when whoever asked goes away', async () => {
    const reply = await ask();
    await new Promise((resolve) => reply.once('data', resolve));
    reply.destroy();
    expect(await outcomes[0]).toBe(false);
  });

  it('is an error, not a short file, when it ends too early', async () => {
    const pieces = piecesOf(path, { from: 0, to: content.length }, new Buffers());
    await expect((async () => {
      for await (const piece of pieces) expect(piece.length).toBeGreaterThan(0);
    })()).rejects.toThrow('ended at');
  });
});
