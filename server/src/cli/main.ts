import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { refuseWrongMode } from '../installation.js';
import { Clock } from '../platform/clock.js';
import { CannotStart, readConfig } from '../platform/config.js';
import { makeLog } from '../platform/log.js';
import { nestLog } from '../platform/nest-log.js';
import { migrate } from '../platform/tables/migrate.js';
import { COMMANDS, UsageError } from './commands.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

function usage(): string {
  return ['npm run console -- COMMAND', '', '  migrate                bring the tables up to date', ...COMMANDS.map(({ name, options, about }) => `  ${`${name} ${options}`.padEnd(60)} ${about}`)].join('\n');
}

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false });
  const [name] = positionals;
  const config = readConfig(process.env);
  if (name === 'migrate') {
    const { migrations, converted } = await migrate(config.databaseUrl);
    if (migrations.length > 0) say(`Done: ${migrations.join(', ')}`);
    if (converted.length > 0) say(`Every character is kept now, and compared as it is, in: ${converted.join(', ')}`);
    if (migrations.length + converted.length === 0) say('Nothing to do: the tables are up to date.');
    return 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) throw new UsageError(name ? `There is no command ${name}.` : 'Which command?');
  await refuseWrongMode(config);
  const log = makeLog(config.KEPU_LOG_LEVEL === 'info' ? 'warn' : config.KEPU_LOG_LEVEL);
  let context: INestApplicationContext | null = null;
  try {
    context = await NestFactory.createApplicationContext(AppModule.with(config, log, new Clock()), { logger: nestLog(log), abortOnError: false });
    return await command.run(context, values, say);
  } finally {
    await context?.close();
  }
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof UsageError ? `${error.message}\n\n${usage()}` : error instanceof CannotStart ? error.message : String((error as Error).stack ?? error)}\n`);
    process.exit(2);
  },
);
