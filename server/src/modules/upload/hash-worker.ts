import { createHash, type Hash } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

/**
 * Hashes files while they grow, in a thread of its own: when the last byte arrives only the last part is
 * left to do. It reads what is on the disk, so the hash is of the stored file, not of what was sent.
 */
export type HashRequest = { kind: 'follow'; id: string; path: string; to: number } | { kind: 'finish'; id: string; path: string; to: number; fresh: boolean } | { kind: 'forget'; id: string };
export type HashReply = { id: string; sha256: string } | { id: string; error: string };

interface Running {
  hash: Hash;
  position: number;
  synced: number;
}

const STEP = 1024 * 1024;
/** So much may wait to be put on the disk: the rest is there before the last byte arrives. */
const SYNC_EVERY = 32 * STEP;
const buffer = Buffer.allocUnsafe(STEP);
const running = new Map<string, Running>();

function advance(state: Running, path: string, to: number, isLast: boolean): void {
  const file = openSync(path, 'r');
  try {
    while (state.position < to) {
      const length = readSync(file, buffer, 0, Math.min(STEP, to - state.position), state.position);
      if (length === 0) throw new Error(`${path} ended at ${state.position}, not at ${to}`);
      state.hash.update(buffer.subarray(0, length));
      state.position += length;
    }
    if (isLast || state.position - state.synced >= SYNC_EVERY) {
      fdatasyncSync(file);
      state.synced = state.position;
    }
  } finally {
    closeSync(file);
  }
}

function stateOf(id: string): Running {
  const state = running.get(id) ?? { hash: createHash('sha256'), position: 0, synced: 0 };
  running.set(id, state);
  return state;
}

parentPort?.on('message', (request: HashRequest) => {
  if (request.kind === 'forget' || (request.kind === 'finish' && request.fresh)) running.delete(request.id);
  if (request.kind === 'forget') return;
  try {
    const state = stateOf(request.id);
    advance(state, request.path, request.to, request.kind === 'finish');
    if (request.kind === 'follow') return;
    running.delete(request.id);
    parentPort?.postMessage({ id: request.id, sha256: state.hash.digest('hex') } satisfies HashReply);
  } catch (error) {
    running.delete(request.id);
    if (request.kind === 'finish') parentPort?.postMessage({ id: request.id, error: String(error) } satisfies HashReply);
  }
});
