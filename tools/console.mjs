import { endOn, handOver } from './lib/run.mjs';
import { buildServer, buildShared, compileSqlite, install } from './lib/steps.mjs';

/** `npm run console -- COMMAND`: the operator's command line. */
endOn(
  (async () => {
    await install();
    await compileSqlite();
    await buildShared();
    await buildServer();
    process.exitCode = await handOver(process.execPath, ['--enable-source-maps', 'server/dist/cli/main.js', ...process.argv.slice(2)]);
  })(),
);
