import { beijingParts, type Instant } from '@kepu/shared/time';
import { SegmentPlan, type Segment } from './segments.js';

/** A file that goes into an archive as it is stored. */
export interface ArchiveFile {
  /** Folders with `/`, last the name. */
  path: string;
  key: string;
  bytes: number;
  crc32: number;
  /** When it was stored: an archive that is asked for again must have the same bytes. */
  at: Instant;
}

const LIMIT_32 = 0xffff_ffff;
const LIMIT_16 = 0xffff;
/** Names are UTF-8: without this bit Windows takes them for the code page of the machine. */
const UTF8_NAMES = 0x0800;
const VERSION_ZIP64 = 45;
const VERSION_PLAIN = 20;

interface Placed {
  file: ArchiveFile;
  name: Buffer;
  offset: number;
}

/**
 * A ZIP whose members are stored, not compressed: films do not shrink, and so the whole layout follows from
 * lengths and checksums. Members past 4 GB, and archives past it or past 65535 members, get ZIP64 records.
 */
export function zipPlan(files: readonly ArchiveFile[]): SegmentPlan {
  const segments: Segment[] = [];
  const placed: Placed[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.path, 'utf8');
    const header = localHeader(file, name);
    placed.push({ file, name, offset });
    segments.push(header, { key: file.key, bytes: file.bytes });
    offset += header.length + file.bytes;
  }
  const directory = Buffer.concat(placed.map(centralHeader));
  return new SegmentPlan([...segments, directory, endOfDirectory(placed.length, directory.length, offset)]);
}

/** DOS time has no zone: it is Beijing's, as everywhere in the product. */
function dosTime(at: Instant): { time: number; date: number } {
  const { year, month, date, hour, minute, second } = beijingParts(at);
  return { time: (hour << 11) | (minute << 5) | (second >> 1), date: ((Math.max(year, 1980) - 1980) << 9) | (month << 5) | date };
}

const isLong = (bytes: number) => bytes >= LIMIT_32;

function localHeader({ bytes, crc32, at }: ArchiveFile, name: Buffer): Buffer {
  const { time, date } = dosTime(at);
  const extra = isLong(bytes) ? zip64Extra([bytes, bytes]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(isLong(bytes) ? VERSION_ZIP64 : VERSION_PLAIN, 4);
  header.writeUInt16LE(UTF8_NAMES, 6);
  header.writeUInt16LE(time, 10);
  header.writeUInt16LE(date, 12);
  header.writeUInt32LE(crc32 >>> 0, 14);
  header.writeUInt32LE(Math.min(bytes, LIMIT_32), 18);
  header.writeUInt32LE(Math.min(bytes, LIMIT_32), 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

function centralHeader({ file: { bytes, crc32, at }, name, offset }: Placed): Buffer {
  const { time, date } = dosTime(at);
  const long = [...(isLong(bytes) ? [bytes, bytes] : []), ...(isLong(offset) ? [offset] : [])];
  const extra = long.length > 0 ? zip64Extra(long) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(VERSION_ZIP64, 4);
  header.writeUInt16LE(long.length > 0 ? VERSION_ZIP64 : VERSION_PLAIN, 6);
  header.writeUInt16LE(UTF8_NAMES, 8);
  header.writeUInt16LE(time, 12);
  header.writeUInt16LE(date, 14);
  header.writeUInt32LE(crc32 >>> 0, 16);
  header.writeUInt32LE(Math.min(bytes, LIMIT_32), 20);
  header.writeUInt32LE(Math.min(bytes, LIMIT_32), 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(Math.min(offset, LIMIT_32), 42);
  return Buffer.concat([header, name, extra]);
}

/** Field 1 of the extras: the lengths and offsets that do not fit their 32 bits, in the order of the header. */
function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  return extra;
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(Math.min(count, LIMIT_16), 8);
  end.writeUInt16LE(Math.min(count, LIMIT_16), 10);
  end.writeUInt32LE(Math.min(size, LIMIT_32), 12);
  end.writeUInt32LE(Math.min(offset, LIMIT_32), 16);
  const needs64 = count >= LIMIT_16 || isLong(size) || isLong(offset);
  return needs64 ? Buffer.concat([endOfDirectory64(count, size, offset), end]) : end;
}

function endOfDirectory64(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x0606_4b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(VERSION_ZIP64, 12);
  record.writeUInt16LE(VERSION_ZIP64, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x0706_4b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}
