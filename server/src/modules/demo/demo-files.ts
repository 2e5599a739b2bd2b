import { open, readFile, truncate } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { FilmFacts } from '@kepu/shared/inspection/facts';
import PDFDocument from 'pdfkit';

const FOLDER = new URL('../../../assets/demo/', import.meta.url);

/** A file of the demonstration, as it ships. */
export function demoFile(name: 'proof.png' | 'signature.png' | 'scan.png'): Promise<Buffer> {
  return readFile(fileURLToPath(new URL(name, FOLDER)));
}

/** The sample sealed sheet as a scanner would send it. */
export async function demoScan(): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: 0, font: '' });
  doc.image(await demoFile('scan.png'), 0, 0, { fit: [doc.page.width, doc.page.height] });
  doc.end();
  return buffer(doc);
}

/** What the machine finds in the sample film (tools/demo/measure-film.mjs), but for its size. */
export async function demoFacts(): Promise<FilmFacts> {
  return JSON.parse(await readFile(fileURLToPath(new URL('facts.json', FOLDER)), 'utf8')) as FilmFacts;
}

const LEGAL_BYTES = 112_000_000;

/**
 * Writes the sample film to a path. The one that ships is small; a `free` box at its end (ISO/IEC 14496-12,
 * ignored by every player) brings it over 100 million bytes, sparse on the disk, and carries a number so
 * that no two sample films are the same file.
 */
export async function writeDemoFilm(path: string, number: number, size: 'whole' | 'too-small'): Promise<number> {
  const film = await readFile(fileURLToPath(new URL('film.mp4', FOLDER)));
  const total = size === 'whole' ? LEGAL_BYTES + number * 1_000_000 : film.length + 16;
  const box = Buffer.alloc(16);
  box.writeUInt32BE(total - film.length, 0);
  box.write('free', 4, 'latin1');
  box.writeUInt32BE(number, 8);
  const file = await open(path, 'w');
  await file.write(film, 0, film.length, 0);
  await file.write(box, 0, box.length, film.length);
  await file.close();
  await truncate(path, total);
  return total;
}
