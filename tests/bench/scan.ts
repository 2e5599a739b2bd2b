import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { sealed, takePhoto } from '../photos/take-photo.js';
import { figure, median, note, ratio, report } from './figures.js';
import { costOf, type Cost } from './process-tree.js';

/**
 * `npm run bench -- scan`: one photographed sheet read by the server's own process, found, straightened, evenly lit and
 * its code read, against a plain decode and encode of the same photograph by sharp. Goals: 5 CPU seconds a page, 400 MB.
 */
const ROOT = join(import.meta.dirname, '../..');
const CHILD = join(ROOT, 'server/dist/modules/scan/scan-child.js');
const PLAIN = join(import.meta.dirname, 'reencode-once.mjs');
const PRINT = join(import.meta.dirname, 'print-once.mjs');
const RUNS = 3;

const folder = mkdtempSync(join(tmpdir(), 'kepu-bench-scan-'));
const inFolder = (...command: string[]) => ['sh', '-c', 'cd "$0" && exec "$@"', folder, process.execPath, ...command];
const middle = (costs: readonly Cost[], of: (cost: Cost) => number) => median(costs.map(of));

async function measure(command: string[]): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (let run = 0; run < RUNS; run += 1) costs.push(await costOf(command));
  return costs;
}

try {
  execFileSync(process.execPath, [PRINT, join(folder, 'form.pdf')]);
  execFileSync('pdftoppm', ['-r', '300', '-f', '2', '-l', '2', '-singlefile', '-png', join(folder, 'form.pdf'), join(folder, 'page')]);
  const sheet = await sealed(readFileSync(join(folder, 'page.png')));
  const photo12 = await takePhoto(sheet, { width: 3000, height: 4000, shadow: 0.5 });
  const photos: [string, Buffer][] = [['12mp', photo12], ['50mp', await sharp(photo12).resize(6120, 8160).jpeg({ quality: 80 }).toBuffer()]];
  for (const [name, photo] of photos) {
    const path = join(folder, `${name}.jpg`);
    writeFileSync(path, photo);
    const plain = await measure(inFolder(PLAIN, path));
    const read = await measure(inFolder('--max-old-space-size=320', CHILD, 'page', path, '{"corners":null,"turn":null}'));
    const { page } = JSON.parse(read[0]?.output ?? '{}') as { page?: { isGuess: boolean; code: string | null } };
    const cpu = middle(read, (cost) => cost.cpuSeconds);
    note(`${name}: ${(photo.length / 1e6).toFixed(1)} MB, sheet ${page?.isGuess === false ? 'found' : 'NOT found'}, code ${page?.code ? 'read' : 'NOT read'}; ${middle(read, (cost) => cost.wallSeconds).toFixed(1)} s, ${cpu.toFixed(1)} CPU s; page of ${(statSync(join(folder, 'page.jpg')).size / 1000).toFixed(0)} kB`);
    figure(`scan-${name}-page-time`, middle(read, (cost) => cost.wallSeconds), 's');
    figure(`scan-${name}-page-cpu`, cpu, 's');
    figure(`scan-${name}-peak-memory`, Math.max(...read.map((cost) => cost.peakBytes ?? NaN)) / 1e6, 'MB');
    figure(`scan-${name}-plain-peak-memory`, Math.max(...plain.map((cost) => cost.peakBytes ?? NaN)) / 1e6, 'MB');
    ratio(`scan-${name}-cpu-to-plain-decode-and-encode`, cpu / middle(plain, (cost) => cost.cpuSeconds));
  }
  const merged = await costOf(inFolder('--max-old-space-size=320', CHILD, 'merge', 'form', ...Array.from({ length: 20 }, () => join(folder, 'page.jpg'))));
  figure('scan-20-pages-merge-time', merged.wallSeconds, 's');
  figure('scan-20-pages-bytes', statSync(join(folder, 'scan.pdf')).size / 1e6, 'MB');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
report();
