/** What the phone can read of a film before a byte of it is sent. */
export interface FilmFileFacts {
  durationMs: number | null;
  /** Size as shown: rotation counted. */
  width: number | null;
  height: number | null;
  /** First bytes of the file: what kind of container it is. */
  head: Uint8Array;
}

interface Readable {
  bytes: number;
  read(from: number, to: number): Promise<Uint8Array>;
}

interface BoxHead {
  type: string;
  /** Where its content begins and where it ends, in bytes from the start of the file. */
  from: number;
  to: number;
}

const HEAD_BYTES = 256;
const LARGEST_MOOV = 16 * 1024 * 1024;
const MOST_BOXES = 64;

/**
 * Length and picture size from the boxes of an MP4 file (ISO/IEC 14496-12), read without playing it: works
 * for files no browser can decode and in the mini-program, which tells neither for a file from a chat.
 */
export async function readFilmFacts(file: Readable): Promise<FilmFileFacts> {
  const head = await file.read(0, Math.min(HEAD_BYTES, file.bytes));
  const moov = await findMoov(file);
  return { head, ...(moov ? readMoov(moov) : { durationMs: null, width: null, height: null }) };
}

async function findMoov(file: Readable): Promise<DataView | null> {
  let at = 0;
  for (let count = 0; count < MOST_BOXES && at + 8 <= file.bytes; count += 1) {
    const view = viewOf(await file.read(at, Math.min(at + 16, file.bytes)));
    const box = boxAt(view, 0, file.bytes - at);
    if (!box) return null;
    if (box.type === 'moov') return box.to - box.from > LARGEST_MOOV || at + box.to > file.bytes ? null : viewOf(await file.read(at + box.from, at + box.to));
    at += box.to;
  }
  return null;
}

function readMoov(moov: DataView): Omit<FilmFileFacts, 'head'> {
  const children = boxesIn(moov);
  const mvhd = children.find(({ type }) => type === 'mvhd');
  const picture = children.filter(({ type }) => type === 'trak').map((trak) => pictureOf(part(moov, trak))).find((size) => size !== null);
  return { durationMs: mvhd ? durationOf(part(moov, mvhd)) : null, width: picture?.width ?? null, height: picture?.height ?? null };
}

function durationOf(mvhd: DataView): number | null {
  const isLong = mvhd.getUint8(0) === 1;
  const timescale = mvhd.getUint32(isLong ? 20 : 12);
  const duration = isLong ? Number(mvhd.getBigUint64(24)) : mvhd.getUint32(16);
  // A fragmented film says 0 here: its length is known only after reading it to its end.
  return timescale > 0 && duration > 0 ? Math.round((duration / timescale) * 1000) : null;
}

function pictureOf(trak: DataView): { width: number; height: number } | null {
  const children = boxesIn(trak);
  const mdia = children.find(({ type }) => type === 'mdia');
  const tkhd = children.find(({ type }) => type === 'tkhd');
  if (!mdia || !tkhd) return null;
  const media = part(trak, mdia);
  const hdlr = boxesIn(media).find(({ type }) => type === 'hdlr');
  if (!hdlr || fourCc(part(media, hdlr), 8) !== 'vide') return null;
  const header = part(trak, tkhd);
  const matrix = header.getUint8(0) === 1 ? 52 : 40;
  const width = header.getUint32(matrix + 36) / 65_536;
  const height = header.getUint32(matrix + 40) / 65_536;
  const isTurned = header.getInt32(matrix) === 0 && header.getInt32(matrix + 16) === 0;
  if (width < 1 || height < 1) return null;
  const [shown, tall] = isTurned ? [height, width] : [width, height];
  return { width: Math.round(shown), height: Math.round(tall) };
}

function boxesIn(view: DataView): BoxHead[] {
  const boxes: BoxHead[] = [];
  let at = 0;
  while (at + 8 <= view.byteLength) {
    const box = boxAt(view, at, view.byteLength - at);
    if (!box || box.to <= at) break;
    boxes.push(box);
    at = box.to;
  }
  return boxes;
}

/** The box that begins at `at`; null where there is none or it reaches beyond `room` bytes. */
function boxAt(view: DataView, at: number, room: number): BoxHead | null {
  if (view.byteLength < at + 8) return null;
  const size32 = view.getUint32(at);
  const isLarge = size32 === 1 && view.byteLength >= at + 16;
  const size = isLarge ? Number(view.getBigUint64(at + 8)) : size32 === 0 ? room : size32;
  const header = isLarge ? 16 : 8;
  return size < header || size > room ? null : { type: fourCc(view, at + 4), from: at + header, to: at + size };
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const part = (view: DataView, { from, to }: BoxHead) => new DataView(view.buffer, view.byteOffset + from, to - from);
const fourCc = (view: DataView, at: number) => String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
