import type { AddressInfo } from 'node:net';
import { createApp } from './create-app.js';
import { prepareDemonstration } from './demonstration.js';
import { refuseWrongMode } from './installation.js';
import { Health } from './modules/system/health.js';
import { CannotStart, readConfig, type Config } from './platform/config.js';
import { JobWorker } from './platform/jobs/job-worker.js';
import { makeLog } from './platform/log.js';

const tell = (line: string) => process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
  const given = readConfig(process.env);
  const log = makeLog(given.KEPU_LOG_LEVEL);
  await refuseWrongMode(given);
  const config = given.isDemonstration ? await prepareDemonstration(given, log, tell) : given;
  const app = await createApp(config, log);
  for (const note of await app.get(Health).refuseUnfit()) tell(`  Note: ${note}`);
  await app.listen(config.PORT, config.HOST).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new CannotStart(`Port ${config.PORT} is taken by another program: set PORT to a free one, e.g. PORT=3001 npm start.`) : error;
  });
  await app.get(JobWorker).start();
  const { port } = app.getHttpServer().address() as AddressInfo;
  announce(config, port);
}

function announce(config: Config, port: number): void {
  const base = config.publicUrl.includes(`:${config.PORT}`) ? config.publicUrl.replace(`:${config.PORT}`, `:${port}`) : config.publicUrl;
  tell('');
  tell(`  Phone app   ${base}/`);
  tell(`  Console     ${base}/console`);
  tell(`  API         ${base}/api`);
  tell(`  Health      ${base}/readyz`);
}

start().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof CannotStart ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
});
