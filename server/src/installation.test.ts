import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppModule } from './app.module.js';
import { COMMANDS } from './cli/commands.js';
import { prepareDemonstration } from './demonstration.js';
import { refuseWrongMode } from './installation.js';
import { DEMO_WORKS } from './modules/demo/demo-works.js';
import { Clock } from './platform/clock.js';
import { CannotStart, readConfig, type Config } from './platform/config.js';
import { databaseOptions } from './platform/database-options.js';
import { makeLog } from './platform/log.js';
import { migrate } from './platform/tables/migrate.js';
import { databases, type TestDatabase } from './testing/databases.js';

const log = makeLog('silent');
const PRODUCTION = {
  NODE_ENV: 'production', KEPU_SECRET: 'mZ4qv1Wd8yT0uRk7pXn3bLs6', KEPU_PUBLIC_URL: 'http://video.example.cn', KEPU_SMS_SECRET_ID: 'i', KEPU_SMS_SECRET_KEY: 'k', KEPU_SMS_APP_ID: 'a', KEPU_SMS_SIGN: 's', KEPU_SMS_TEMPLATE: 't',
};

describe.each(databases)('which mode a database may be started in, on $name', (kind) => {
  let database: TestDatabase;
  let folder: string;
  let source: DataSource;
  beforeEach(async () => {
    database = await kind.make();
    folder = mkdtempSync(join(tmpdir(), 'kepu-mode-'));
    source = await new DataSource(await databaseOptions(database.url)).initialize();
  });
  afterEach(async () => {
    await source.destroy();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const configOf = (env: Record<string, string>): Config => readConfig({ DATABASE_URL: database.url, KEPU_DATA_DIR: folder, ...env });
  const production = () => configOf({ ...PRODUCTION, KEPU_SECRET: `${PRODUCTION.KEPU_SECRET}Jc2hGf9aEoQi5wYt` });
  const demonstration = () => configOf({});

  /** Every row there is. */
  async function rows(): Promise<string> {
    const all: Record<string, unknown> = {};
    for (const { tableName } of source.entityMetadatas) all[tableName] = await source.query(`SELECT * FROM ${tableName}`);
    return JSON.stringify(all);
  }

  async function inContext<T>(config: Config, work: (context: INestApplicationContext) => Promise<T>): Promise<T> {
    const context = await NestFactory.createApplicationContext(AppModule.with(config, log, new Clock()), { logger: false, abortOnError: false });
    return work(context).finally(() => context.close());
  }

  const command = (name: string, values: Record<string, string> = {}) => inContext(production(), (context) => COMMANDS.find((one) => one.name === name)!.run(context, values, () => undefined));

  async function startDemonstration(config = demonstration()): Promise<void> {
    await refuseWrongMode(config);
    const prepared = await prepareDemonstration(config, log, () => undefined);
    expect(prepared.isDemonstration).toBe(true);
  }

  const works = async () => (await source.query<unknown[]>('SELECT id FROM work')).length;

  it.each([
    ['campaign', 'seed', {}],
    ['invitation alone', 'create-admin', { name: '吴某某', phone: '13700000077' }],
  ])('a production database with its %s is refused by a start that forgot its mode, and by one that names the wrong one, and stays as it is', async (_what, name, values) => {
    await migrate(database.url);
    expect(await command(name, values)).toBe(0);
    const before = await rows();
    await expect(startDemonstration()).rejects.toThrow(CannotStart);
    await expect(startDemonstration(configOf({ KEPU_MODE: 'demonstration' }))).rejects.toThrow(/not made as a demonstration/u);
    expect(await rows()).toBe(before);
    await refuseWrongMode(production());
  });

  it('an older one is refused before its tables are touched', async () => {
    await migrate(database.url);
    await command('seed');
    await source.query('DROP TABLE installation');
    await source.query("DELETE FROM migrations WHERE name = 'Installation1764000000020'");
    await expect(startDemonstration()).rejects.toThrow(/not made as a demonstration/u);
    expect(await source.showMigrations()).toBe(true);
  });

  it('a demonstration is one again at every start, also one from before the mark, and never production', async () => {
    await startDemonstration();
    expect(await works()).toBe(DEMO_WORKS.length);
    await expect(refuseWrongMode(production())).rejects.toThrow(/sample people could log in/u);
    await source.query('DELETE FROM installation');
    await expect(refuseWrongMode(production())).rejects.toThrow(/sample people could log in/u);
    await startDemonstration();
    expect(await source.query('SELECT name, value FROM installation')).toEqual([{ name: 'demonstration', value: 'sown' }]);
    expect(await works()).toBe(DEMO_WORKS.length);
    await source.query('DELETE FROM installation');
    await source.query("UPDATE account SET phone = '13912345678' WHERE phone = '13800000022'");
    await expect(startDemonstration()).rejects.toThrow(CannotStart);
  });

  it('one that was stopped while it was made is made anew; one that is being made is left alone', async () => {
    let told = 0;
    const stopAt = (line: string) => {
      if (line.includes('sample work') && (told += 1) === 3) throw new Error('the power went');
    };
    await expect(prepareDemonstration(demonstration(), log, stopAt)).rejects.toThrow('the power went');
    expect(await works()).toBe(2);
    await refuseWrongMode(demonstration());
    await expect(startDemonstration()).rejects.toThrow(/Another process is preparing/u);
    await source.query('UPDATE installation SET value = ?', [`${hostname()} 999999 1`]);
    await startDemonstration();
    expect(await works()).toBe(DEMO_WORKS.length);
    expect(await source.query('SELECT id FROM campaign')).toHaveLength(1);
  });
});

describe('settings of production without its mode', () => {
  it.each([{ KEPU_SMS_SECRET_ID: 'id' }, { KEPU_PUBLIC_URL: 'https://video.example.cn' }, { KEPU_WECHAT_SECRET: 's' }, { KEPU_SMTP_URL: 'smtps://a:b@mail.example.cn:465', KEPU_MAIL_FROM: 'a@example.cn' }])('%o: refused with a sentence, unless it is said on purpose', (env: NodeJS.ProcessEnv) => {
    const folder = mkdtempSync(join(tmpdir(), 'kepu-mode-'));
    expect(() => readConfig({ KEPU_DATA_DIR: folder, ...env })).toThrow(/looks like production/u);
    expect(readConfig({ KEPU_DATA_DIR: folder, KEPU_MODE: 'demonstration', ...env }).isDemonstration).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
