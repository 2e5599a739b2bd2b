import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { leashed } from './leash.js';
import { makePrivateFolder } from './private-folder.js';
import type { Sandbox } from './tools.js';

/** A media tool at work on a file nobody trusts. */
export interface ToolCommand {
  /** Absolute path. */
  tool: string;
  args: readonly string[];
  sandbox: Sandbox;
  wallMs: number;
  /** Most bytes of standard output that are kept; a tool that writes more is stopped. */
  outputBytes: number;
  signal?: AbortSignal;
  /** Files the tool may write into its folder: most bytes of each, and who takes them before the folder is gone. */
  writes?: { bytes: number; take: (folder: string) => Promise<void> };
  /** Most seconds of computing; 60 unless told. */
  cpuSeconds?: number;
  /** Stands back for every other tool: work nobody waits for. */
  isSpare?: boolean;
  /** Most memory the tool may write to. Asked of tools that reserve far more address space than they use; others have a limit on that. */
  memoryBytes?: number;
}

export type ToolFailure = 'not-started' | 'timeout' | 'too-much-output' | 'out-of-limits' | 'crashed';

/** `failure` is null for a tool that came to its own end, whatever its exit code says about the film. */
export interface ToolRun {
  failure: ToolFailure | null;
  exitCode: number | null;
  /** Standard output as text, and as the bytes it is. */
  readonly stdout: string;
  output: Buffer;
  /** The end of what the tool complained about. */
  stderr: string;
}

const CPU_SECONDS = 60;
/** Decoding 4096 × 2304 in 10 bit with two threads takes about 1 GiB of address space. */
const ADDRESS_SPACE_BYTES = 3 * 1024 ** 3;
const STDERR_BYTES = 64 * 1024;

/**
 * Runs a tool in an empty folder of its own that is gone afterwards, with nothing from our environment, no input,
 * and limits on time, memory, output and files. Rejects only when the caller aborts: then the tool is dead already.
 */
export async function runTool(command: ToolCommand): Promise<ToolRun> {
  command.signal?.throwIfAborted();
  const folder = await makePrivateFolder();
  try {
    const run = await watch(command, folder);
    command.signal?.throwIfAborted();
    if (command.writes && run.failure === null && run.exitCode === 0) await command.writes.take(folder);
    return run;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function watch(command: ToolCommand, folder: string): Promise<ToolRun> {
  const [file, ...args] = limited(command);
  const child = spawn(file, args, { cwd: folder, env: cleanEnvironment(folder), stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32', windowsHide: true });
  let failure: ToolFailure | null = null;
  const stop = (reason: ToolFailure) => {
    failure ??= reason;
    killGroup(child);
  };
  const stdout = collect(child.stdout, command.outputBytes, () => stop('too-much-output'));
  const stderr = collectTail(child.stderr, STDERR_BYTES);
  const timer = setTimeout(() => stop('timeout'), command.wallMs);
  const onAbort = () => killGroup(child);
  command.signal?.addEventListener('abort', onAbort, { once: true });
  return new Promise((resolve) => {
    const end = (exitCode: number | null, signal: NodeJS.Signals | null) => {
      clearTimeout(timer);
      command.signal?.removeEventListener('abort', onAbort);
      const output = stdout();
      resolve({ failure: failure ?? failureOf(exitCode, signal), exitCode, output, get stdout() { return output.toString('utf8'); }, stderr: stderr() });
    };
    child.once('error', () => {
      failure ??= 'not-started';
      end(null, null);
    });
    child.once('close', end);
  });
}

function limited({ tool, args, sandbox, writes, memoryBytes, isSpare, cpuSeconds = CPU_SECONDS }: ToolCommand): [string, ...string[]] {
  const memory = memoryBytes ? ({ bytes: memoryBytes, kind: 'used' } as const) : ({ bytes: ADDRESS_SPACE_BYTES, kind: 'reserved' } as const);
  return leashed([tool, ...args], sandbox, { cpuSeconds, memory, fileBytes: writes?.bytes ?? 0, openFiles: 64, niceness: isSpare ? 19 : 10 });
}

/** 126 and 127: a wrapper could not start the tool. A signal nobody here sent: a limit, or a crash. */
function failureOf(exitCode: number | null, signal: NodeJS.Signals | null): ToolFailure | null {
  if (signal === 'SIGKILL' || signal === 'SIGXCPU' || signal === 'SIGXFSZ') return 'out-of-limits';
  if (signal !== null) return 'crashed';
  return exitCode === 126 || exitCode === 127 ? 'not-started' : null;
}

/** Windows does not start a program without SystemRoot; nothing else of ours is the tool's business. */
function cleanEnvironment(folder: string): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return { LC_ALL: 'C', HOME: folder, TMPDIR: folder, AV_LOG_FORCE_NOCOLOR: '1', ...(SystemRoot ? { SystemRoot } : {}) };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}

function collect(stream: NodeJS.ReadableStream, limit: number, onTooMuch: () => void): () => Buffer {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
    else onTooMuch();
  });
  return () => Buffer.concat(chunks);
}

function collectTail(stream: NodeJS.ReadableStream, limit: number): () => string {
  let tail = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-limit);
  });
  return () => tail.toString('utf8');
}
