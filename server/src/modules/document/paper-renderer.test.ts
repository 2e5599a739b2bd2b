import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { annex2 } from '@kepu/shared/paper/annex2';
import type { PaperLayout } from '@kepu/shared/paper/layout';
import { readyForm } from '@kepu/shared/testing/examples';
import { beijing } from '@kepu/shared/time';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { PaperRenderer, type PaperThread } from './paper-renderer.js';
import { renderPdf } from './render-pdf.js';

const paper = (title: string, signature: string | null = null): PaperLayout =>
  annex2({
    config: preset2025, madeAt: beijing('2025-11-22'), unitName: null, slotNumber: null,
    work: { form: { ...readyForm(), title }, version: { number: 1, code: '7F3A 91C2', verifyAddress: 'https://kepu.example.cn/verify/8Kx2mPq7Zt4v' }, electronic: signature === null ? null : { signature } },
  });

const folder = mkdtempSync(join(tmpdir(), 'kepu-thread-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread that fails as threads can fail, on the layouts so titled, and otherwise answers with its own number. */
const frail = join(folder, 'frail.mjs');
writeFileSync(frail, `
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ layout: { title } }) => {
    if (title.endsWith('die')) process.exit(1);
    if (title.endsWith('throw')) throw new Error('out of order');
    if (!title.endsWith('hang')) parentPort.postMessage({ bytes: Uint8Array.of(threadId) });
  });
`);

describe('the drawing thread', () => {
  let renderer: PaperRenderer;
  const withThread = (thread?: Partial<PaperThread>) => (renderer = new PaperRenderer(thread && { file: frail, timeoutMs: 10_000, idleMs: 10_000, ...thread }));
  const thread = async () => (await renderer.render(paper('ok')))[0];
  afterEach(() => renderer.onApplicationShutdown());

  it('gives several papers that are asked for at once each to its own caller', async () => {
    withThread();
    const titles = ['甲', '乙', '丙', '丁'];
    const drawn = await Promise.all(titles.map((title) => renderer.render(paper(title))));
    for (const [index, title] of titles.entries()) expect(drawn[index]?.equals(await renderPdf(paper(title)))).toBe(true);
  });

  it.each([
    ['is none', 'data:image/png;base64,bm8gcGljdHVyZQ=='],
    ['is broken off', 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAwAAAAECAYAAAC6Jt6K'],
    ['would be read from the disk', '/etc/hostname'],
  ])('fails a paper whose picture %s, and draws the next', async (_name, picture) => {
    withThread();
    const [bad, good] = await Promise.allSettled([renderer.render(paper('坏', picture)), renderer.render(paper('好'))]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('could not be drawn') } });
    expect(good.status).toBe('fulfilled');
  });

  it.each([['dies', 'die', 'thread died'], ['throws', 'throw', 'out of order']])('is replaced when it %s', async (_name, title, message) => {
    withThread({});
    const first = await thread();
    await expect(renderer.render(paper(title))).rejects.toThrow(message);
    expect(await thread()).not.toBe(first);
  });

  it('is given up when a paper takes too long', async () => {
    withThread({ timeoutMs: 300 });
    const [late, next] = await Promise.allSettled([renderer.render(paper('hang')), renderer.render(paper('ok'))]);
    expect(late).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('longer than 300 ms') } });
    expect(next.status).toBe('fulfilled');
  });

  it('serves one paper after the other, ends when nobody needs it, and is started again', async () => {
    withThread({ idleMs: 40 });
    const first = await thread();
    expect(await thread()).toBe(first);
    await expect.poll(thread, { interval: 120 }).not.toBe(first);
  });
});
