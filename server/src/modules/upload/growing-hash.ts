import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { workerFile } from '../../platform/worker-file.js';
import type { HashReply, HashRequest } from './hash-worker.js';

/** Hashing of uploads while they arrive; one thread for all of them, started with the first. */
@Injectable()
export class GrowingHash implements OnApplicationShutdown {
  private worker: Worker | null = null;
  private readonly waiting = new Map<string, { resolve: (sha256: string) => void; reject: (error: Error) => void }>();

  /** Tells that a file has grown to `to` bytes. */
  follow(id: string, path: string, to: number): void {
    this.send({ kind: 'follow', id, path, to });
  }

  forget(id: string): void {
    if (this.worker) this.send({ kind: 'forget', id });
  }

  /** SHA-256 of the whole file, which is on the disk when this resolves; `fresh` reads it from its first byte again. */
  finish(id: string, path: string, to: number, fresh: boolean): Promise<string> {
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ kind: 'finish', id, path, to, fresh });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private send(request: HashRequest): void {
    this.worker ??= this.start();
    this.worker.postMessage(request);
  }

  private start(): Worker {
    const worker = new Worker(workerFile(import.meta.url, './hash-worker.js'));
    worker.unref();
    worker.on('message', (reply: HashReply) => {
      const waiter = this.waiting.get(reply.id);
      this.waiting.delete(reply.id);
      if ('error' in reply) waiter?.reject(new Error(reply.error));
      else waiter?.resolve(reply.sha256);
    });
    worker.on('error', (error) => {
      this.worker = null;
      for (const waiter of this.waiting.values()) waiter.reject(error);
      this.waiting.clear();
    });
    return worker;
  }
}
