import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { newToken } from './ids.js';

/** This process, told apart from any other and from an earlier one with the same number. */
export const SELF = `${hostname()} ${process.pid} ${startOf(process.pid) ?? newToken()}`;

/** Whether the process of this name has ended; what is no name was written by nobody who lives. Of another machine only time tells. */
export function hasEnded(name: string): boolean {
  const [host, pid, start] = name.split(' ');
  if (!host || !pid || !start) return true;
  if (host !== hostname()) return false;
  return startOf(Number(pid)) !== start;
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
