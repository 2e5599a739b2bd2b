import { open, readFile, type FileHandle } from 'node:fs/promises';

interface Box {
  type: string;
  offset: number;
  size: number;
  /** Bytes before the contents: 8, or 16 with a large size. */
  header: number;
}

/** Boxes side by side in `bytes` between two positions. The films are our own: nothing is doubted here. */
function boxesIn(bytes: Buffer, from = 0, to = bytes.length): Box[] {
  const boxes: Box[] = [];
  for (let offset = from; offset + 8 <= to; ) {
    const box = boxAt(bytes.subarray(offset, offset + 16), offset, to);
    boxes.push(box);
    offset += box.size;
  }
  return boxes;
}

function boxAt(head: Buffer, offset: number, end: number): Box {
  const type = head.toString('latin1', 4, 8);
  const size = head.readUInt32BE(0);
  if (size === 1) return { type, offset, size: Number(head.readBigUInt64BE(8)), header: 16 };
  return { type, offset, size: size === 0 ? end - offset : size, header: 8 };
}

async function topBoxes(file: FileHandle): Promise<Box[]> {
  const { size: end } = await file.stat();
  const boxes: Box[] = [];
  for (let offset = 0; offset < end; ) {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, offset);
    const box = boxAt(buffer, offset, end);
    boxes.push(box);
    offset += box.size;
  }
  return boxes;
}

