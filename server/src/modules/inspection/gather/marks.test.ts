import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MarkFacts } from '@kepu/shared/inspection/facts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarks } from './marks.js';
import { findMediaTools } from './tools.js';

const run = promisify(execFile);
const FIELD = '{"Label":"1","ContentProducer":"某平台","ProduceID":"p-1"}';

function box(type: string | number, ...contents: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(contents.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  if (typeof type === 'number') head.writeUInt32BE(type, 4);
  else head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const zeros = (count: number) => Buffer.alloc(count);
const number = (value: number) => Buffer.from([0, 0, 0, value]);
const uuid = (hex: string, ...contents: (Buffer | string)[]) => box('uuid', Buffer.from(hex.replaceAll('-', ''), 'hex'), ...contents);
const xmp = (text: string) => uuid('be7acfcb-97a9-42e8-9c71-999491e3afac', text);
const c2pa = uuid('d8fec3d6-1b0e-483c-9297-5828877ec481', zeros(4), 'manifest\0', zeros(8));
const data = (text: string) => box('data', number(1), zeros(4), text);
const hdlr = box('hdlr', zeros(24));
const escaped = FIELD.replaceAll('"', '&quot;');
const ns = 'xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"';
const named = box('----', box('mean', zeros(4), 'com.apple.iTunes'), box('name', zeros(4), 'AIGC'), data(FIELD));
const inKeys = [hdlr, box('keys', zeros(4), number(2), box('mdta', 'title'), box('mdta', 'AIGC')), box('ilst', box(1, data('风')), box(2, data(FIELD)))];

describe('marks of generated material in a film', () => {
  let folder: string;
  let plain: Buffer;
  let ffmpeg: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kepu-marks-'));
    ffmpeg = (await findMediaTools()).ffmpeg.path;
    plain = await readFile(await encoded('plain', []));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function encoded(name: string, options: string[]): Promise<string> {
    const path = join(folder, `${name}.mp4`);
    await run(ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'color=s=64x36:r=5:d=1', '-c:v', 'libx264', ...options, path]);
    return path;
  }

  async function marksOf(bytes: Buffer): Promise<MarkFacts> {
    const path = join(folder, 'under-test.mp4');
    await writeFile(path, bytes);
    return readMarks(path);
  }

  it('finds none in a film without any', async () => expect(await marksOf(plain)).toEqual({ aigc: [], hasC2pa: false }));

  it.each<[string, string[]]>([
    ['a key of its own', ['-movflags', '+use_metadata_tags', '-metadata', `AIGC=${FIELD}`]],
    ['a key of its own, index in front', ['-movflags', '+use_metadata_tags+faststart', '-metadata', 'title=风', '-metadata', `AIGC=${FIELD}`]],
    ['the comment', ['-metadata', `comment=AIGC:${FIELD}`]],
    ['the comment of a QuickTime film', ['-f', 'mov', '-metadata', `comment=AIGC:${FIELD}`]],
    ['a fragmented film', ['-movflags', '+use_metadata_tags+frag_keyframe+empty_moov', '-metadata', `AIGC=${FIELD}`]],
  ])('finds the field as a program wrote it: %s', async (name, options) => {
    const { aigc } = await readMarks(await encoded(name.replace(/\W/gu, '-'), options));
    expect(aigc.map(({ text }) => text)).toEqual([FIELD]);
  });

  it.each<[string, Buffer]>([
    ['XMP, as an attribute', xmp(`<rdf:Description ${ns} TC260:AIGC='${FIELD}'/>`)],
    ['XMP, as an escaped attribute', xmp(`<rdf:Description ${ns} TC260:AIGC="${escaped}"/>`)],
    ['XMP, as an element', xmp(`<rdf:Description ${ns}><TC260:AIGC>${escaped}</TC260:AIGC></rdf:Description>`)],
    ['moov/meta with keys', box('moov', box('meta', ...inKeys))],
    ['moov/udta/meta with keys', box('moov', box('udta', box('meta', zeros(4), ...inKeys)))],
    ['moov/udta/meta, a named item', box('moov', box('udta', box('meta', zeros(4), hdlr, box('ilst', named))))],
    ['moov/trak/udta', box('moov', box('trak', box('udta', box('meta', zeros(4), ...inKeys))))],
    ['moov/trak/meta', box('moov', box('trak', box('meta', ...inKeys)))],
    ['meta at the top', box('meta', zeros(4), ...inKeys)],
    ['XMP inside the index', box('moov', box('udta'), xmp(`<x TC260:AIGC='${FIELD}'/>`))],
  ])('finds the field in %s', async (_name, extra) => {
    const { aigc } = await marksOf(Buffer.concat([plain, extra]));
    expect(aigc.map(({ text }) => text)).toEqual([FIELD]);
  });

  it('finds a C2PA manifest, in front or behind', async () => {
    expect((await marksOf(Buffer.concat([plain, c2pa]))).hasC2pa).toBe(true);
    const ftyp = plain.subarray(0, plain.readUInt32BE(0));
    expect((await marksOf(Buffer.concat([ftyp, c2pa, plain.subarray(ftyp.length)]))).hasC2pa).toBe(true);
  });

  it.each([
    ['the name of a namespace', xmp(`<rdf:Description ${ns} dc:title="风"/>`)],
    ['a word that contains the letters', box('moov', box('udta', box('\xa9cmt', zeros(4), 'MAIGC:1')))],
    ['a picture of another program', uuid('00112233-4455-6677-8899-aabbccddeeff', `AIGC:${FIELD}`)],
  ])('takes nothing else for a mark: %s', async (_name, extra) => expect(await marksOf(Buffer.concat([plain, extra]))).toEqual({ aigc: [], hasC2pa: false }));

  it.each<[string, Buffer]>([
    ['items without end', box('moov', box('meta', hdlr, box('ilst', ...Array.from({ length: 20_000 }, () => box(1, data('AIGC:1'))))))],
    ['boxes without end', Buffer.concat(Array.from({ length: 60_000 }, () => box('free')))],
    ['indexes in indexes', Array.from({ length: 3_000 }).reduce<Buffer>((inner) => box('moov', inner), zeros(8))],
    ['a box that claims more than there is', Buffer.concat([box('moov', box('udta')), Buffer.from([0x7f, 0xff, 0xff, 0xff]), Buffer.from('udta'), zeros(40)])],
    ['keys that claim no length', box('moov', box('meta', hdlr, box('keys', zeros(4), number(9), zeros(64))))],
    ['a text of eight megabytes', xmp(`<x TC260:AIGC='${'1'.repeat(8_000_000)}'/>`)],
  ])('stays within bounds: %s', async (_name, extra) => {
    const began = performance.now();
    const { aigc } = await marksOf(Buffer.concat([plain, extra]));
    expect(aigc.length).toBeLessThanOrEqual(8);
    expect(aigc.every(({ text }) => text.length <= 600)).toBe(true);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
