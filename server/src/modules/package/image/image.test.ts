import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { beijing } from '@kepu/shared/time';
import { afterAll, describe, expect, it } from 'vitest';
import { isoPlan } from './iso-plan.js';
import type { SegmentPlan } from './segments.js';
import { zipPlan, type ArchiveFile } from './zip-plan.js';

const has = (tool: string) => spawnSync(tool, ['--help']).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'kepu-image-'));
const at = beijing('2025-12-09', '15:30');

const CONTENTS: [path: string, content: Buffer][] = [
  ['清单.txt', Buffer.from('清单\r\n')],
  ['01_风从草原来——一度绿电的旅程/风从草原来——一度绿电的旅程.mp4', Buffer.alloc(3_000_001, 'film')],
  ['01_风从草原来——一度绿电的旅程/播放证明/1_截图.png', Buffer.alloc(2048, 1)],
  ['02_王㛃、刘𬭊：“看见”空气/推荐表.pdf', Buffer.alloc(2049, 2)],
  ['02_王㛃、刘𬭊：“看见”空气/空.txt', Buffer.alloc(0)],
  [`03_长/${'长'.repeat(60)}.mp4`, Buffer.from('x')],
  ...Array.from({ length: 90 }, (_, n): [string, Buffer] => [`04_很多/${String(n).padStart(3, '0')}_授权证明的名称也很长很长很长.pdf`, Buffer.from(`${n}`)]),
];

function files(): ArchiveFile[] {
  return CONTENTS.map(([path, content], index) => {
    writeFileSync(join(folder, `s${index}`), content);
    return { path, key: `s${index}`, bytes: content.length, crc32: crc32(content), at };
  });
}

const open = (key: string, { from, to }: { from: number; to: number }) => createReadStream(join(folder, key), { start: from, end: to }) as AsyncIterable<Buffer>;

async function write(plan: SegmentPlan, name: string): Promise<string> {
  const path = join(folder, name);
  await pipeline(Readable.from(plan.read(0, plan.size - 1, open)), createWriteStream(path));
  return path;
}

async function bytesOf(plan: SegmentPlan, from: number, to: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of plan.read(from, to, open)) parts.push(part);
  return Buffer.concat(parts);
}

/** Every file below a folder with its hash, by its path. */
function hashes(root: string, below = ''): [string, string][] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? hashes(root, path) : [[path, sha(readFileSync(join(root, path)))]];
  });
}

const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const expected = CONTENTS.map(([path, content]) => [path, sha(content)]).sort();
const UTF8 = { env: { ...process.env, LC_ALL: 'C.UTF-8' } };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the ZIP', () => {
  it.runIf(has('unzip'))('is as long as it says and passes the test of unzip', async () => {
    const plan = zipPlan(files());
    const path = await write(plan, 'a.zip');
    expect(statSync(path).size).toBe(plan.size);
    expect(execFileSync('unzip', ['-tq', path], UTF8).toString()).toContain('No errors detected');
  });

  it.runIf(has('7z'))('gives every file back under its Chinese name, with Beijing’s time', async () => {
    const path = await write(zipPlan(files()), 'b.zip');
    const out = join(folder, 'unzipped');
    execFileSync('7z', ['x', '-y', `-o${out}`, path], UTF8);
    expect(hashes(out).sort()).toEqual(expected);
    expect(execFileSync('7z', ['l', path], UTF8).toString()).toContain('2025-12-09 15:30:00');
  });

  it('marks every name as UTF-8, which Windows needs', async () => {
    const plan = zipPlan(files());
    const bytes = await bytesOf(plan, 0, plan.size - 1);
    for (let position = bytes.indexOf('PK\x01\x02', bytes.length - 30_000); position >= 0; position = bytes.indexOf('PK\x01\x02', position + 4)) expect(bytes.readUInt16LE(position + 8)).toBe(0x0800);
  });

  it('is the same wherever it is cut', async () => {
    const plan = zipPlan(files());
    const whole = await bytesOf(plan, 0, plan.size - 1);
    for (const cut of [1, 29, 30, 31, 1000, 2_999_999, 3_000_200, plan.size - 23, plan.size - 1]) {
      expect(Buffer.concat([await bytesOf(plan, 0, cut - 1), await bytesOf(plan, cut, plan.size - 1)]).equals(whole)).toBe(true);
    }
  });

  it.runIf(has('7z'))('grows past 4 GB with ZIP64, as 7z reads it', async () => {
    const [big, small] = [4_400_000_000, 1_000];
    const sparse = [['大.mp4', big], ['中.mp4', small], ['小.mp4', small]] as const;
    const list = sparse.map(([path, bytes], index): ArchiveFile => ({ path, key: `big${index}`, bytes, crc32: 0x1234_5678, at }));
    const plan = zipPlan(list);
    expect(plan.size).toBeGreaterThan(big + 2 * small);
    // The members are holes in a sparse file; only what stands between them is written.
    const path = join(folder, 'big.zip');
    writeFileSync(path, '');
    truncateSync(path, plan.size);
    execFileSync(process.execPath, ['-e', `const fs=require('fs');const h=fs.openSync(process.argv[1],'r+');for(const [at,hex] of JSON.parse(fs.readFileSync(0)))fs.writeSync(h,Buffer.from(hex,'hex'),0,hex.length/2,at)`, path], { input: JSON.stringify(await between(plan, list)) });
    const listing = execFileSync('7z', ['l', '-slt', path], UTF8).toString();
    expect([...listing.matchAll(/^Path = (.+\.mp4)\n[\s\S]*?^Size = (\d+)/gmu)].map(([, name, bytes]) => [name, Number(bytes)])).toEqual(sparse.map(([name, bytes]) => [name, bytes]));
    expect(statSync(path).blocks * 512).toBeLessThan(10_000_000);
  });

  it('names more than 65535 members', async () => {
    const many = Array.from({ length: 65_536 }, (_, n): ArchiveFile => ({ path: `${n}`, key: 's4', bytes: 0, crc32: 0, at }));
    const plan = zipPlan(many);
    const end = await bytesOf(plan, plan.size - 98, plan.size - 1);
    expect([end.readUInt32LE(0), end.readBigUInt64LE(32), end.readUInt16LE(98 - 22 + 10)]).toEqual([0x0606_4b50, 65_536n, 0xffff]);
  });
});

