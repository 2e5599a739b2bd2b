import type { Sandbox } from './tools.js';

export interface LeashLimits {
  cpuSeconds: number;
  /** What it may write to; reserved: address space, which is what most tools can be held to. */
  memory?: { bytes: number; kind: 'used' | 'reserved' };
  /** Largest file it may write. */
  fileBytes: number;
  openFiles: number;
  /** How far it stands back for others, 10 to 19. */
  niceness?: number;
}

/**
 * The command with its limits in front, as far as this machine has the means. It dies with the process that started it:
 * a server that is killed leaves no decoder behind.
 */
export function leashed(command: readonly [string, ...string[]], { setpriv, prlimit, nice }: Sandbox, { cpuSeconds, memory, fileBytes, openFiles, niceness = 10 }: LeashLimits): [string, ...string[]] {
  const held = memory ? [`--${memory.kind === 'used' ? 'data' : 'as'}=${memory.bytes}`] : [];
  const [file = command[0], ...args] = [
    ...(setpriv ? [setpriv, '--pdeathsig', 'KILL', '--'] : []),
    ...(prlimit ? [prlimit, `--cpu=${cpuSeconds}`, ...held, `--fsize=${fileBytes}`, '--core=0', `--nofile=${openFiles}`] : []),
    ...(nice ? [nice, '-n', String(niceness)] : []),
    ...command,
  ];
  return [file, ...args];
}
