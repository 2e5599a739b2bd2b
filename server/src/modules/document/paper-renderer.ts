import { Worker } from 'node:worker_threads';
import { Inject, Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';
import type { PaperLayout } from '@kepu/shared/paper/layout';
import { workerFile } from '../../platform/worker-file.js';
import type { PaperFormat, PaperOrder, PaperReply } from './paper-worker.js';

/** How the drawing thread is kept. */
export interface PaperThread {
  file: string;
  /** A paper that takes longer is given up and the thread with it. */
  timeoutMs: number;
  /** Unused for so long, the thread ends and its memory is free again. */
  idleMs: number;
}

/** Token to inject other values for the thread by. */
export const PAPER_THREAD = Symbol('paper thread');

const THREAD: PaperThread = { file: workerFile(import.meta.url, './paper-worker.js'), timeoutMs: 20_000, idleMs: 60_000 };
const HEAP_MB = 256;

/** Draws layouts as files, one at a time, in a thread that is started when it is needed and replaced when it dies. */
@Injectable()
export class PaperRenderer implements OnApplicationShutdown {
  private worker: Worker | null = null;
  private waiting: { resolve: (reply: PaperReply) => void; reject: (error: Error) => void } | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  constructor(@Optional() @Inject(PAPER_THREAD) private readonly thread: PaperThread = THREAD) {}

  /** The bytes of the file; the same layout always gives the same bytes. */
  render(layout: PaperLayout, as: PaperFormat = 'pdf'): Promise<Buffer> {
    return this.inTurn({ layout, as });
  }

  /** Several papers as one PDF, each with its own page numbers. */
  renderTogether([layout, ...more]: readonly [PaperLayout, ...PaperLayout[]]): Promise<Buffer> {
    return this.inTurn({ layout, more, as: 'pdf' });
  }

  private inTurn(order: PaperOrder): Promise<Buffer> {
    const mine = this.queue.then(() => this.draw(order));
    // The next in line begins whether or not this one succeeds: its own caller hears of a failure.
    this.queue = Promise.allSettled([mine]);
    return mine;
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.idle);
    await this.worker?.terminate();
  }

  private async draw(order: PaperOrder): Promise<Buffer> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.start());
    const late = setTimeout(() => this.drop(worker, new Error(`a paper took longer than ${this.thread.timeoutMs} ms to draw`)), this.thread.timeoutMs);
    worker.ref();
    try {
      const reply = await new Promise<PaperReply>((resolve, reject) => {
        this.waiting = { resolve, reject };
        worker.postMessage(order);
      });
      if ('error' in reply) throw new Error(`a paper could not be drawn: ${reply.error}`);
      return Buffer.from(reply.bytes.buffer);
    } finally {
      this.waiting = null;
      clearTimeout(late);
      worker.unref();
      this.idle = setTimeout(() => this.drop(worker, new Error('idle')), this.thread.idleMs).unref();
    }
  }

  private start(): Worker {
    const worker = new Worker(this.thread.file, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    worker.on('message', (reply: PaperReply) => this.waiting?.resolve(reply));
    worker.on('error', (error) => this.drop(worker, error));
    worker.on('exit', () => this.drop(worker, new Error('the drawing thread died')));
    return worker;
  }

  /** Lets go of a thread; a paper it was drawing fails, the next one gets a new thread. */
  private drop(worker: Worker, why: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.waiting?.reject(why);
    void worker.terminate();
  }
}
