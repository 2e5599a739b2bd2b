import { parentPort } from 'node:worker_threads';
import type { PaperLayout } from '@kepu/shared/paper/layout';
import { renderPdf } from './render-pdf.js';

/**
 * The thread that draws papers: fonts of 40 MB are read and a second of computing is spent here, away from
 * the requests. It takes one layout at a time and answers each with one reply.
 */
export type PdfReply = { bytes: Uint8Array<ArrayBuffer> } | { error: string };

async function answer(layout: PaperLayout): Promise<void> {
  try {
    const bytes = Uint8Array.from(await renderPdf(layout));
    parentPort?.postMessage({ bytes } satisfies PdfReply, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ error: String(error) } satisfies PdfReply);
  }
}

parentPort?.on('message', (layout: PaperLayout) => void answer(layout));
