import { open } from 'node:fs/promises';
import type { Response } from 'express';

const PIECE = 512 * 1024;

/**
 * Two buffers by turns: while one is on its way to the socket, the next piece is read into the other. A download of
 * gigabytes makes no garbage; with a fresh buffer for every piece, collecting it took half of the time.
 */
export class Buffers {
  private readonly pair = [Buffer.allocUnsafeSlow(PIECE), Buffer.allocUnsafeSlow(PIECE)] as const;
  private turn = 0;

  next(): Buffer {
    this.turn = 1 - this.turn;
    return this.pair[this.turn === 0 ? 0 : 1];
  }
}

/** Yields bytes `from` to `to` of a file, both included; each buffer is reused two reads later. */
export async function* piecesOf(path: string, { from, to }: { from: number; to: number }, buffers: Buffers): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    for (let at = from; at <= to;) {
      const buffer = buffers.next();
      const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, to - at + 1), at);
      if (bytesRead === 0) throw new Error(`${path} ended at ${at}`);
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Writes pieces to a response, each once the one before it has left; false: whoever asked went away in the middle. */
export async function writePieces(pieces: AsyncIterable<Buffer>, response: Response): Promise<boolean> {
  const gone = new Promise<false>((resolve) => response.once('close', () => resolve(false)));
  let before: Promise<boolean> = Promise.resolve(true);
  for await (const piece of pieces) {
    if (!(await Promise.race([before, gone]))) return false;
    before = new Promise<boolean>((resolve) => response.write(piece, (error) => resolve(!error)));
  }
  if (!(await Promise.race([before, gone]))) return false;
  response.end();
  return true;
}
