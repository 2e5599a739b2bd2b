import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PNPM_COMMAND } from './lib/pnpm.mjs';
import { endOn, handOver, ROOT, say } from './lib/run.mjs';
import { findMysql } from './lib/services.mjs';
import { buildServer, buildShared, compileSqlite, install } from './lib/steps.mjs';

/** `npm run bench -- NAME`: the product against a baseline in the same run. */
const FOLDER = join(ROOT, 'tests/bench');
const [name, ...rest] = process.argv.slice(2);
const PARTS = new Set(['rows.ts', 'works-rows.ts', 'figures.ts', 'bare-receiver.ts', 'process-tree.ts']);

endOn(
  (async () => {
    if (!name || !existsSync(join(FOLDER, `${name}.ts`))) {
      say(`npm run bench -- NAME, one of: ${readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !PARTS.has(file)).map((file) => file.slice(0, -3)).join(', ')}`);
      process.exitCode = 2;
      return;
    }
    await install();
    await compileSqlite();
    await buildShared();
    await buildServer();
    const mysql = await findMysql();
    try {
      const env = { ...process.env, KEPU_TEST_MYSQL: mysql?.url ?? '' };
      process.exitCode = await handOver(PNPM_COMMAND[0], [...PNPM_COMMAND.slice(1), '--dir', join(ROOT, 'tests'), 'exec', 'tsx', `bench/${name}.ts`, ...rest], { env });
    } finally {
      mysql?.stop();
    }
  })(),
);
