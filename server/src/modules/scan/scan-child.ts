import { writeFile } from 'node:fs/promises';
import { toGrey } from './picture/raster.js';
import { checkPdf } from './picture/check-pdf.js';
import { mergePages } from './picture/merge-pages.js';
import { openPhoto, toJpeg } from './picture/open-photo.js';
import { readCode } from './picture/read-code.js';
import { readPage, type PageWishes } from './picture/read-page.js';
import { ScanFailure } from './picture/scan-failure.js';
import type { ScanReply } from './reading.js';

// A process of its own for one file nobody trusts: it works in an empty folder, within limits, and may be ended at any moment.

/** Small enough to be sent, good enough for the seal's finest line. */
const PAGE_QUALITY = 82;

async function page(path: string, wishes: PageWishes): Promise<ScanReply> {
  const { picture, small, view } = await openPhoto(path);
  await writeFile('view.jpg', view);
  const { page: pixels, ...reading } = readPage({ picture, small }, wishes);
  await writeFile('page.jpg', await toJpeg(pixels, PAGE_QUALITY));
  return { page: { ...reading, width: picture.width, height: picture.height } };
}

async function codes(paths: readonly string[]): Promise<ScanReply> {
  const read: (string | null)[] = [];
  for (const path of paths) read.push(readCode(toGrey((await openPhoto(path)).picture))?.text ?? null);
  return { codes: read };
}

async function answer([task, ...rest]: readonly string[]): Promise<ScanReply> {
  const [first = '', second = ''] = rest;
  if (task === 'page') return page(first, JSON.parse(second) as PageWishes);
  if (task === 'merge') return { merged: await mergePages(first, rest.slice(1)) };
  if (task === 'pdf') return { pdf: { pages: await checkPdf(first) } };
  if (task === 'codes') return codes(rest);
  throw new Error(`no such task: ${String(task)}`);
}

answer(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof ScanFailure) return { failure: error.code };
  throw error;
}).then((reply) => process.stdout.write(JSON.stringify(reply)), (error: unknown) => {
  process.stderr.write(String(error));
  process.exitCode = 1;
});
