import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = /^kepu-work-(\d+)-/u;

/** An empty folder for one tool's work, named after the process it belongs to. Whoever makes it removes it. */
export function makePrivateFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `kepu-work-${process.pid}-`));
}

/** Removes what processes that were killed have left behind; answers with how many folders that were. */
export async function sweepPrivateFolders(): Promise<number> {
  const names = await readdir(tmpdir()).catch(() => []);
  const left = names.filter((name) => {
    const pid = NAME.exec(name)?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  });
  // One of somebody else's, or one that another process removes at this moment, is no reason to stop.
  await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)));
  return left.length;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
