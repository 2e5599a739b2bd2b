import { beijingParts, type Instant } from '@kepu/shared/time';
import type { ArchiveFile } from './zip-plan.js';
import { buildTree, type DiscFolder, type DiscNode } from './disc-tree.js';
import { SegmentPlan, type Segment } from './segments.js';

const SECTOR = 2048;
/** Volume descriptors begin after the sixteen sectors of the system area: primary, Joliet, terminator. */
const FIRST_DESCRIPTOR = 16;
const DESCRIPTORS = 3;
/** Drives read ahead: without room after the last file they fail at the end of the track. */
const RUN_OUT = 150;

const sectorsOf = (bytes: number) => Math.ceil(bytes / SECTOR);
const padded = (buffer: Buffer) => Buffer.concat([buffer, Buffer.alloc(sectorsOf(buffer.length) * SECTOR - buffer.length)]);

export interface DiscFacts {
  /** Up to eleven capital letters, digits and underscores: shown by Windows as the disc's name. */
  label: string;
  at: Instant;
}

/**
 * A disc image: ISO 9660 for any reader and Joliet beside it, whose names Windows, macOS and Linux show. Both
 * trees point at the same files, so the image is as long as its files and a few tables.
 */
export function isoPlan(files: readonly ArchiveFile[], facts: DiscFacts): SegmentPlan {
  const root = buildTree(files);
  const trees = [new TreeLayout(root, 'primary'), new TreeLayout(root, 'joliet')] as const;
  let sector = FIRST_DESCRIPTOR + DESCRIPTORS;
  for (const tree of trees) sector = tree.place(sector);
  const starts = new Map<ArchiveFile, number>();
  for (const file of files) {
    starts.set(file, sector);
    sector += sectorsOf(file.bytes);
  }
  const head = [
    Buffer.alloc(FIRST_DESCRIPTOR * SECTOR),
    ...trees.map((tree) => descriptor(tree, sector + RUN_OUT, facts)),
    terminator(),
    ...trees.flatMap((tree) => tree.write(starts)),
  ];
  const body: Segment[] = files.flatMap(({ key, bytes }): Segment[] => [{ key, bytes }, Buffer.alloc(sectorsOf(bytes) * SECTOR - bytes)]);
  return new SegmentPlan([Buffer.concat(head), ...body, Buffer.alloc(RUN_OUT * SECTOR)]);
}

type Kind = 'primary' | 'joliet';

/** Folders and path tables of one of the two trees, and where they lie. */
class TreeLayout {
  private readonly at = new Map<DiscFolder, number>();
  private readonly lengths = new Map<DiscFolder, number>();
  pathTableAt = 0;
  readonly pathTableBytes: number;

  private readonly folders: readonly DiscFolder[];

  constructor(
    private readonly root: DiscFolder,
    readonly kind: Kind,
  ) {
    this.folders = root.everyFolder(this.inOrder);
    for (const folder of this.folders) this.lengths.set(folder, sectorsOf(this.records(folder, () => 0).length) * SECTOR);
    this.pathTableBytes = this.pathTable('LE').length;
  }

  /** Takes sectors from `first` on: both path tables, then the folders. Returns the first sector after them. */
  place(first: number): number {
    this.pathTableAt = first;
    let next = first + 2 * sectorsOf(this.pathTableBytes);
    for (const folder of this.folders) {
      this.at.set(folder, next);
      next += (this.lengths.get(folder) ?? 0) / SECTOR;
    }
    return next;
  }

  write(starts: ReadonlyMap<ArchiveFile, number>): Buffer[] {
    const tables = (['LE', 'BE'] as const).map((endian) => padded(this.pathTable(endian)));
    return [...tables, ...this.folders.map((folder) => padded(this.records(folder, (file) => starts.get(file) ?? 0)))];
  }

  rootRecord(): Buffer {
    return this.folderRecord(this.root, Buffer.from([0]));
  }

  private nameOf(node: DiscNode): Buffer {
    return this.kind === 'joliet' ? utf16be(node.name) : Buffer.from(node.plainName, 'latin1');
  }

  private readonly inOrder = (a: DiscNode, b: DiscNode): number => Buffer.compare(this.nameOf(a), this.nameOf(b));

