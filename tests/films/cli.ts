import { copyFile, constants, stat } from 'node:fs/promises';
import { CATALOGUE, catalogued, fileOf } from './catalogue.js';

const HELP = `Usage:
  pnpm film list               what films there are, and which rules each breaks
  pnpm film make NAME [PATH]   makes one; prints where it is
  pnpm film all                makes all of them`;

async function main([command, name = '', target]: string[]): Promise<void> {
  if (command === 'list') {
    for (const film of CATALOGUE) console.log(`${film.name.padEnd(40)} ${film.breaks.join(' ') || 'keeps every rule'}`);
  } else if (command === 'make') {
    const made = await fileOf(catalogued(name));
    if (target !== undefined) await copyFile(made, target, constants.COPYFILE_FICLONE);
    console.log(target ?? made);
  } else if (command === 'all') {
    for (const film of CATALOGUE) {
      const began = performance.now();
      const path = await fileOf(film);
      console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s ${String((await stat(path)).size).padStart(10)} bytes  ${film.name}`);
    }
  } else {
    console.log(HELP);
    process.exitCode = command === undefined ? 0 : 2;
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
