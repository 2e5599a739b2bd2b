import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, say } from './lib/run.mjs';

/**
 * Keeps the documents true: every rule names its function and its test, every path and link leads somewhere, every
 * setting and every decision is listed, and every page is found by following links from the README.
 */
const FRONT = ['README.md', 'README.zh-CN.md', 'tests/README.md'];
const DECISIONS = 'docs/decisions';
const INDEX = `${DECISIONS}/README.md`;

function pagesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return pagesUnder(root, path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** Everything in the documents below `root` that is not true, one sentence each. */
export function check(root) {
  const problems = [];
  const has = (path) => existsSync(join(root, path));
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const tree = { root, has, read, wrong: (sentence) => problems.push(sentence) };
  checkRules(tree);
  checkSettings(tree);
  const pages = pagesUnder(root, 'docs');
  for (const path of [...FRONT, ...pages]) {
    if (has(path)) checkLinks(tree, path);
    else tree.wrong(`${path} is missing`);
  }
  checkReached(tree, pages);
  checkDecisions(tree);
  return problems;
}

function checkRules({ has, read, wrong }) {
  const [source, page] = ['shared/src/rules/rule-ids.ts', 'docs/rules.md'];
  for (const path of [source, page]) if (!has(path)) return wrong(`${path} is missing`);
  const ids = [...read(source).matchAll(/'([VOFP]\d+)'/gu)].map((match) => match[1]);
  const rows = new Map();
  for (const line of read(page).split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    if (/^[VOFP]\d+$/u.test(cells[1] ?? '')) rows.set(cells[1], cells);
  }
  /** Cells such as `` `path` name; `path` name ``. */
  const references = (id, cell, holds, complaint) => {
    const found = [...(cell ?? '').matchAll(/`([^`]+)`\s+([^;]+)/gu)];
    if (found.length === 0) wrong(`${page}: ${id}: a cell names nothing`);
    for (const [, path, name] of found) {
      if (!has(path)) wrong(`${page}: ${id}: ${path} does not exist`);
      else if (!holds(read(path), name.trim())) wrong(`${page}: ${id}: ${path} ${complaint} "${name.trim()}"`);
    }
  };
  for (const id of ids) if (!rows.has(id)) wrong(`${page}: no line for ${id}`);
  for (const [id, [, , , functions, tests]] of rows) {
    if (!ids.includes(id)) wrong(`${page}: ${id} is no rule of the product`);
    references(id, functions, (text, name) => new RegExp(`\\b${name}\\b`, 'u').test(text), 'does not have');
    references(id, tests, (text, name) => text.includes(name), 'has no test');
  }
}

function checkSettings({ has, read, wrong }) {
  const [source, page] = ['server/src/platform/config.ts', 'docs/configuration.md'];
  for (const path of [source, page]) if (!has(path)) return wrong(`${path} is missing`);
  const names = [...read(source).matchAll(/^ {2}([A-Z][A-Z_]+): \{ fallback/gmu)].map((match) => match[1]);
  const text = read(page);
  if (names.length === 0) wrong(`${source}: no setting was found; this check cannot read it`);
  for (const name of names) if (!text.includes(`\`${name}\``)) wrong(`${page}: no line for ${name}`);
  for (const [, name] of text.matchAll(/^\| `([A-Z_]+)`/gmu)) if (!names.includes(name)) wrong(`${page}: there is no ${name}`);
}

/** Where the links of a page lead, as paths from the root. */
function linksOf({ read }, path) {
  const targets = [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/gu)].map((match) => match[1]);
  return targets.map((target) => posix.join(posix.dirname(path), target));
}

function checkLinks(tree, path) {
  for (const target of linksOf(tree, path)) if (!tree.has(target)) tree.wrong(`${path}: ${target} does not exist`);
  // A decision tells of its day: what it names in passing may have moved since.
  if (path.startsWith(`${DECISIONS}/`)) return;
  for (const [, target] of tree.read(path).matchAll(/`((?:shared|server|miniapp|tests|tools|docs)\/[\w./-]+\.\w+)`/gu)) {
    if (!tree.has(target)) tree.wrong(`${path}: ${target} does not exist`);
  }
}

function checkReached(tree, pages) {
  const reached = new Set(['README.md']);
  for (const path of reached) {
    if (tree.has(path)) for (const target of linksOf(tree, path)) if (target.endsWith('.md')) reached.add(target);
  }
  for (const path of pages) if (!reached.has(path)) tree.wrong(`${path}: no link leads there from README.md`);
}

/** The index lists every decision by number and title, and says of a number without a decision that there is none. */
function checkDecisions(tree) {
  if (!tree.has(INDEX)) return tree.wrong(`${INDEX} is missing`);
  const index = tree.read(INDEX);
  const taken = new Map();
  for (const name of readdirSync(join(tree.root, DECISIONS)).filter((entry) => entry !== 'README.md')) {
    const path = `${DECISIONS}/${name}`;
    const number = Number(/^(\d{4})-[a-z0-9-]+\.md$/u.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) tree.wrong(`${path}: a decision is named 0001-in-a-few-words.md`);
    else if (taken.has(number)) tree.wrong(`${path}: ${taken.get(number)} has this number already`);
    else checkDecision(tree, { path, name, number, index });
    taken.set(number, path);
  }
  const unused = new Set([...index.matchAll(/^\| (\d{4}) \| not used\b/gmu)].map((match) => Number(match[1])));
  for (let number = 1; number <= Math.max(0, ...taken.keys()); number += 1) {
    const label = String(number).padStart(4, '0');
    if (!taken.has(number) && !unused.has(number)) tree.wrong(`${INDEX}: no decision and no word about ${label}`);
    if (taken.has(number) && unused.has(number)) tree.wrong(`${INDEX}: ${label} is used`);
  }
}

function checkDecision({ read, wrong }, { path, name, number, index }) {
  const title = new RegExp(`^# ${number}\\. (.+)$`, 'mu').exec(read(path).split('\n')[0])?.[1];
  if (!title) wrong(`${path}: the first line is "# ${number}. " and what was decided`);
  else if (!index.includes(`| [${title}](${name}) |`)) wrong(`${INDEX}: no line for ${name} with its title "${title}"`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = check(resolve(process.argv[2] ?? ROOT));
  for (const problem of problems) say(`  ${problem}`);
  say(problems.length > 0 ? `${problems.length} statements of the documents are not true.` : 'The documents are true.');
  process.exitCode = problems.length > 0 ? 1 : 0;
}
