import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.js';
import { NOT_MEASURED, readFilmFacts } from './film-facts.js';

const bytes = (...values: number[]) => Uint8Array.from(values);
const u32 = (value: number) => bytes(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function join(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const box = (type: string, ...content: Uint8Array[]) => {
  const inner = join(...content);
  return join(u32(inner.length + 8), ascii(type), inner);
};

const UPRIGHT = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];
const TURNED = [0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000];

const tkhd = (width: number, height: number, matrix: number[]) => box('tkhd', new Uint8Array(40), ...matrix.map((value) => u32(value >>> 0)), u32(width * 65_536), u32(height * 65_536));
const mdia = (kind: string) => box('mdia', box('hdlr', new Uint8Array(8), ascii(kind), new Uint8Array(12)));
const mvhd = box('mvhd', new Uint8Array(12), u32(1_000), u32(252_400), new Uint8Array(80));
const ftyp = box('ftyp', ascii('isom'), u32(512), ascii('isom'));

function film(...boxes: Uint8Array[]) {
  const content = join(...boxes);
  return { bytes: content.length, read: (from: number, to: number) => Promise.resolve(content.slice(from, to)) };
}

describe('what a film file says about itself', () => {
  const sound = box('trak', box('tkhd', new Uint8Array(84)), mdia('soun'));
  const picture = box('trak', tkhd(1920, 1080, UPRIGHT), mdia('vide'));

  it('is read from the end of the file too, where cameras put it', async () => {
    const facts = await readFilmFacts(film(ftyp, box('mdat', new Uint8Array(5_000)), box('moov', mvhd, sound, picture)));
    expect(facts).toMatchObject({ durationMs: 252_400, width: 1920, height: 1080 });
  });

  it('counts the rotation: a film held upright is upright', async () => {
    const facts = await readFilmFacts(film(ftyp, box('moov', mvhd, box('trak', tkhd(1920, 1080, TURNED), mdia('vide')))));
    expect(facts).toMatchObject({ width: 1080, height: 1920 });
  });

  it.each([
    ['a cut-off file', film(ftyp, join(u32(90_000), ascii('mdat'), new Uint8Array(100)))],
    ['a file that is no MP4', film(ascii('这不是影片，只是一个文本文件'.repeat(9)))],
    ['an empty file', film()],
  ])('is unknown for %s, never wrong', async (_name, file) => {
    expect(await readFilmFacts(file)).toMatchObject(NOT_MEASURED);
  });

  it.each<[string, Uint8Array, object]>([
    ['a length of all ones means "not known"', box('mvhd', new Uint8Array(12), u32(1_000), u32(0xffffffff), new Uint8Array(80)), { durationMs: null, width: 1920 }],
    ['so it does in the long form', box('mvhd', bytes(1), new Uint8Array(19), u32(1_000), u32(0xffffffff), u32(0xffffffff), new Uint8Array(80)), { durationMs: null }],
    ['the long form has its length elsewhere', box('mvhd', bytes(1), new Uint8Array(19), u32(1_000), u32(0), u32(252_400), new Uint8Array(80)), { durationMs: 252_400 }],
    ['a time scale of nought measures nothing', box('mvhd', new Uint8Array(16), u32(252_400), new Uint8Array(80)), { durationMs: null }],
    ['a header that breaks off before its length', box('mvhd', new Uint8Array(10)), { durationMs: null, width: 1920 }],
    ['a header that is empty', box('mvhd'), { durationMs: null, width: 1920 }],
  ])('%s', async (_name, header, expected) => expect(await readFilmFacts(film(ftyp, box('moov', header, picture)))).toMatchObject(expected));

  it.each<[string, Uint8Array]>([
    ['an empty track header', box('trak', box('tkhd'), mdia('vide'))],
    ['a track header that breaks off', box('trak', box('tkhd', new Uint8Array(41)), mdia('vide'))],
    ['a long track header that breaks off', box('trak', box('tkhd', bytes(1), new Uint8Array(85)), mdia('vide'))],
    ['a handler without its kind', box('trak', tkhd(1920, 1080, UPRIGHT), box('mdia', box('hdlr', new Uint8Array(8))))],
  ])('with %s the picture is not known, the length is', async (_name, track) => {
    expect(await readFilmFacts(film(ftyp, box('moov', mvhd, track)))).toMatchObject({ durationMs: 252_400, width: null, height: null });
  });

  it('never throws, whatever the bytes are', async () => {
    const whole = join(ftyp, box('moov', mvhd, sound, picture), box('mdat', new Uint8Array(64)));
    for (let seed = 0; seed < 2_000; seed += 1) {
      const facts = await readFilmFacts(film(spoiled(whole, seed)));
      expect([facts.durationMs, facts.width, facts.height].every((value) => value === null || Number.isSafeInteger(value)), `seed ${seed}`).toBe(true);
    }
  });
});

const EXTREMES = [0, 1, 7, 8, 9, 16, 0x7fffffff, 0xffffffff];

/** One header spoiled in a way that only its seed decides: bytes changed, a size made extreme, cut short, or a piece torn out. */
function spoiled(whole: Uint8Array, seed: number): Uint8Array {
  let state = seed + 1;
  const below = (limit: number) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    return ((state ^ (state >>> 13)) >>> 0) % limit;
  };
  const film = whole.slice();
  for (let count = 1 + below(6); count > 0; count -= 1) film[below(film.length)] = below(256);
  if (seed % 2 === 0) film.set(u32(EXTREMES[below(EXTREMES.length)]!), below(film.length - 4));
  if (seed % 3 === 0) return film.slice(0, below(film.length));
  const from = below(film.length);
  return seed % 5 === 0 ? join(film.slice(0, from), film.slice(from + below(60))) : film;
}

