import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { MOST_SCAN_PAGES } from '@kepu/shared/rules/scan';
import { ScanFailure } from './scan-failure.js';

const require = createRequire(import.meta.url);

/**
 * Required, not imported: an import opens its hundreds of files at once, and a process that reads scans may hold 64.
 * Only here: a photograph is read without it.
 */
function pdfLib(): typeof import('@cantoo/pdf-lib') {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- the type of require() is any
  return require('@cantoo/pdf-lib');
}

/** The number of pages of a PDF that opens without a password; a failure says why it is not one. */
export async function checkPdf(path: string): Promise<number> {
  const pdf = await pdfLib().PDFDocument.load(await readFile(path), { ignoreEncryption: true, updateMetadata: false }).catch(() => {
    throw new ScanFailure('SCAN_PDF_DAMAGED');
  });
  if (pdf.isEncrypted) throw new ScanFailure('SCAN_PDF_ENCRYPTED');
  const pages = pagesOf(pdf);
  if (pages < 1 || pages > MOST_SCAN_PAGES) throw new ScanFailure('SCAN_PDF_PAGES');
  return pages;
}

function pagesOf(pdf: PDFDocument): number {
  try {
    return pdf.getPageCount();
  } catch {
    throw new ScanFailure('SCAN_PDF_DAMAGED');
  }
}
