import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Containers that share a folder for temporary files have process ids of their own: only one's own machine is swept. */
const OURS = `kepu-work-${hostname()}-`;

/** An empty folder for one tool's work, named after the machine and the process it belongs to. Whoever makes it removes it. */
export function makePrivateFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `${OURS}${process.pid}-`));
}

/** Removes what processes that were killed have left behind; answers with how many folders that were. */
export async function sweepPrivateFolders(): Promise<number> {
  const names = await readdir(tmpdir()).catch(() => []);
  const left = names.filter((name) => {
    const [, pid] = name.startsWith(OURS) ? (/^(\d+)-/u.exec(name.slice(OURS.length)) ?? []) : [];
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
