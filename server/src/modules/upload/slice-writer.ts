import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Writable } from 'node:stream';

const GATHER = 1024 * 1024;

/** Appends a stream to an open file, gathering what arrives while a write is under way into the next one. */
class SliceWriter extends Writable {
  private moved = Date.now();

  constructor(
    private readonly file: FileHandle,
    public position: number,
    private readonly end_: number,
    private readonly progress: (position: number) => void,
  ) {
    super({ highWaterMark: GATHER });
  }

  get idleMs(): number {
    return Date.now() - this.moved;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.put([chunk], done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error) => void): void {
    this.put(chunks.map(({ chunk }) => chunk), done);
  }

  private put(slices: Buffer[], done: (error?: Error) => void): void {
    const length = slices.reduce((sum, slice) => sum + slice.length, 0);
    if (this.position + length > this.end_) return done(new TooMuch());
    this.file.writev(slices, this.position).then(
      ({ bytesWritten }) => {
        if (bytesWritten !== length) return done(Object.assign(new Error('short write'), { code: 'ENOSPC' }));
        this.position += bytesWritten;
        this.moved = Date.now();
        this.progress(this.position);
        done();
      },
      (error: Error) => done(error),
    );
  }
}

/** More bytes came than were announced. */
export class TooMuch extends Error {}

export interface AppendOptions {
  from: number;
  /** One past the last byte that may be written. */
  to: number;
  signal: AbortSignal;
  /** Give up when nothing has arrived for this long. */
  stallMs: number;
  progress: (position: number) => void;
}

/**
 * Writes a request's body to an open file and answers with the position reached. A body that breaks off,
 * stalls or is called off keeps what has arrived; only a failing disk or too many bytes throw.
 */
export function append(body: Readable, file: FileHandle, options: AppendOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const writer = new SliceWriter(file, options.from, options.to, options.progress);
    const stop = () => {
      body.unpipe(writer);
      writer.end();
    };
    const watch = setInterval(() => {
      if (writer.idleMs > options.stallMs) body.destroy();
    }, 1_000);
    const settle = (finish: () => void) => () => {
      clearInterval(watch);
      options.signal.removeEventListener('abort', stop);
      body.off('close', stop).off('error', stop);
      finish();
    };
    writer.once('finish', settle(() => resolve(writer.position)));
    writer.once('error', (error) => settle(() => reject(error))());
    body.once('close', stop).once('error', stop);
    options.signal.addEventListener('abort', stop, { once: true });
    if (options.signal.aborted) stop();
    else body.pipe(writer);
  });
}
