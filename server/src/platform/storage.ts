import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { newToken } from './ids.js';

const READ_STEP = 256 * 1024;

/** Files by key in the data folder. A key is written once; its bytes never change afterwards. */
@Injectable()
export class Storage {
  private readonly root: string;
  /** Where uploads land while they are incomplete. */
  readonly landing: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.root = join(config.dataDir, 'files');
    this.landing = join(config.dataDir, 'uploads');
  }

  /** `ab/0198…`: spread over folders by the id's random end. */
  keyOf(id: string): string {
    return `${id.slice(-2)}/${id}`;
  }

  pathOf(key: string): string {
    return join(this.root, key);
  }

  /** Stores small content under a key, whole or not at all. */
  async put(key: string, content: Buffer): Promise<void> {
    const path = await this.prepare(key);
    const draft = `${path}.${newToken().slice(0, 8)}`;
    await writeFile(draft, content, { flush: true });
    await rename(draft, path);
  }

  /** Makes a file that is already on this disk the content of a key; the old path is gone. */
  async adopt(path: string, key: string): Promise<void> {
    await rename(path, await this.prepare(key));
    await syncFolder(dirname(this.pathOf(key)));
  }

  /** As `adopt`, but into a new file on the disk: whoever still holds the old one open cannot change this one. */
  async adoptCopy(path: string, key: string): Promise<void> {
    const target = await this.prepare(key);
    const draft = `${target}.${newToken().slice(0, 8)}`;
    await copyFile(path, draft);
    await syncFile(draft);
    await rename(draft, target);
    await syncFolder(dirname(target));
    await rm(path, { force: true });
  }

  /** For bytes that never became a file; a file's bytes stay. */
  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async has(key: string): Promise<boolean> {
    return stat(this.pathOf(key)).then(() => true, () => false);
  }

  /** Length of what is stored under a key; null: nothing is. */
  async bytesOf(key: string): Promise<number | null> {
    return stat(this.pathOf(key)).then(({ size }) => size, () => null);
  }

  /** Bytes `from` to `to`, both included. */
  stream(key: string, range?: { from: number; to: number }): Readable {
    return createReadStream(this.pathOf(key), { highWaterMark: READ_STEP, ...(range ? { start: range.from, end: range.to } : {}) });
  }

  async free(): Promise<{ free: number; total: number }> {
    await mkdir(this.root, { recursive: true });
    const { bavail, blocks, bsize } = await statfs(this.root);
    return { free: bavail * bsize, total: blocks * bsize };
  }

  private async prepare(key: string): Promise<string> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    return path;
  }
}

export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** A folder is synced like a file: only then does a rename survive a power cut. */
const syncFolder = syncFile;
