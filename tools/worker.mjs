import { endOn, handOver } from './lib/run.mjs';
import { buildServer, buildShared, compileSqlite, install } from './lib/steps.mjs';

/** `npm run worker`: a process that does the heavy jobs, beside one started with KEPU_INSPECTIONS=0. */
endOn(
  (async () => {
    await install();
    await compileSqlite();
    await buildShared();
    await buildServer();
    process.exitCode = await handOver(process.execPath, ['--enable-source-maps', 'server/dist/worker.js']);
  })(),
);
