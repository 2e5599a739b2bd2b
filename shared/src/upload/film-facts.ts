/** How long and how large a film is; null: not known. */
export interface Measures {
  durationMs: number | null;
  /** Size as shown: rotation counted. */
  width: number | null;
  height: number | null;
}

/** What the phone can read of a film before a byte of it is sent. */
export interface FilmFileFacts extends Measures {
  /** First bytes of the file: what kind of container it is. */
  head: Uint8Array;
}

interface Readable {
  bytes: number;
  read(from: number, to: number): Promise<Uint8Array>;
  /** What the platform knows of the film by its own means. */
  measure?(): Promise<Measures>;
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
/** No film has as many; a header of nothing but empty boxes would fill the phone's memory. */
const MOST_BOXES_INSIDE = 1_000;
/** How a header says "not known": all bits set. */
const UNKNOWN_DURATIONS = [2 ** 32 - 1, 2 ** 64];

export const NOT_MEASURED: Measures = { durationMs: null, width: null, height: null };

/**
 * Length and picture size from the boxes of an MP4 file (ISO/IEC 14496-12), read without playing it: works
 * for files no browser can decode and in the mini-program, which tells neither for a file from a chat. Where
 * the boxes do not say (fragments, another container, an index too far behind) the platform is asked. No bytes
 * whatever make it throw; only a file that cannot be read does.
 */
export async function readFilmFacts(file: Readable): Promise<FilmFileFacts> {
  const head = await file.read(0, Math.min(HEAD_BYTES, file.bytes));
  const moov = await findMoov(file);
  const said = moov ? readMoov(moov) : NOT_MEASURED;
  const isWhole = said.durationMs !== null && said.width !== null;
  return { head, ...(isWhole || !file.measure ? said : filledIn(said, await file.measure())) };
}

/** The file's own word counts: it says how the picture is turned, which not every phone does. */
function filledIn(said: Measures, measured: Measures): Measures {
  const { width, height } = said.width === null ? measured : said;
  return { durationMs: said.durationMs ?? measured.durationMs, width, height };
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

function readMoov(moov: DataView): Measures {
  const children = boxesIn(moov);
  const mvhd = children.find(({ type }) => type === 'mvhd');
  const picture = children.filter(({ type }) => type === 'trak').map((trak) => pictureOf(part(moov, trak))).find((size) => size !== null);
  return { durationMs: mvhd ? durationOf(part(moov, mvhd)) : null, width: picture?.width ?? null, height: picture?.height ?? null };
}

function durationOf(mvhd: DataView): number | null {
  const isLong = mvhd.byteLength > 0 && mvhd.getUint8(0) === 1;
  const timescale = u32(mvhd, isLong ? 20 : 12);
  const duration = isLong ? u64(mvhd, 24) : u32(mvhd, 16);
  // A fragmented film says 0 here: its length is known only after reading it to its end.
  if (!timescale || !duration || UNKNOWN_DURATIONS.includes(duration)) return null;
  return Math.round((duration / timescale) * 1000);
}

function pictureOf(trak: DataView): { width: number; height: number } | null {
  const children = boxesIn(trak);
  const mdia = children.find(({ type }) => type === 'mdia');
  const tkhd = children.find(({ type }) => type === 'tkhd');
  if (!mdia || !tkhd) return null;
  const media = part(trak, mdia);
  const hdlr = boxesIn(media).find(({ type }) => type === 'hdlr');
  return hdlr && fourCc(part(media, hdlr), 8) === 'vide' ? shownSize(part(trak, tkhd)) : null;
}

function shownSize(tkhd: DataView): { width: number; height: number } | null {
  const matrix = tkhd.byteLength > 0 && tkhd.getUint8(0) === 1 ? 52 : 40;
  const width = u32(tkhd, matrix + 36);
  const height = u32(tkhd, matrix + 40);
  // Sixteen bits before the point, sixteen behind it.
  if (width === null || height === null || width < 65_536 || height < 65_536) return null;
  const isTurned = u32(tkhd, matrix) === 0 && u32(tkhd, matrix + 16) === 0;
  const [shown, tall] = isTurned ? [height, width] : [width, height];
  return { width: Math.round(shown / 65_536), height: Math.round(tall / 65_536) };
}

function boxesIn(view: DataView): BoxHead[] {
  const boxes: BoxHead[] = [];
  let at = 0;
  while (at + 8 <= view.byteLength && boxes.length < MOST_BOXES_INSIDE) {
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
  return size < header || size > room ? null : { type: fourCc(view, at + 4) ?? '', from: at + header, to: at + size };
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const part = (view: DataView, { from, to }: BoxHead) => new DataView(view.buffer, view.byteOffset + from, to - from);

// A header may be cut short or lie about its size: what lies beyond its end is not known.
const u32 = (view: DataView, at: number): number | null => (at + 4 <= view.byteLength ? view.getUint32(at) : null);
const u64 = (view: DataView, at: number): number | null => (at + 8 <= view.byteLength ? Number(view.getBigUint64(at)) : null);
const fourCc = (view: DataView, at: number): string | null => (at + 4 <= view.byteLength ? String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index))) : null);
