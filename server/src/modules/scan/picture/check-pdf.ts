import { readFile } from 'node:fs/promises';
import { MOST_SCAN_PAGES } from '@kepu/shared/rules/scan';
import { EncryptedPDFError, PDFDocument } from 'pdf-lib';
import { ScanFailure } from './scan-failure.js';

/** The number of pages of a PDF that opens without a password; a failure says why it is not one. */
export async function checkPdf(path: string): Promise<number> {
  const pages = await PDFDocument.load(await readFile(path), { updateMetadata: false, throwOnInvalidObject: false }).then((pdf) => pdf.getPageCount(), (error: unknown) => {
    throw new ScanFailure(error instanceof EncryptedPDFError ? 'SCAN_PDF_ENCRYPTED' : 'SCAN_PDF_DAMAGED');
  });
  if (pages < 1 || pages > MOST_SCAN_PAGES) throw new ScanFailure('SCAN_PDF_PAGES');
  return pages;
}
