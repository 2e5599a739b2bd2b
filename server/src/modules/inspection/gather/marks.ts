import { open, type FileHandle } from 'node:fs/promises';
import type { FilmFacts, MarkFacts } from '@kepu/shared/inspection/facts';
import { readBox } from './box-walk.js';
import type { FilmSource } from './film-source.js';
import { aigcFieldIn } from './marks/aigc-field.js';
import { textsIn } from './marks/metadata-texts.js';

const XMP = 'be7acfcb97a942e89c71999491e3afac';
const C2PA = 'd8fec3d61b0e483c92975828877ec481';

/** What one box may hold that is read: an index with covers in it is larger, the texts in it are not. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_BOXES = 50_000;
const MOST_FIELDS = 8;
const HEADER_BYTES = 16;
/** Read at once: the headers of many small boxes. */
const WINDOW_BYTES = 4096;

/** Looks for marks of generated material by the file's boxes alone. What is found is told as it stands; not found says nothing. */
export async function findMarks(film: FilmSource, facts: FilmFacts): Promise<void> {
  facts.marks = await readMarks(film.path);
}

export async function readMarks(path: string): Promise<MarkFacts> {
  const file = await open(path, 'r');
  try {
    const marks: MarkFacts = { aigc: [], hasC2pa: false };
    const { size } = await file.stat();
    await walk(file, { from: 0, to: size, left: MOST_BOXES }, marks);
    return marks;
  } finally {
    await file.close();
  }
}

interface Stretch {
  from: number;
  to: number;
  /** Boxes that may still be looked at. */
  left: number;
}

/** Boxes that hold others in which texts may lie: the index and its tracks. */
const HOLDERS = new Set(['moov', 'trak', 'moof', 'traf']);
const DEEPEST = 4;

/** The boxes side by side in a stretch of the file, those of the index and its tracks one level deeper each. */
async function walk(file: FileHandle, stretch: Stretch, marks: MarkFacts, depth = 0): Promise<void> {
  let window = { offset: stretch.from, bytes: await read(file, stretch.from, WINDOW_BYTES) };
  for (let offset = stretch.from; offset < stretch.to && stretch.left > 0; stretch.left -= 1) {
    if (offset + HEADER_BYTES > window.offset + window.bytes.length) window = { offset, bytes: await read(file, offset, WINDOW_BYTES) };
    const head = window.bytes.subarray(offset - window.offset, offset - window.offset + HEADER_BYTES);
    const box = readBox(head, offset, stretch.to);
    if (!box) return;
    const contents = offset + (head.readUInt32BE(0) === 1 ? HEADER_BYTES : 8);
    const end = Math.min(offset + box.size, stretch.to);
    if (HOLDERS.has(box.type) && depth < DEEPEST) {
      const inside = { from: contents, to: end, left: stretch.left };
      await walk(file, inside, marks, depth + 1);
      stretch.left = inside.left;
    }
    if (box.type === 'uuid') lookAtUuid(await read(file, contents, Math.min(end - contents, MOST_BYTES)), marks);
    if (box.type === 'udta' || box.type === 'meta') note(marks, textsIn(box.type, await read(file, contents, Math.min(end - contents, MOST_BYTES))));
    offset = end;
  }
}

function lookAtUuid(contents: Buffer, marks: MarkFacts): void {
  const id = contents.toString('hex', 0, 16);
  if (id === C2PA) marks.hasC2pa = true;
  if (id === XMP) note(marks, [{ where: 'XMP', name: '', text: contents.toString('utf8', 16) }]);
}

function note(marks: MarkFacts, texts: { where: string; name: string; text: string }[]): void {
  for (const { where, name, text } of texts) {
    const field = aigcFieldIn(name, text);
    if (field === null || marks.aigc.length >= MOST_FIELDS || marks.aigc.some(({ text: known }) => known === field)) continue;
    marks.aigc.push({ where, text: field });
  }
}

async function read(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}
