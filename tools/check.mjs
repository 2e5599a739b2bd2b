import { PNPM_COMMAND } from './lib/pnpm.mjs';
import { capture, endOn, ROOT, say } from './lib/run.mjs';
import { buildShared, install } from './lib/steps.mjs';

/** `npm run check`: types, lint, layer rules, documents, landed migrations. Everything is run, and everything that is wrong is said. */
const pnpm = (...args) => [PNPM_COMMAND[0], [...PNPM_COMMAND.slice(1), ...args]];
const types = ['shared', 'server', 'server/console', 'miniapp', 'tests'].map((name) => [`types of ${name}`, pnpm('--dir', `${ROOT}/${name}`, 'check')]);

const CHECKS = [
  ...types,
  ['lint', pnpm('exec', 'eslint', '--max-warnings', '0', '.')],
  ['layer rules', [process.execPath, ['tools/check-layers.mjs']]],
  ['documents', [process.execPath, ['tools/check-docs.mjs']]],
  ['landed migrations', [process.execPath, ['tools/check-migrations.mjs']]],
  ['API description', [process.execPath, ['tools/make-openapi.mjs', '--check']]],
];

async function main() {
  await install();
  await buildShared();
  let failed = 0;
  const waiting = [...CHECKS];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, [command, args]] = next;
      const started = Date.now();
      const { code, output } = await capture(command, args);
      failed += code === 0 ? 0 : 1;
      say(`  ${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(0)} s)${code === 0 ? '' : `\n${output.trim()}\n`}`);
    }
  };
  await Promise.all([worker(), worker()]);
  process.exitCode = failed > 0 ? 1 : 0;
}

endOn(main());
