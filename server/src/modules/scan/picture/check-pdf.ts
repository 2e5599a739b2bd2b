import { readFile } from 'node:fs/promises';
import { MOST_SCAN_PAGES } from '@kepu/shared/rules/scan';
import { PDFDocument } from 'pdf-lib';
import { ScanFailure } from './scan-failure.js';

/** The number of pages of a PDF that opens without a password; a failure says why it is not one. */
export async function checkPdf(path: string): Promise<number> {
  const pdf = await PDFDocument.load(await readFile(path), { ignoreEncryption: true, updateMetadata: false }).catch(() => {
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