  /** A folder's content in the order of its names; a record never crosses the edge of a sector. */
  private records(folder: DiscFolder, startOf: (file: ArchiveFile) => number): Buffer {
    const own = [this.folderRecord(folder, Buffer.from([0])), this.folderRecord(folder.parent ?? folder, Buffer.from([1]))];
    const children = [...folder.children].sort(this.inOrder).map((node) => {
      if (node.kind === 'folder') return this.folderRecord(node, this.nameOf(node));
      return record(this.nameOf(node), startOf(node.file), node.file.bytes, { at: node.file.at, isFolder: false });
    });
    const out: Buffer[] = [];
    let used = 0;
    for (const entry of [...own, ...children]) {
      const left = SECTOR - (used % SECTOR);
      if (entry.length > left) {
        out.push(Buffer.alloc(left));
        used += left;
      }
      out.push(entry);
      used += entry.length;
    }
    return Buffer.concat(out);
  }

  private folderRecord(folder: DiscFolder, name: Buffer): Buffer {
    return record(name, this.at.get(folder) ?? 0, this.lengths.get(folder) ?? 0, { at: folder.at, isFolder: true });
  }

  private pathTable(endian: 'LE' | 'BE'): Buffer {
    return Buffer.concat(this.folders.map((folder) => {
      const name = folder.parent ? this.nameOf(folder) : Buffer.from([0]);
      const entry = Buffer.alloc(8 + name.length + (name.length % 2));
      entry.writeUInt8(name.length, 0);
      entry[`writeUInt32${endian}`](this.at.get(folder) ?? 0, 2);
      entry[`writeUInt16${endian}`](folder.parent ? this.folders.indexOf(folder.parent) + 1 : 1, 6);
      name.copy(entry, 8);
      return entry;
    }));
  }
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

/** The standard writes numbers twice, in both orders of bytes. */
function both32(target: Buffer, value: number, at: number): void {
  target.writeUInt32LE(value, at);
  target.writeUInt32BE(value, at + 4);
}

function both16(target: Buffer, value: number, at: number): void {
  target.writeUInt16LE(value, at);
  target.writeUInt16BE(value, at + 2);
}

/** Hours from Greenwich in quarters: Beijing is +8. */
const ZONE = 32;

function record(name: Buffer, sector: number, bytes: number, { at, isFolder }: { at: Instant; isFolder: boolean }): Buffer {
  const entry = Buffer.alloc(33 + name.length + (name.length % 2 === 0 ? 1 : 0));
  const { year, month, date, hour, minute, second } = beijingParts(at);
  entry.writeUInt8(entry.length, 0);
  both32(entry, sector, 2);
  both32(entry, bytes, 10);
  entry.set([year - 1900, month, date, hour, minute, second, ZONE], 18);
  entry.writeUInt8(isFolder ? 2 : 0, 25);
  both16(entry, 1, 28);
  entry.writeUInt8(name.length, 32);
  name.copy(entry, 33);
  return entry;
}

function descriptor(tree: TreeLayout, sectors: number, { label, at }: DiscFacts): Buffer {
  const isJoliet = tree.kind === 'joliet';
  const out = Buffer.alloc(SECTOR);
  const words = (text: string, from: number, length: number) => (isJoliet ? utf16be(text.padEnd(length / 2).slice(0, Math.floor(length / 2))) : Buffer.from(text.padEnd(length), 'latin1')).copy(out, from, 0, length);
  out.writeUInt8(isJoliet ? 2 : 1, 0);
  out.write('CD001', 1, 'latin1');
  out.writeUInt8(1, 6);
  words('', 8, 32);
  words(label, 40, 32);
  both32(out, sectors, 80);
  if (isJoliet) out.write('%/E', 88, 'latin1');
  both16(out, 1, 120);
  both16(out, 1, 124);
  both16(out, SECTOR, 128);
  both32(out, tree.pathTableBytes, 132);
  out.writeUInt32LE(tree.pathTableAt, 140);
  out.writeUInt32BE(tree.pathTableAt + sectorsOf(tree.pathTableBytes), 148);
  tree.rootRecord().copy(out, 156);
  for (const [from, length] of [[190, 128], [318, 128], [446, 128], [574, 128], [702, 37], [739, 37], [776, 37]] as const) words('', from, length);
  const { year, month, date, hour, minute, second } = beijingParts(at);
  const stamp = [year, month, date, hour, minute, second].map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('');
  for (const from of [813, 830]) {
    out.write(`${stamp}00`, from, 'latin1');
    out.writeInt8(ZONE, from + 16);
  }
  for (const from of [847, 864]) out.write('0'.repeat(16), from, 'latin1');
  out.writeUInt8(1, 881);
  return out;
}

function terminator(): Buffer {
  const out = Buffer.alloc(SECTOR);
  out.writeUInt8(255, 0);
  out.write('CD001', 1, 'latin1');
  out.writeUInt8(1, 6);
  return out;
}