/** What of a plan is not a stored file: position and bytes. */
async function between(plan: SegmentPlan, list: readonly ArchiveFile[]): Promise<[number, string][]> {
  const out: [number, string][] = [];
  let position = 0;
  for (const { bytes, path } of list) {
    const header = 30 + Buffer.byteLength(path) + (bytes >= 0xffff_ffff ? 20 : 0);
    out.push([position, (await bytesOf(plan, position, position + header - 1)).toString('hex')]);
    position += header + bytes;
  }
  return [...out, [position, (await bytesOf(plan, position, plan.size - 1)).toString('hex')]];
}

describe('the disc image', () => {
  const facts = { label: 'KEPU2025_XA', at };

  it.runIf(has('7z'))('is as long as it says and gives every file back under its Chinese name', async () => {
    const plan = isoPlan(files(), facts);
    const path = await write(plan, 'a.iso');
    expect([statSync(path).size, plan.size % 2048]).toEqual([plan.size, 0]);
    const out = join(folder, 'from-disc');
    execFileSync('7z', ['x', '-y', `-o${out}`, path], UTF8);
    expect(hashes(out).sort()).toEqual(expected);
  });

  it.runIf(has('xorriso'))('is read by xorriso: label, Joliet names, and files by their plain names', async () => {
    const path = await write(isoPlan(files(), facts), 'b.iso');
    const read = (...args: string[]) => execFileSync('xorriso', ['-no_rc', '-abort_on', 'FAILURE', ...args], { ...UTF8, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
    expect(read('-indev', path, '-pvd_info')).toContain('KEPU2025_XA');
    const joliet = read('-read_fs', 'norock', '-indev', path, '-find', '/', '-type', 'f').split('\n').map((line) => line.trim().replace(/^'\/|'$/gu, '')).filter(Boolean);
    expect(joliet.sort()).toEqual(CONTENTS.map(([name]) => name).sort());
    const plain = read('-read_fs', 'nojoliet', '-indev', path, '-find', '/', '-type', 'f').match(/F\d{5}/gu) ?? [];
    expect(plain).toHaveLength(CONTENTS.length);
    mkdirSync(join(folder, 'plain'));
    read('-osirrox', 'on', '-read_fs', 'nojoliet', '-indev', path, '-extract', '/', join(folder, 'plain'));
    expect(hashes(join(folder, 'plain')).map(([, hash]) => hash).sort()).toEqual(expected.map(([, hash]) => hash).sort());
  });

  it('is the same wherever it is cut', async () => {
    const plan = isoPlan(files(), facts);
    const whole = await bytesOf(plan, 0, plan.size - 1);
    for (const cut of [1, 32_768, 100_001, plan.size - 307_201, plan.size - 1]) expect(Buffer.concat([await bytesOf(plan, 0, cut - 1), await bytesOf(plan, cut, plan.size - 1)]).equals(whole)).toBe(true);
  });
});
