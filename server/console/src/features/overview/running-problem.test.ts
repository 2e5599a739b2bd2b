import { expect, it } from 'vitest';
import { runningProblem } from './running-problem';

const well = { inspectionsQueued: 0, inspectionsRunning: 0, oldestWaitMs: null, uploadsOpen: 3, diskFreeBytes: 500e9, diskTotalBytes: 1e12 };

it.each([
  ['nothing waits and half the disk is free', {}, null],
  ['a film has waited eleven minutes', { oldestWaitMs: 11 * 60_000 }, '检测积压'],
  ['under a tenth of the disk is free, whatever waits', { diskFreeBytes: 90e9, oldestWaitMs: 11 * 60_000 }, '存储快满了'],
])('says what to look at when %s', (_name, change, words) => expect(runningProblem({ ...well, ...change })).toBe(words));
