import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '@kepu/shared/errors';
import { NOT_MEASURED } from '@kepu/shared/upload/film-facts';
import type { PickedFile } from '../../platform/picked-file';
import type { TransferEvents, TransferOrder } from './transfer';
import { Uploader, type UploadJob } from './uploader';

const file: PickedFile = { name: '风.mp4', bytes: 1_000, mime: 'video/mp4', source: 'system', blob: null, read: () => Promise.resolve(new Uint8Array()), measure: () => Promise.resolve(NOT_MEASURED), close: () => undefined };
const problem = (code: ReasonCode, status: number): string => JSON.stringify({ type: '', title: '', status, code, requestId: '', reasons: [{ code, message: code }] });

function setUp(job: Partial<UploadJob> = {}) {
  const attempts: { order: TransferOrder; events: TransferEvents; isStopped: boolean }[] = [];
  const timers: { ms: number; work: () => void }[] = [];
  const world = { isOnline: true, isMetered: false as boolean | null, renewals: 0, now: 0 };
  const uploader = new Uploader({ file, workId: 'w', purpose: 'film', fingerprint: 'f', uploadUrl: null, offset: 0, ...job }, {
    start: (order, events) => {
      const attempt = { order, events, isStopped: false };
      attempts.push(attempt);
      return { stop: () => Promise.resolve(void (attempt.isStopped = true)) };
    },
    network: () => Promise.resolve({ isOnline: world.isOnline, isMetered: world.isMetered }),
    renewLogin: () => Promise.resolve((world.renewals += 1) > 0),
    later: (ms, work) => {
      const timer = { ms, work };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    now: () => world.now,
  });
  const last = () => {
    const attempt = attempts[attempts.length - 1];
    if (!attempt) throw new Error('nothing was sent');
    return attempt;
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { uploader, attempts, last, timers, world, settle, state: () => uploader.store.get() };
}

describe('an upload', () => {
  it('counts what the server has confirmed and ends with the id of the file', async () => {
    const { uploader, last, state, world } = setUp();
    await uploader.run();
    last().events.onUrl('/api/uploads/abc');
    last().events.onSent(300);
    world.now = 2_000;
    last().events.onConfirmed(500);
    expect(state()).toMatchObject({ confirmed: 500, bytesPerSecond: 100 });
    last().events.onDone();
    expect(state().phase).toEqual({ kind: 'done', fileId: 'abc' });
  });

  it('goes on at the server\'s offset after a pause, not from the start', async () => {
    const { uploader, attempts, last, state } = setUp();
    await uploader.run();
    last().events.onUrl('/api/uploads/abc');
    last().events.onSent(700);
    last().events.onConfirmed(500);
    await uploader.pause();
    expect(attempts[0]?.isStopped).toBe(true);
    expect(state()).toMatchObject({ phase: { kind: 'paused' }, sent: 500 });
    await uploader.run();
    expect(last().order.uploadUrl).toBe('/api/uploads/abc');
  });

  it('waits for the network when it is lost and goes on by itself', async () => {
    const { uploader, attempts, last, world, settle, state } = setUp();
    await uploader.run();
    world.isOnline = false;
    last().events.onFailed({ status: null, body: '' });
    await settle();
    expect(state().phase).toEqual({ kind: 'waiting', for: 'network' });
    world.isOnline = true;
    await uploader.wake('network');
    expect(attempts).toHaveLength(2);
    expect(state().phase).toEqual({ kind: 'sending' });
  });

  it('tries again later and later while the server does not answer', async () => {
    const { uploader, last, timers, settle } = setUp();
    await uploader.run();
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      last().events.onFailed({ status: 502, body: '' });
      await settle();
      const timer = timers.pop();
      waits.push(timer?.ms ?? 0);
      timer?.work();
      await settle();
    }
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  it('stops in the background and goes on in front, without asking', async () => {
    const { uploader, attempts, last, state } = setUp();
    await uploader.run();
    last().events.onUrl('/api/uploads/abc');
    await uploader.suspend();
    expect(attempts[0]?.isStopped).toBe(true);
    expect(state().phase).toEqual({ kind: 'waiting', for: 'foreground' });
    await uploader.wake('foreground');
    expect(last().order.uploadUrl).toBe('/api/uploads/abc');
  });

  it('asks before it spends mobile data, and stays stopped in the background until then', async () => {
    const { uploader, attempts, world, state } = setUp();
    world.isMetered = true;
    await uploader.run();
    await uploader.suspend();
    await uploader.wake('foreground');
    expect(attempts).toHaveLength(0);
    expect(state().phase).toEqual({ kind: 'waiting', for: 'wifi' });
    await uploader.runMetered();
    expect(attempts).toHaveLength(1);
  });

  it('renews the log-in once and goes on', async () => {
    const { uploader, attempts, last, world, settle } = setUp();
    await uploader.run();
    last().events.onFailed({ status: 401, body: problem('SESSION_ENDED', 401) });
    await settle();
    expect(world.renewals).toBe(1);
    expect(attempts).toHaveLength(2);
  });

  it('starts over with the same file when the server has cleared the upload away', async () => {
    const { uploader, last, settle, state } = setUp({ uploadUrl: '/api/uploads/old', offset: 600 });
    await uploader.run();
    last().events.onFailed({ status: 410, body: problem('UPLOAD_EXPIRED', 410) });
    await settle();
    expect(last().order.uploadUrl).toBeNull();
    expect(state()).toMatchObject({ confirmed: 0, resumedFrom: 0 });
  });

  it.each([[413, 'FILE_TOO_LARGE'], [415, 'FILE_TYPE'], [422, 'FILE_DAMAGED'], [507, 'DISK_FULL'], [409, 'TOO_MANY_FILES'], [409, 'WRONG_STATUS']] as const)('does not try again after %i', async (status, code) => {
    const { uploader, attempts, last, timers, settle, state } = setUp();
    await uploader.run();
    last().events.onFailed({ status, body: problem(code, status) });
    await settle();
    expect(state().phase).toMatchObject({ kind: 'failed' });
    expect([attempts.length, timers.length]).toEqual([1, 0]);
  });

  it.each([[423, ''], [409, problem('UPLOAD_OFFSET', 409)]])('asks the server again where it stands after %i', async (status, body) => {
    const { uploader, last, timers, settle } = setUp({ uploadUrl: '/api/uploads/abc' });
    await uploader.run();
    last().events.onFailed({ status, body });
    await settle();
    timers.pop()?.work();
    await settle();
    expect(last().order.uploadUrl).toBe('/api/uploads/abc');
  });

  it('stays paused when the answer to a request comes after the pause', async () => {
    const { uploader, last, timers, settle, state } = setUp();
    await uploader.run();
    await uploader.pause();
    last().events.onFailed({ status: 500, body: '' });
    await settle();
    expect(state().phase).toEqual({ kind: 'paused' });
    expect(timers).toEqual([]);
  });
});
