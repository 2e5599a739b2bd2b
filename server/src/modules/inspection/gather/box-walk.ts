import { open, type FileHandle } from 'node:fs/promises';

/** The outermost structure of an MP4 file, read from its bytes alone: no tool, a few milliseconds. */
export interface BoxReport {
  bytes: number;
  /** The first bytes of the file, for `sniffContainer`. */
  head: Uint8Array;
  /** The index of the film is there and complete. */
  hasMoov: boolean;
  /** Picture and sound are there, complete or not. */
  hasMdat: boolean;
  /** The whole index stands before picture and sound: a player begins with the first bytes. */
  startsFast: boolean;
  /** The box that claims more bytes than the file has: the mark of a file cut short. */
  cutBox: string | null;
  /** Bytes that are no box any more begin here; null when boxes fill the file to the last byte. */
  junkAt: number | null;
}

interface Box {
  type: string;
  offset: number;
  /** Claimed size in bytes with its header; what is left of the file for the last box that says "to the end". */
  size: number;
}

/** Read at once: many small boxes, or the first bytes of a large one. */
const WINDOW_BYTES = 4096;
const HEADER_BYTES = 16;
/** A film of five minutes in fragments of a single frame has some 40 000 boxes. */
const MOST_BOXES = 100_000;

/** Walks the boxes of a file from the first to the last byte and says whether they fill it exactly. */
export async function walkBoxes(path: string): Promise<BoxReport> {
  const file = await open(path, 'r');
  try {
    const { size: bytes } = await file.stat();
    const head = await readAt(file, 0);
    const report: BoxReport = { bytes, head, hasMoov: false, hasMdat: false, startsFast: false, cutBox: null, junkAt: null };
    let window = { offset: 0, bytes: head };
    let offset = 0;
    for (let count = 0; offset < bytes; count += 1) {
      if (offset + HEADER_BYTES > window.offset + window.bytes.length) window = { offset, bytes: await readAt(file, offset) };
      const box = count < MOST_BOXES ? readBox(window.bytes.subarray(offset - window.offset), offset, bytes) : null;
      if (!box) return { ...report, junkAt: offset };
      offset += box.size;
      if (box.type === 'mdat') report.hasMdat = true;
      if (offset > bytes) return { ...report, cutBox: box.type };
      if (box.type === 'moov') [report.hasMoov, report.startsFast] = [true, !report.hasMdat];
      if (box.type === 'moof') report.startsFast = false;
    }
    return report;
  } finally {
    await file.close();
  }
}

/** Something that matters is missing at the end: padding that was cut off does not. */
export function isCutShort({ cutBox, hasMoov, hasMdat }: BoxReport): boolean {
  const isPadding = cutBox === 'free' || cutBox === 'skip';
  return cutBox !== null && !(isPadding && hasMoov && hasMdat);
}

/** A box at `offset`, or null where the bytes are none: four printable letters and a size that can hold its own header. */
export function readBox(header: Buffer, offset: number, fileBytes: number): Box | null {
  if (header.length < 8) return null;
  const type = header.toString('latin1', 4, 8);
  if (!/^[\x20-\x7e\xa9][\x20-\x7e]{3}$/u.test(type)) return null;
  const claimed = header.readUInt32BE(0);
  if (claimed === 0) return { type, offset, size: fileBytes - offset };
  if (claimed >= 8) return { type, offset, size: claimed };
  if (claimed !== 1 || header.length < HEADER_BYTES) return null;
  const large = header.readBigUInt64BE(8);
  return large >= 16n && large <= BigInt(Number.MAX_SAFE_INTEGER) ? { type, offset, size: Number(large) } : null;
}

async function readAt(file: FileHandle, offset: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(WINDOW_BYTES), 0, WINDOW_BYTES, offset);
  return buffer.subarray(0, bytesRead);
}
