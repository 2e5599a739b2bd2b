import { sentenceOf, type Reason } from '@kepu/shared/errors';
import type { NetworkState } from '../../platform/network';
import { createStore } from '../../state/store';
import { parseProblem, Refused } from '../session/refused';
import { Pace } from './pace';
import type { StartTransfer, Transfer, TransferFailure, TransferOrder } from './transfer';

/** What an upload waits for before it goes on by itself. */
export type WaitReason = 'network' | 'wifi' | 'foreground' | 'server';

export type UploadPhase =
  | { kind: 'sending' }
  | { kind: 'paused' }
  | { kind: 'waiting'; for: WaitReason }
  | { kind: 'done'; fileId: string }
  /** Trying again can never help; `failure` says why. */
  | { kind: 'failed'; failure: Refused };

export interface UploadState {
  phase: UploadPhase;
  name: string;
  bytes: number;
  /** Bytes on their way, and bytes the server has confirmed. */
  sent: number;
  confirmed: number;
  bytesPerSecond: number | null;
  /** Bytes that were there already when this upload went on; 0 for a new one. */
  resumedFrom: number;
}

export interface UploaderPorts {
  start: StartTransfer;
  network: () => Promise<NetworkState>;
  renewLogin: () => Promise<boolean>;
  later: (ms: number, work: () => void) => () => void;
  now: () => number;
}

export interface UploadJob extends Omit<TransferOrder, 'uploadUrl'> {
  uploadUrl: string | null;
  /** Bytes the server already has of it. */
  offset: number;
}

const BACKOFF_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;
const BUSY_MS = 2_000;

/** Refusals after which the same file still gets through by itself: at another offset, or a moment later. */
const PASSING: readonly Reason['code'][] = ['UPLOAD_OFFSET', 'UPLOAD_BUSY', 'TOO_MANY_REQUESTS'];

/**
 * Brings one file to the server and keeps at it: over lost networks, a busy server, an expired log-in and the
 * app going to the background. Stops for good only where trying again can never help.
 */
export class Uploader {
  readonly store;
  private transfer: Transfer | null = null;
  private uploadUrl: string | null;
  private tries = 0;
  private hasRenewed = false;
  private allowsMetered = false;
  private callOff: (() => void) | null = null;
  private readonly pace = new Pace();

  constructor(
    readonly job: UploadJob,
    private readonly ports: UploaderPorts,
  ) {
    this.uploadUrl = job.uploadUrl;
    this.store = createStore<UploadState>({
      phase: { kind: 'paused' }, name: job.file.name, bytes: job.file.bytes, sent: job.offset, confirmed: job.offset, bytesPerSecond: null, resumedFrom: job.offset,
    });
  }

  get phase(): UploadPhase {
    return this.store.get().phase;
  }

  get isActive(): boolean {
    return this.phase.kind === 'sending' || (this.phase.kind === 'waiting' && this.phase.for !== 'wifi');
  }

  /** Begins, or goes on after a pause. */
  async run(): Promise<void> {
    if (this.transfer || this.isOver) return;
    const { isOnline, isMetered } = await this.ports.network();
    if (!isOnline) return this.wait('network');
    if (isMetered && !this.allowsMetered) return this.wait('wifi');
    this.send();
  }

  /** Goes on although the network is paid by volume: the person said so. */
  async runMetered(): Promise<void> {
    this.allowsMetered = true;
    await this.run();
  }

  async pause(): Promise<void> {
    await this.halt();
    if (!this.isOver) this.enter({ kind: 'paused' });
  }

  /** The app goes to the background, where requests are cut: stop now, go on when it is back. */
  async suspend(): Promise<void> {
    if (!this.isActive) return;
    await this.halt();
    this.wait('foreground');
  }

  async wake(reason: 'network' | 'foreground'): Promise<void> {
    if (this.phase.kind !== 'waiting') return;
    const waitsForNetwork = this.phase.for === 'network' || this.phase.for === 'wifi';
    if (reason === 'network' ? waitsForNetwork : this.phase.for === 'foreground') await this.run();
  }

  async drop(): Promise<void> {
    await this.halt();
    this.job.file.close();
  }

  private get isOver(): boolean {
    return this.phase.kind === 'done' || this.phase.kind === 'failed';
  }

