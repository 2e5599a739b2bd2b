import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, say } from './lib/run.mjs';

/** Keeps the documents true: every rule names its function and its test, every path in where-is.md exists. */
const problems = [];
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

function checkRules() {
  const ids = [...read('shared/src/rules/rule-ids.ts').matchAll(/'([VOFP]\d+)'/gu)].map((match) => match[1]);
  const rows = new Map();
  for (const line of read('docs/rules.md').split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    if (/^[VOFP]\d+$/u.test(cells[1] ?? '')) rows.set(cells[1], cells);
  }
  for (const id of ids) if (!rows.has(id)) problems.push(`docs/rules.md: no line for ${id}`);
  for (const [id, [, , , functions, tests]] of rows) {
    if (!ids.includes(id)) problems.push(`docs/rules.md: ${id} is no rule of the product`);
    checkReferences(id, functions, (text, name) => new RegExp(`\\b${name}\\b`, 'u').test(text), 'does not have');
    checkReferences(id, tests, (text, name) => text.includes(name), 'has no test');
  }
}

/** Cells such as `` `path` name; `path` name ``. */
function checkReferences(id, cell, has, complaint) {
  const references = [...(cell ?? '').matchAll(/`([^`]+)`\s+([^;]+)/gu)];
  if (references.length === 0) problems.push(`docs/rules.md: ${id}: a cell names nothing`);
  for (const [, path, name] of references) {
    if (!existsSync(join(ROOT, path))) problems.push(`docs/rules.md: ${id}: ${path} does not exist`);
    else if (!has(read(path), name.trim())) problems.push(`docs/rules.md: ${id}: ${path} ${complaint} "${name.trim()}"`);
  }
}

function checkLinks(path) {
  for (const [, target] of read(path).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/gu)) {
    if (!existsSync(join(ROOT, dirname(path), target))) problems.push(`${path}: ${target} does not exist`);
  }
  for (const [, target] of read(path).matchAll(/`((?:shared|server|miniapp|tests|tools|docs)\/[\w./-]+\.\w+)`/gu)) {
    if (!existsSync(join(ROOT, target))) problems.push(`${path}: ${target} does not exist`);
  }
}

function checkSettings() {
  const names = [...read('server/src/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): \{ fallback/gmu)].map((match) => match[1]);
  const text = read('docs/configuration.md');
  for (const name of names) if (!text.includes(`\`${name}\``)) problems.push(`docs/configuration.md: no line for ${name}`);
  for (const [, name] of text.matchAll(/^\| `([A-Z_]+)`/gmu)) if (!names.includes(name)) problems.push(`docs/configuration.md: there is no ${name}`);
}

checkRules();
checkSettings();
for (const path of ['README.md', 'README.zh-CN.md', 'docs/where-is.md', 'docs/unverified.md', 'docs/glossary.md', 'docs/uploads.md', 'docs/configuration.md', 'docs/database.md', 'tests/README.md']) {
  if (existsSync(join(ROOT, path))) checkLinks(path);
  else problems.push(`${path} is missing`);
}
for (const problem of problems) say(`  ${problem}`);
say(problems.length > 0 ? `${problems.length} statements of the documents are not true.` : 'The documents are true.');
process.exitCode = problems.length > 0 ? 1 : 0;
