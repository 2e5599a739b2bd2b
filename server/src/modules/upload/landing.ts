import { constants } from 'node:fs';
import { appendFile, copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { newToken } from '../../platform/ids.js';
import { hasEnded, SELF } from '../../platform/process-name.js';
import { Refusal } from '../../platform/refusal.js';
import { Storage } from '../../platform/storage.js';

const BEAT_MS = 3_000;
/** A writer that has not moved for this long may be taken over. */
const STALLED_MS = 15_000;
/** So often a writer asks again, 150 ms apart, while another one moves: long enough for a body that comes late. */
const TRIES = 8;
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/** The right to write one incomplete upload, across all processes on this disk. */
export interface Hold {
  /** Says "I am moving"; a holder that is silent for too long may be passed over. */
  beat: () => void;
  /** Whether nobody has passed this holder over: only then does what it wrote count. */
  isOurs: () => Promise<boolean>;
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

  /** Opens an upload to write on at `from`; null where it does not end there any more: another process has written, or finished it. Only for whoever holds it. */
  async openAt(id: string, from: number): Promise<FileHandle | null> {
    const file = await open(this.pathOf(id), 'r+').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (file && (await file.stat()).size === from) return file;
    await file?.close();
    return null;
  }

  /** Takes the right to write, or refuses while another process is writing. A writer that died, or is alive but stalled, is passed over. */
  async hold(id: string): Promise<Hold> {
    const lock = `${this.pathOf(id)}.lock`;
    const holder = `${SELF} ${newToken()}`;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (await placeWhole(lock, holder)) {
        const hold = holdOn(lock, holder);
        await this.settleIn(id).catch(async (error: unknown) => {
          await hold.release();
          throw error;
        });
        return hold;
      }
      await this.passOver(id, lock);
    }
    throw new Refusal({ code: 'UPLOAD_BUSY' });
  }

  /** Whether more than one process has ever held this upload: what one of them remembers of its bytes then proves nothing. */
  async hadSeveralWriters(id: string): Promise<boolean> {
    return (await this.writersOf(id)).length > 1;
  }

  async remove(id: string): Promise<void> {
    const names = await readdir(this.storage.landing).catch(() => []);
    for (const name of names) if (name === id || name.startsWith(`${id}.`)) await rm(this.pathOf(name), { force: true });
  }

  /** Uploads of which anything lies here, be it only a note beside them. */
  async ids(): Promise<string[]> {
    const names = await readdir(this.storage.landing).catch(() => []);
    return [...new Set(names.map((name) => name.split('.')[0] ?? ''))];
  }

  private async writersOf(id: string): Promise<string[]> {
    const list = await readFile(`${this.pathOf(id)}.writers`, 'utf8').catch(() => '');
    return list.split('\n').filter(Boolean);
  }

  /** Enters this process among the writers. A stalled writer that was passed over may still hold the file open: it keeps the old one, we go on with a copy. */
  private async settleIn(id: string): Promise<void> {
    if (!(await this.writersOf(id)).includes(SELF)) await appendFile(`${this.pathOf(id)}.writers`, `${SELF}\n`);
    const contested = `${this.pathOf(id)}.contested`;
    if (!(await exists(contested))) return;
    if (await exists(this.pathOf(id))) {
      const copy = `${this.pathOf(id)}.copy`;
      await copyFile(this.pathOf(id), copy, constants.COPYFILE_FICLONE);
      await rename(copy, this.pathOf(id));
    }
    await rm(contested, { force: true });
  }

  private async passOver(id: string, lock: string): Promise<void> {
    const holder = await readFile(lock, 'utf8').catch(() => null);
    if (holder === null) return; // released in the meantime
    if (hasEnded(holder)) return putAside(lock, holder);
    const age = await stat(lock).then((file) => Date.now() - file.mtimeMs, () => 0);
    if (age <= STALLED_MS) return wait(150);
    await writeFile(`${this.pathOf(id)}.contested`, '');
    await putAside(lock, holder);
  }
}

/** Written aside and then linked: whoever looks sees it whole or not at all, and of several one places it. False: something is there. */
async function placeWhole(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${newToken().slice(0, 8)}`;
  try {
    await writeFile(draft, content);
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      // A file system without links: an empty file of a stop in between counts as nobody's.
      if (!NO_LINKS.has(error.code ?? '')) throw error;
      return writeFile(path, content, { flag: 'wx' });
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Takes away the lock of a holder that was judged; one that came in its place meanwhile is put back. */
async function putAside(lock: string, judged: string): Promise<void> {
  const aside = `${lock}.${newToken().slice(0, 8)}`;
  try {
    await rename(lock, aside);
    if ((await readFile(aside, 'utf8')) !== judged) await link(aside, lock);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

/** A lock file that is ours as long as our words stand in it. */
function holdOn(lock: string, holder: string): Hold {
  let beaten = Date.now();
  const isOurs = async () => (await readFile(lock, 'utf8').catch(() => '')) === holder;
  return {
    isOurs,
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
