import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile, readFile, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { newToken } from '../../platform/ids.js';
import { Refusal } from '../../platform/refusal.js';
import { Storage } from '../../platform/storage.js';

const BEAT_MS = 3_000;
/** A writer that has not moved for this long may be taken over. */
const STALLED_MS = 15_000;

/** This process, told apart from any other and from an earlier one with the same number. */
const SELF = `${hostname()} ${process.pid} ${startOf(process.pid) ?? newToken()}`;

/** The right to write one incomplete upload, across all processes on this disk. */
export interface Hold {
  /** Says "I am moving"; a holder that is silent for too long may be passed over. */
  beat: () => void;
  release: () => Promise<void>;
}

/**
 * Where uploads land while they are incomplete: one file each, only ever appended to, by one writer at a
 * time. The length of the file is the offset, so that nothing that arrived is lost with the process.
 */
@Injectable()
export class Landing {
  constructor(private readonly storage: Storage) {}

  pathOf(id: string): string {
    return join(this.storage.landing, id);
  }

  async create(id: string): Promise<void> {
    await mkdir(this.storage.landing, { recursive: true });
    await writeFile(this.pathOf(id), '', { flag: 'wx' });
  }

  /** Hands content that was prepared here to an upload. */
  async rename(from: string, to: string): Promise<void> {
    await rename(this.pathOf(from), this.pathOf(to));
  }

  /** How far an upload has come and when its last byte arrived. */
  async arrivedOf(id: string): Promise<{ offset: number; at: number } | null> {
    return stat(this.pathOf(id)).then((file) => ({ offset: file.size, at: Math.round(file.mtimeMs) }), () => null);
  }

  openForAppend(id: string): Promise<FileHandle> {
    return open(this.pathOf(id), 'r+');
  }

  /**
   * Takes the right to write, or refuses while another process is writing. A writer that died is passed
   * over; one that is alive but stalled too, and then the file is marked: it may still hold it open.
   */
  async hold(id: string): Promise<Hold> {
    const lock = `${this.pathOf(id)}.lock`;
    const holder = `${SELF} ${newToken()}`;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        await writeFile(lock, holder, { flag: 'wx' });
        return holdOn(lock, holder);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      await this.passOver(id, lock);
    }
    throw new Refusal({ code: 'UPLOAD_BUSY' });
  }

  /** Whether a writer that was passed over may still hold the file open. */
  isContested(id: string): Promise<boolean> {
    return stat(`${this.pathOf(id)}.contested`).then(() => true, () => false);
  }

  async remove(id: string): Promise<void> {
    for (const suffix of ['', '.lock', '.contested']) await rm(this.pathOf(id) + suffix, { force: true });
  }

  async ids(): Promise<string[]> {
    const names = await readdir(this.storage.landing).catch(() => []);
    return names.filter((name) => !name.includes('.'));
  }

  private async passOver(id: string, lock: string): Promise<void> {
    const holder = await readFile(lock, 'utf8').catch(() => null);
    if (holder === null) return; // released in the meantime
    if (isDead(holder)) {
      await rm(lock, { force: true });
      return;
    }
    const age = await stat(lock).then((file) => Date.now() - file.mtimeMs, () => Infinity);
    if (age > STALLED_MS) {
      await writeFile(`${this.pathOf(id)}.contested`, '');
      await rm(lock, { force: true });
      return;
    }
    await wait(150);
  }
}

/** A lock file that is ours as long as our words stand in it. */
function holdOn(lock: string, holder: string): Hold {
  let beaten = Date.now();
  const isOurs = async () => (await readFile(lock, 'utf8').catch(() => '')) === holder;
  return {
    beat: () => {
      const now = Date.now();
      if (now - beaten < BEAT_MS) return;
      beaten = now;
      void isOurs().then((ours) => (ours ? utimes(lock, new Date(), new Date()) : undefined)).catch(() => undefined); // a missed beat is made up by the next
    },
    release: async () => {
      if (await isOurs()) await rm(lock, { force: true });
    },
  };
}

/** Whether the process that wrote a lock on this machine has ended. Of another machine only time tells. */
function isDead(holder: string): boolean {
  const [host, pid, start] = holder.split(' ');
  if (host !== hostname()) return false;
  const now = startOf(Number(pid));
  return now === null || now !== start;
}

/** When a process started, in the kernel's ticks; null if there is none with this number. */
function startOf(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return isRunning(pid) ? 'running' : null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