/** All boxes at a path such as moov/trak/tkhd. */
function at(bytes: Buffer, path: string, within: Box[] = boxesIn(bytes)): Box[] {
  const [type = '', ...rest] = path.split('/');
  const found = within.filter((box) => box.type === type);
  return rest.length === 0 ? found : found.flatMap((box) => at(bytes, rest.join('/'), boxesIn(bytes, box.offset + box.header, box.offset + box.size)));
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r+');
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** Where the bytes of picture and sound begin and how many there are, from the first fragment to the last. */
export function pictureBytes(path: string): Promise<{ offset: number; size: number }> {
  return withFile(path, async (file) => {
    const media = (await topBoxes(file)).filter(({ type }) => type === 'mdat');
    const [first, last] = [media[0], media.at(-1)];
    if (!first || !last) throw new Error('no mdat box');
    const offset = first.offset + first.header;
    return { offset, size: last.offset + last.size - offset };
  });
}

/** Changes the index (moov) in place. */
export function editIndex(path: string, edit: (moov: Buffer) => void): Promise<void> {
  return withFile(path, async (file) => {
    const moov = (await topBoxes(file)).find(({ type }) => type === 'moov');
    if (!moov) throw new Error('no moov box');
    const { buffer } = await file.read(Buffer.alloc(moov.size), 0, moov.size, moov.offset);
    edit(buffer);
    await file.write(buffer, 0, buffer.length, moov.offset);
  });
}

const FIXED_ONE = 0x10000;
const MATRICES: Record<90 | 180 | 270, [number, number, number, number]> = { 90: [0, 1, -1, 0], 180: [-1, 0, 0, -1], 270: [0, -1, 1, 0] };

/** Tells players to turn the picture clockwise, as a phone held upright does. */
export function turn(moov: Buffer, degrees: 90 | 180 | 270): void {
  const [a, b, c, d] = MATRICES[degrees];
  for (const tkhd of at(moov, 'moov/trak/tkhd')) {
    const matrix = tkhd.offset + tkhd.size - 44;
    const isPicture = moov.readUInt32BE(matrix + 36) !== 0;
    if (isPicture) [a, b, 0, c, d].forEach((value, i) => moov.writeInt32BE(value * FIXED_ONE, matrix + i * 4));
  }
}

/** Makes every header claim another length, as far as its field can hold it; the samples stay what they are. */
export function claimSeconds(moov: Buffer, seconds: number): void {
  const ticks = (scale: number) => Math.min(Math.round(seconds * scale), 0xffff_fffe);
  const [movie] = at(moov, 'moov/mvhd');
  if (!movie) throw new Error('no mvhd box');
  const movieScale = moov.readUInt32BE(movie.offset + 20);
  moov.writeUInt32BE(ticks(movieScale), movie.offset + 24);
  for (const tkhd of at(moov, 'moov/trak/tkhd')) moov.writeUInt32BE(ticks(movieScale), tkhd.offset + 28);
  for (const mdhd of at(moov, 'moov/trak/mdia/mdhd')) moov.writeUInt32BE(ticks(moov.readUInt32BE(mdhd.offset + 20)), mdhd.offset + 24);
}

/** An edit list that begins `from` seconds into what the tracks hold; the film lasts `seconds` from there. */
export function trim(moov: Buffer, from: number, seconds: number): void {
  const [movie] = at(moov, 'moov/mvhd');
  if (!movie) throw new Error('no mvhd box');
  const ticks = Math.round(seconds * moov.readUInt32BE(movie.offset + 20));
  moov.writeUInt32BE(ticks, movie.offset + 24);
  for (const track of at(moov, 'moov/trak')) {
    const within = boxesIn(moov, track.offset + track.header, track.offset + track.size);
    const [header, list, media] = ['tkhd', 'edts/elst', 'mdia/mdhd'].map((path) => at(moov, path, within)[0]);
    if (!header || !list || !media) throw new Error('a track without an edit list');
    moov.writeUInt32BE(ticks, header.offset + 28);
    moov.writeUInt32BE(ticks, list.offset + 16);
    moov.writeUInt32BE(moov.readUInt32BE(list.offset + 20) + Math.round(from * moov.readUInt32BE(media.offset + 20)), list.offset + 20);
  }
}

/** Makes text tracks what cameras write beside the picture: samples of a kind only their maker knows. */
export function asMeasurements(moov: Buffer): void {
  for (const [was, is] of [['tx3g', 'gpmd'], ['sbtl', 'meta']] as const) {
    for (let offset = moov.indexOf(was, 0, 'latin1'); offset >= 0; offset = moov.indexOf(was, offset + 4, 'latin1')) moov.write(is, offset, 'latin1');
  }
}

/** Claims another picture size in the sample description and the track header. */
export function claimSize(moov: Buffer, width: number, height: number): void {
  for (const stsd of at(moov, 'moov/trak/mdia/minf/stbl/stsd')) {
    const entry = stsd.offset + 16;
    if (!/^(?:avc1|hvc1)$/u.test(moov.toString('latin1', entry + 4, entry + 8))) continue;
    moov.writeUInt16BE(width, entry + 32);
    moov.writeUInt16BE(height, entry + 34);
  }
}

function shiftChunks(moov: Buffer, by: number): void {
  for (const { offset } of at(moov, 'moov/trak/mdia/minf/stbl/stco')) {
    const count = moov.readUInt32BE(offset + 12);
    for (let i = 0; i < count; i += 1) moov.writeUInt32BE(moov.readUInt32BE(offset + 16 + i * 4) + by, offset + 16 + i * 4);
  }
}

function freeHeader(size: number): Buffer {
  const header = Buffer.from('\0\0\0\0free', 'latin1');
  header.writeUInt32BE(size, 0);
  return header;
}

/** Adds one empty box at the end so that the file has exactly `bytes`; a hole on disk. */
export function padBehind(path: string, bytes: number): Promise<void> {
  return withFile(path, async (file) => {
    const { size } = await file.stat();
    if (size === bytes) return;
    if (bytes - size < 8) throw new Error(`the film has ${size} bytes already, ${bytes} are wanted`);
    await file.write(freeHeader(bytes - size), 0, 8, size);
    await file.truncate(bytes);
  });
}

/** Moves picture and sound behind one empty box so that the file has exactly `bytes`; a hole on disk. */
export async function padBeforePicture(path: string, bytes: number): Promise<void> {
  const film = await readFile(path);
  const boxes = boxesIn(film);
  const moov = boxes.find(({ type }) => type === 'moov');
  const mdat = boxes.find(({ type }) => type === 'mdat');
  const padding = bytes - film.length;
  if (!moov || !mdat || padding < 8) throw new Error(`${film.length} bytes cannot be padded to ${bytes} before the picture`);
  shiftChunks(film.subarray(moov.offset, moov.offset + moov.size), padding);
  await withFile(path, async (file) => {
    await file.truncate(0);
    await file.write(film, 0, mdat.offset, 0);
    await file.write(freeHeader(padding), 0, 8, mdat.offset);
    await file.write(film, mdat.offset, film.length - mdat.offset, mdat.offset + padding);
  });
}
