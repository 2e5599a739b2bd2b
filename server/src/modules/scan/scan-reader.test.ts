import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../platform/config.js';
import { workerFile } from '../../platform/worker-file.js';
import { Tools } from '../inspection/tools.js';
import { ReaderStopped, ScanReader, type ScanProcess } from './scan-reader.js';

const BOUNDS: ScanProcess = { script: workerFile(import.meta.url, './scan-child.js'), wallMs: 60_000, memoryBytes: 700_000_000 };
const WISHES = { corners: null, turn: null };

describe('the process that reads a photograph', () => {
  let folder: string;
  let photo: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kepu-reader-'));
    photo = join(folder, 'large.png');
    await sharp({ create: { width: 5_000, height: 7_000, channels: 3, background: '#eee', noise: { type: 'gaussian', mean: 200, sigma: 20 } } }).png({ compressionLevel: 1 }).toFile(photo);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const reader = (bounds: Partial<ScanProcess>) => new ScanReader(new Tools(readConfig({ KEPU_MODE: 'demonstration', KEPU_DATA_DIR: folder })), { ...BOUNDS, ...bounds });
  const whyOf = (bounds: Partial<ScanProcess>, signal = new AbortController().signal) =>
    reader(bounds).page(photo, WISHES, signal, () => Promise.resolve()).then((reply) => Object.keys(reply)[0], (error: unknown) => (error instanceof ReaderStopped ? error.why : String(error)));

  it('reads 35 million pixels of PNG within its bounds', async () => expect(await whyOf({})).toBe('page'));

  it('is ended when it takes too long', async () => expect(await whyOf({ wallMs: 40 })).toBe('timeout'));

  // The limit on memory is the kernel's: Linux has it.
  it.runIf(process.platform === 'linux')('gets no more memory than it may have', async () => {
    expect(['crashed', 'error', 'out-of-limits', 'failure']).toContain(await whyOf({ memoryBytes: 120_000_000 }));
  });

  it('is gone at once when nobody wants the page any more', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    expect(await whyOf({}, stop.signal)).toContain('AbortError');
  });
});
