import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT, say } from './lib/run.mjs';

/**
 * Which way the arrows point. A module of the server may use those to its left, `platform` and `shared`;
 * shared uses nothing of ours; in the phone app pages → features → ui → state → platform → shared.
 */
const MODULES = ['campaign', 'account', 'work', 'upload', 'mail', 'message', 'inspection', 'likeness', 'computer', 'submission', 'recommendation', 'comparison', 'override', 'media', 'document', 'scan', 'package', 'views', 'demo', 'system'];
const PHONE = ['shared', 'platform', 'state', 'ui', 'features', 'pages'];
const SHARED_MAY = new Set(['unicode-segmenter/grapheme', 'js-sha256']);
/** A view only reads: no write, no transaction, no entry in the log, no route that changes anything. */
const WRITES = /\bdb\.(?:write|transaction|rowToChange)\(|\baudit\.record\(|@(?:Post|Put|Delete|Patch)\(/u;
const TYPEORM_FREE = /\.controller\.ts$|\.dto\.ts$/u;

function checkView(path) {
  const [write] = WRITES.exec(readFileSync(join(ROOT, path), 'utf8')) ?? [];
  if (write) problems.push(`${path} contains ${write}…: modules/views only reads`);
}

function* sources(folder) {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist'].includes(entry.name)) yield* sources(path);
    } else if (/\.tsx?$/u.test(entry.name)) yield path;
  }
}

const IMPORT = /^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gmu;

function importsOf(path) {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const targetOf = (path, specifier) => (specifier.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), specifier)).replaceAll('\\', '/') : specifier);
const isTest = (path) => /\.test\.tsx?$|\/testing\//u.test(path);
const problems = [];
const graph = new Map();

function check(path, specifier) {
  const target = targetOf(path, specifier);
  const say_ = (why) => problems.push(`${path} imports ${specifier}: ${why}`);
  if (path.startsWith('shared/') && !isTest(path)) {
    if (!target.startsWith('shared/src/') && !SHARED_MAY.has(target)) say_('the domain uses nothing but itself');
  }
  if (path.startsWith('server/src/modules/') && target.startsWith('server/src/modules/') && !isTest(path)) {
    const [from, to] = [path, target].map((name) => MODULES.indexOf(name.split('/')[3]));
    if (to > from) say_(`${MODULES[from]} may only use modules to its left: ${MODULES.slice(0, from).join(', ')}`);
  }
  if (path.startsWith('server/src/platform/') && target.startsWith('server/src/modules/')) say_('the platform knows no module');
  if (path.startsWith('server/src/modules/') && /^server\/src\/(?:testing|cli|main|create-app)/u.test(target) && !isTest(path)) say_('a module does not know what runs it');
  if (TYPEORM_FREE.test(path) && target === 'typeorm') say_('controllers and DTOs hold no database');
  if (path.startsWith('miniapp/src/')) checkPhone(path, target, say_);
  if (path.startsWith('server/console/') && target.startsWith('server/src/')) say_('the console knows the server by its contracts only');
  if (path.startsWith('tests/') && target.startsWith('server/src/modules/')) say_('tests speak HTTP');
}

function checkPhone(path, target, say_) {
  if (target.startsWith('server/')) say_('the phone app knows the server by its contracts only');
  if (/TARO_ENV/u.test(readFileSync(join(ROOT, path), 'utf8')) && !path.startsWith('miniapp/src/platform/')) say_('differences between the platforms stay in platform/');
  if (!target.startsWith('miniapp/src/') || isTest(path)) return;
  const [from, to] = [path, target].map((name) => PHONE.indexOf(name.split('/')[2]));
  if (from >= 0 && to > from) say_(`${PHONE[from]} may only use ${PHONE.slice(0, from).join(', ')}`);
}

function findCycles() {
  const state = new Map();
  const walk = (node, trail) => {
    if (state.get(node) === 'done') return;
    if (trail.includes(node)) return void problems.push(`a cycle: ${[...trail.slice(trail.indexOf(node)), node].join(' → ')}`);
    for (const next of graph.get(node) ?? []) walk(next, [...trail, node]);
    state.set(node, 'done');
  };
  for (const node of graph.keys()) walk(node, []);
}

for (const folder of ['shared/src', 'server/src', 'server/console/src', 'miniapp/src', 'tests']) {
  for (const path of sources(folder)) {
    const targets = importsOf(path).map((specifier) => (check(path, specifier), targetOf(path, specifier).replace(/\.js$/u, '.ts')));
    if (path.startsWith('server/src/modules/views/') && !isTest(path)) checkView(path);
    graph.set(path, targets.filter((target) => target.startsWith(folder)));
  }
}
findCycles();
for (const problem of problems) say(`  ${problem}`);
say(problems.length > 0 ? `${problems.length} arrows point the wrong way.` : 'All arrows point the right way.');
process.exitCode = problems.length > 0 ? 1 : 0;
