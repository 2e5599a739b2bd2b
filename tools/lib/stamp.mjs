import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './run.mjs';

const SKIP = new Set(['node_modules', 'dist', '.cache', '.git', '.swc', 'data']);

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return void (yield path);
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIP.has(entry.name)) continue;
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* filesUnder(child);
    else if (entry.isFile()) yield child;
  }
}

/** A hash of everything a step reads: files by content, plus words such as a version or a setting. */
export function fingerprint(inputs, words = []) {
  const hash = createHash('sha256').update(`${process.versions.modules} ${words.join(' ')}`);
  for (const input of inputs) {
    for (const file of filesUnder(join(ROOT, input))) hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

const stampOf = (name) => join(ROOT, '.cache/stamps', name);

/** Runs `work` only if its inputs changed since it last succeeded or its output is gone. */
export async function ifChanged(name, { inputs, words, output }, work) {
  const now = fingerprint(inputs, words);
  const stamp = stampOf(name);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && existsSync(join(ROOT, output))) return false;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
