import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, say } from './lib/run.mjs';

/**
 * Landed migrations never change: databases have been made by them. `landed.json` beside them holds the SHA-256 of
 * each; `--add` records those that are new, and leaves the others as they are. Another folder may be named.
 */
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const folder = named[0] ?? join(ROOT, 'server/src/migrations');
const listPath = join(folder, 'landed.json');
const landed = JSON.parse(readFileSync(listPath, 'utf8'));
/** A check-out on Windows may have other line ends. */
const hashOf = (name) => createHash('sha256').update(readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')).digest('hex');
const files = readdirSync(folder).filter((name) => /^\d{4}-.*\.ts$/u.test(name)).sort();

if (process.argv.includes('--add')) {
  const added = files.filter((name) => !(name in landed));
  for (const name of added) landed[name] = hashOf(name);
  writeFileSync(listPath, `${JSON.stringify(Object.fromEntries(Object.entries(landed).sort()), null, 2)}\n`);
  say(added.length > 0 ? `Recorded: ${added.join(', ')}` : 'Nothing is new.');
}

const problems = [
  ...Object.keys(landed).filter((name) => !files.includes(name)).map((name) => `${name} has landed and is missing: databases name it as done.`),
  ...files.filter((name) => name in landed && landed[name] !== hashOf(name)).map((name) => `${name} has landed and was changed: put it back, and write what is to change into a new migration.`),
  ...files.filter((name) => !(name in landed)).map((name) => `${name} is not recorded: run node tools/check-migrations.mjs --add when it lands.`),
  ...repeated(files.map((name) => name.slice(0, 4))).map((number) => `two migrations have the number ${number}.`),
];
for (const problem of problems) say(`  ${problem}`);
say(problems.length > 0 ? `${problems.length} migrations are not as they landed.` : 'Landed migrations are as they landed.');
process.exitCode = problems.length > 0 ? 1 : 0;

function repeated(numbers) {
  return [...new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index))];
}
