import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { refuseWrongMode } from './installation.js';
import { Health } from './modules/system/health.js';
import { Clock } from './platform/clock.js';
import { CannotStart, ConfigError, readConfig } from './platform/config.js';
import { JobWorker } from './platform/jobs/job-worker.js';
import { makeLog } from './platform/log.js';
import { nestLog } from './platform/nest-log.js';

/**
 * A process that does jobs and serves nothing: films are inspected here while the web process, started with
 * KEPU_INSPECTIONS=0, only answers people. Any number may run beside each other on one database and one
 * folder of files; a job belongs to whoever claimed its row, and is claimed anew when that process dies.
 */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  if (config.KEPU_INSPECTIONS === 0) throw new ConfigError(['KEPU_INSPECTIONS is 0: a worker that inspects no films has nothing to do. Set it to 1 or more here, and to 0 for the web process.']);
  await refuseWrongMode(config);
  const log = makeLog(config.KEPU_LOG_LEVEL);
  const context = await NestFactory.createApplicationContext(AppModule.with(config, log, new Clock()), { logger: nestLog(log), abortOnError: false });
  context.enableShutdownHooks();
  for (const note of await context.get(Health).refuseUnfit()) process.stdout.write(`  Note: ${note}\n`);
  await context.get(JobWorker).start();
  process.stdout.write(`  Worker ready: up to ${config.KEPU_INSPECTIONS} film${config.KEPU_INSPECTIONS === 1 ? '' : 's'} at a time. Ctrl+C stops it.\n`);
  // The timer of the jobs lets a process end; this one waits for its signal.
  setInterval(() => undefined, 60_000);
}

start().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof CannotStart ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
});
