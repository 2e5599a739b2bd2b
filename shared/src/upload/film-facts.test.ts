import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.js';
import { readFilmFacts } from './film-facts.js';

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
    expect(await readFilmFacts(file)).toMatchObject({ durationMs: null, width: null, height: null });
  });
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