  private send(): void {
    this.callOff?.();
    this.callOff = null;
    this.pace.reset();
    this.enter({ kind: 'sending' });
    this.transfer = this.ports.start({ ...this.job, uploadUrl: this.uploadUrl }, {
      onUrl: (url) => {
        this.uploadUrl = url;
      },
      onSent: (sent) => this.progress({ sent }),
      onConfirmed: (confirmed) => {
        this.tries = 0;
        this.progress({ confirmed, sent: confirmed });
      },
      onDone: () => this.finish(),
      onFailed: (failure) => void this.recover(failure),
    });
  }

  private progress(known: { sent: number; confirmed?: number }): void {
    this.pace.note(this.ports.now(), known.sent);
    this.store.set((state) => ({ ...state, ...known, confirmed: known.confirmed ?? state.confirmed, bytesPerSecond: this.pace.bytesPerSecond }));
  }

  private finish(): void {
    this.transfer = null;
    this.job.file.close();
    const { bytes } = this.job.file;
    this.store.set((state) => ({ ...state, sent: bytes, confirmed: bytes, phase: { kind: 'done', fileId: this.uploadUrl?.split('/').pop() ?? '' } }));
  }

  private async recover({ status, body }: TransferFailure): Promise<void> {
    this.transfer = null;
    if (status === 401 && !this.hasRenewed) {
      this.hasRenewed = true;
      if (await this.ports.renewLogin()) return this.send();
    }
    if (this.uploadUrl !== null && (status === 404 || status === 410)) return this.startOver();
    const refusal = refusalOf(status, body);
    if (refusal && !PASSING.some((code) => refusal.has(code))) return this.fail(refusal);
    if (status === null && !(await this.ports.network()).isOnline) return this.wait('network');
    this.retryLater(status === 423 ? BUSY_MS : (BACKOFF_MS[Math.min(this.tries, BACKOFF_MS.length - 1)] ?? BUSY_MS));
  }

  /** The server has cleared this upload away: the same file goes again from its first byte. */
  private startOver(): void {
    this.uploadUrl = null;
    this.store.set((state) => ({ ...state, sent: 0, confirmed: 0, resumedFrom: 0 }));
    this.send();
  }

  private retryLater(ms: number): void {
    if (this.phase.kind === 'paused') return;
    this.tries += 1;
    this.wait('server');
    this.callOff = this.ports.later(ms, () => void this.run());
  }

  private fail(failure: Refused): void {
    this.enter({ kind: 'failed', failure });
  }

  private wait(reason: WaitReason): void {
    this.enter({ kind: 'waiting', for: reason });
  }

  private enter(phase: UploadPhase): void {
    this.store.set((state) => ({ ...state, phase, sent: phase.kind === 'sending' ? state.sent : state.confirmed, bytesPerSecond: phase.kind === 'sending' ? state.bytesPerSecond : null }));
  }

  private async halt(): Promise<void> {
    this.callOff?.();
    this.callOff = null;
    const { transfer } = this;
    this.transfer = null;
    await transfer?.stop();
  }
}

/** What the server refused for good or for now; null where it could not answer. An answer to HEAD has no body. */
function refusalOf(status: number | null, body: string): Refused | null {
  const problem = parseProblem(body);
  if (status === null || (status >= 500 && problem?.code !== 'DISK_FULL')) return null;
  if (problem) return new Refused(status, problem);
  const reason: Reason = WITHOUT_BODY[status] ?? { code: 'INVALID_INPUT' };
  return new Refused(status, { type: '', title: '', status, code: reason.code, requestId: '', reasons: [{ ...reason, message: sentenceOf(reason) }] });
}

const WITHOUT_BODY: Record<number, Reason> = { 401: { code: 'SESSION_ENDED' }, 403: { code: 'NOT_ALLOWED' }, 409: { code: 'UPLOAD_OFFSET' }, 423: { code: 'UPLOAD_BUSY' }, 429: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 30 } };

/** Whether a failed upload may be tried again by the person: the disk may have room tomorrow, a wrong file never fits. */
export function mayTryAgain(failure: Refused): boolean {
  const passing: Reason['code'][] = ['DISK_FULL', 'TOO_MANY_FILES'];
  return failure.reasons.every((reason) => passing.includes(reason.code));
}