describe('what the platform knows of a film by itself', () => {
  const native = { durationMs: 130_000, width: 1280, height: 720 };
  const measured = (...boxes: Uint8Array[]) => {
    let asked = 0;
    const file = { ...film(...boxes), measure: () => Promise.resolve((asked += 1) > 0 ? native : NOT_MEASURED) };
    return readFilmFacts(file).then((facts) => ({ ...facts, asked }));
  };
  const turned = box('trak', tkhd(1920, 1080, TURNED), mdia('vide'));
  const noLength = box('mvhd', new Uint8Array(12), u32(1_000), u32(0), new Uint8Array(80));

  it.each<[string, Uint8Array[], object]>([
    ['is not asked for where the file says all of it', [ftyp, box('moov', mvhd, turned)], { durationMs: 252_400, width: 1080, height: 1920, asked: 0 }],
    ['gives the length of a film in fragments, whose file says how it is turned', [ftyp, box('moov', noLength, turned)], { durationMs: 130_000, width: 1080, height: 1920, asked: 1 }],
    ['gives the size where the file gives only the length', [ftyp, box('moov', mvhd)], { durationMs: 252_400, width: 1280, height: 720 }],
    ['is all there is of a container of another kind', [bytes(0x1a, 0x45, 0xdf, 0xa3), new Uint8Array(200)], native],
  ])('%s', async (_name, boxes, expected) => expect(await measured(...boxes)).toMatchObject(expected));
});

describe('the fingerprint', () => {
  const content = Uint8Array.from({ length: 900_000 }, (_, index) => (index * 7) % 251);
  const of = (data: Uint8Array) => fingerprintOf({ bytes: data.length, read: (from, to) => Promise.resolve(data.slice(from, to)) });

  it('is the same for the same file picked again', async () => expect(await of(content)).toBe(await of(content.slice())));

  it('differs when the end differs or a byte is missing', async () => {
    const other = content.slice();
    other[other.length - 1] = 255;
    expect(await of(other)).not.toBe(await of(content));
    expect(await of(content.slice(0, -1))).not.toBe(await of(content));
  });
});
