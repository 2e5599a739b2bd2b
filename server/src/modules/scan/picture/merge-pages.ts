import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { LARGEST_SCAN } from '@kepu/shared/rules/scan';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { ScanFailure } from './scan-failure.js';

const A4: [number, number] = [595.28, 841.89];
/** Room for the PDF's own words around its pictures. */
const PDF_WORDS = 20_000;
/** Tried one after the other until the file is small enough: quality, and points an inch. */
const STEPS = [{ quality: 72, dpi: 200 }, { quality: 62, dpi: 170 }, { quality: 55, dpi: 150 }, { quality: 45, dpi: 120 }] as const;

/** One A4 page for each straightened sheet, together below the size that goes by e-mail. Writes `scan.pdf`. */
export async function mergePages(title: string, paths: readonly string[]): Promise<{ pages: number }> {
  const kept = await Promise.all(paths.map((path) => readFile(path)));
  let pages = kept;
  for (const { quality, dpi } of STEPS) {
    if (bytesOf(pages) <= LARGEST_SCAN - PDF_WORDS) break;
    pages = [];
    for (const page of kept) pages.push(await sharp(page).resize({ width: Math.round((210 / 25.4) * dpi) }).jpeg({ quality }).toBuffer());
  }
  if (bytesOf(pages) > LARGEST_SCAN - PDF_WORDS) throw new ScanFailure('SCAN_TOO_LARGE');
  await writeFile('scan.pdf', await drawn(title, pages));
  return { pages: pages.length };
}

const bytesOf = (pages: readonly Buffer[]) => pages.reduce((sum, page) => sum + page.length, 0);

function drawn(title: string, pages: readonly Buffer[]): Promise<Buffer> {
  const doc = new PDFDocument({ autoFirstPage: false, size: A4, margin: 0, font: '', info: { Title: title, Creator: 'Kepu' } });
  for (const page of pages) {
    doc.addPage();
    doc.image(page, 0, 0, { width: A4[0], height: A4[1] });
  }
  doc.end();
  return buffer(doc);
}
