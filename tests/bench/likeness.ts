import { randomBytes } from 'node:crypto';
import { figure, median, note, ratio, report } from './figures.js';

/**
 * `npm run bench -- likeness`: one film against the fingerprints of a thousand others, by pictures and by sound, against
 * the straightforward way: every picture with every picture as one big number, and the sound at every possible shift.
 */
interface Print {
  print: Buffer;
  sound: Buffer | null;
}

const built = new URL('../../server/dist/modules/likeness/compare-films.js', import.meta.url).href;
const { compareFilms } = (await import(built)) as { compareFilms: (one: Print, other: Print) => object | null };

const PRINTS = 1_000;
const NAIVE = 10;
const SECONDS = 150;
const RECORD = 18;
const ITEMS = Math.round(SECONDS / 0.1238);

function film(): Print {
  const print = randomBytes(SECONDS * RECORD);
  for (let second = 0; second < SECONDS; second += 1) print.writeUInt16BE(second, second * RECORD);
  return { print, sound: randomBytes(ITEMS * 4) };
}

/** Another encoding of a film: a few bits of every picture and every piece of sound are others, and it begins later. */
function again({ print, sound }: Print): Print {
  const [pictures, heard] = [Buffer.from(print), Buffer.from(sound ?? Buffer.alloc(0))];
  for (let at = 0; at < pictures.length; at += RECORD) pictures.writeUInt8(pictures.readUInt8(at + 5) ^ 3, at + 5);
  for (let at = 0; at < heard.length; at += 4) heard.writeUInt8(heard.readUInt8(at) ^ 1, at);
  return { print: pictures, sound: Buffer.concat([randomBytes(80), heard]) };
}

const bits = (value: bigint): number => value.toString(2).replaceAll('0', '').length;

function naive(a: Print, b: Print): boolean {
  let alike = 0;
  for (let i = 0; i < SECONDS; i += 1) {
    let found = false;
    for (let j = 0; j < SECONDS; j += 1) {
      for (const side of [2, 10]) found ||= bits(a.print.readBigUInt64BE(i * RECORD + 2) ^ b.print.readBigUInt64BE(j * RECORD + side)) <= 10;
    }
    if (found) alike += 1;
  }
  return alike / SECONDS >= 0.5 || naiveSound(a.sound, b.sound);
}

function naiveSound(a: Buffer | null, b: Buffer | null): boolean {
  const [x, y] = [a, b].map((bytes) => Array.from({ length: (bytes?.length ?? 0) / 4 }, (_, i) => bytes?.readUInt32LE(i * 4) ?? 0));
  if (!x || !y) return false;
  let best = 1;
  for (let shift = 200 - x.length; shift < y.length - 200; shift += 1) {
    let [errors, pairs] = [0, 0];
    for (let at = Math.max(0, -shift); at < Math.min(x.length, y.length - shift); at += 1, pairs += 1) errors += bits(BigInt(((x[at] ?? 0) ^ (y[at + shift] ?? 0)) >>> 0));
    if (pairs >= 200) best = Math.min(best, errors / (pairs * 32));
  }
  return best < 0.15;
}

function took(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const mine = film();
const others = [...Array.from({ length: PRINTS - 1 }, film), again(mine)];
const each: number[] = [];
let found = 0;
const all = took(() => {
  for (const other of others) each.push(took(() => (found += compareFilms(mine, other) ? 1 : 0)));
});
let foundNaively = 0;
const slow = took(() => {
  for (const other of others.slice(-NAIVE)) foundNaively += naive(mine, other) ? 1 : 0;
});
if (found !== 1 || foundNaively !== 1) throw new Error(`one film of ${PRINTS} is the same: found ${found}, naively ${foundNaively}`);
note(`one film of ${SECONDS} s against ${PRINTS} prints: ${(all / 1000).toFixed(2)} s, the same work found among them; the naive way takes ${(slow / NAIVE).toFixed(0)} ms a film`);
figure(`likeness-against-${PRINTS}-prints`, all / 1000, 's');
figure('likeness-of-two-films-median', median(each), 'ms');
figure('likeness-longest-without-a-breath', Math.max(...each), 'ms');
figure('likeness-of-two-films-naive', slow / NAIVE, 'ms');
ratio('likeness-naive-to-ours', slow / NAIVE / (all / PRINTS));
report();
