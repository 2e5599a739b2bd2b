/** A text of a file's metadata: in which box, under which name. */
export interface MetadataText {
  where: string;
  name: string;
  text: string;
}

interface MemoryBox {
  type: string;
  /** The four letters as a number: items of a list with keys are numbered, not named. */
  code: number;
  body: Buffer;
}

const MOST_TEXTS = 500;
const MOST_TEXT_BYTES = 64 * 1024;
const NOTHING = Buffer.alloc(0);

/** Every text in a `udta` or `meta` box: old QuickTime texts, the iTunes list, and lists with keys of their own. */
export function textsIn(type: 'udta' | 'meta', body: Buffer): MetadataText[] {
  const texts = type === 'meta' ? metaTexts(body) : boxesOf(body).flatMap((box) => (box.type === 'meta' ? metaTexts(box.body) : box.type === 'ilst' ? listTexts(box.body, []) : [plainText(box)]));
  return texts.slice(0, MOST_TEXTS);
}

/** An ISO `meta` box begins with a version, a QuickTime one does not. */
function metaTexts(body: Buffer): MetadataText[] {
  const boxes = boxesOf(body.toString('latin1', 4, 8) === 'hdlr' ? body : body.subarray(4));
  const keys = keyNames(boxes.find(({ type }) => type === 'keys')?.body ?? NOTHING);
  return boxes.filter(({ type }) => type === 'ilst').flatMap(({ body: list }) => listTexts(list, keys));
}

function keyNames(body: Buffer): string[] {
  const names: string[] = [];
  for (let at = 8; at + 8 <= body.length && names.length < MOST_TEXTS; ) {
    const size = body.readUInt32BE(at);
    if (size < 8) break;
    names.push(body.toString('utf8', at + 8, at + size));
    at += size;
  }
  return names;
}

function listTexts(list: Buffer, keys: readonly string[]): MetadataText[] {
  return boxesOf(list).flatMap(({ type, code, body }) => {
    const parts = boxesOf(body);
    const value = parts.find((part) => part.type === 'data')?.body.subarray(8) ?? NOTHING;
    const own = parts.find((part) => part.type === 'name')?.body.toString('utf8', 4);
    const name = own ?? keys[code - 1] ?? type;
    return [{ where: keys[code - 1] === undefined ? `元数据 ${type === '----' ? name : type}` : `元数据 ${name}`, name, text: textOf(value) }];
  });
}

/** A text of QuickTime's: two bytes of length, two of language, then the text; whoever searches it does not mind the four. */
const plainText = ({ type, body }: MemoryBox): MetadataText => ({ where: `元数据 ${type}`, name: type, text: textOf(body.subarray(4)) });

const textOf = (bytes: Buffer): string => bytes.toString('utf8', 0, MOST_TEXT_BYTES);

function boxesOf(bytes: Buffer): MemoryBox[] {
  const boxes: MemoryBox[] = [];
  for (let at = 0; at + 8 <= bytes.length && boxes.length < MOST_TEXTS; ) {
    const claimed = bytes.readUInt32BE(at);
    if (claimed !== 0 && claimed < 8) break;
    const end = claimed === 0 ? bytes.length : Math.min(at + claimed, bytes.length);
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), code: bytes.readUInt32BE(at + 4), body: bytes.subarray(at + 8, end) });
    at = end;
  }
  return boxes;
}
