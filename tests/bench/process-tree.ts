import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command and everything it started cost. */
export interface Cost {
  output: string;
  wallSeconds: number;
  /** User and system time of all of its processes. */
  cpuSeconds: number;
  /** Most memory held at once by all of its processes; null where /proc does not tell. */
  peakBytes: number | null;
}

const LOOK_EVERY_MS = 50;

/** Runs a command under a shell that adds up what its children used. */
export async function costOf(command: readonly string[]): Promise<Cost> {
  const began = performance.now();
  const child = spawn('sh', ['-c', '"$@" || exit 1; times >&2', 'sh', ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, report] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => void (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (report += chunk.toString()));
  let peakBytes: number | null = null;
  const look = setInterval(() => {
    const bytes = child.pid === undefined ? null : treeBytes(child.pid);
    if (bytes !== null) peakBytes = Math.max(peakBytes ?? 0, bytes);
  }, LOOK_EVERY_MS);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`${command.join(' ')} failed: ${report.slice(-500)}`);
  return { output, wallSeconds: (performance.now() - began) / 1000, cpuSeconds: childTimes(report), peakBytes };
}

/** The shell's last line: user and system time of its children, as `0m1.23s 0m0.45s`. */
function childTimes(report: string): number {
  const last = report.trim().split('\n').at(-1) ?? '';
  return [...last.matchAll(/(\d+)m([\d.]+)s/gu)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/** Memory of a process and its descendants; pages they share count for each. */
function treeBytes(root: number): number | null {
  try {
    const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/u.test(name)).map((name) => [Number(name), parentOf(name)]));
    const isInside = (pid: number): boolean => pid === root || (parents.has(pid) && isInside(parents.get(pid) ?? 0));
    return [...parents.keys()].filter((pid) => isInside(pid)).reduce((sum, pid) => sum + residentBytes(pid), 0);
  } catch {
    return null;
  }
}

/** A process that has just ended has neither parent nor memory. */
const parentOf = (pid: string): number => Number(/^PPid:\s+(\d+)/mu.exec(status(pid))?.[1] ?? 0);
const residentBytes = (pid: number): number => Number(/^VmRSS:\s+(\d+)/mu.exec(status(String(pid)))?.[1] ?? 0) * 1024;

function status(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
