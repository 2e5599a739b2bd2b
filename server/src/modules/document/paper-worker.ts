import { parentPort } from 'node:worker_threads';
import type { PaperLayout } from '@kepu/shared/paper/layout';

/** File formats a paper is drawn in. */
export type PaperFormat = 'pdf' | 'docx' | 'xlsx';

export interface PaperOrder {
  layout: PaperLayout;
  /** Drawn behind it in the same file; PDF only. */
  more?: PaperLayout[];
  as: PaperFormat;
}

/**
 * The thread that draws papers: fonts of 40 MB are read and a second of computing is spent here, away from
 * the requests. It takes one layout at a time and answers each with one reply.
 */
export type PaperReply = { bytes: Uint8Array<ArrayBuffer> } | { error: string };

/** Each is loaded when its first paper is asked for: most threads only ever draw PDF. */
async function draw({ layout, more = [], as }: PaperOrder): Promise<Buffer> {
  switch (as) {
    case 'pdf':
      return (await import('./render-pdf.js')).renderPdf(layout, ...more);
    case 'docx':
      return (await import('./render-docx.js')).renderDocx(layout);
    case 'xlsx':
      return (await import('./render-xlsx.js')).renderXlsx(layout);
  }
}

async function answer(order: PaperOrder): Promise<void> {
  try {
    const bytes = Uint8Array.from(await draw(order));
    parentPort?.postMessage({ bytes } satisfies PaperReply, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ error: String(error) } satisfies PaperReply);
  }
}

parentPort?.on('message', (order: PaperOrder) => void answer(order));
