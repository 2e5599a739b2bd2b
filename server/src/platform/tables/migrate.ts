import { setTimeout as wait } from 'node:timers/promises';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { CannotStart } from '../config.js';
import { databaseOptions } from '../database-options.js';
import { ask, convertCharacters, isSqlite } from './characters.js';

/** How long one process waits for another that changes the tables: copying large ones takes minutes. */
const PATIENCE_SECONDS = 600;

export interface Migrated {
  migrations: string[];
  /** Tables whose text was kept in a way that loses or confuses letters, and is not any more. */
  converted: string[];
}

/** Brings the tables up to date: one process at a time, and from wherever an earlier run was stopped. */
export async function migrate(url: string): Promise<Migrated> {
  const source = await new DataSource(await databaseOptions(url)).initialize();
  const runner = source.createQueryRunner();
  try {
    return await (isSqlite(runner) ? alone(runner, update) : underLock(runner, update));
  } finally {
    await runner.release();
    await source.destroy();
  }
}

async function update(runner: QueryRunner): Promise<Migrated> {
  const executor = new MigrationExecutor(runner.connection, runner);
  executor.transaction = isSqlite(runner) ? 'none' : 'each';
  const done = await executor.executePendingMigrations();
  return { migrations: done.map(({ name }) => name), converted: await convertCharacters(runner) };
}

/** MySQL and MariaDB: a lock with a name, held by the connection that changes the tables, free when it ends. */
async function underLock<T>(runner: QueryRunner, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const name = "CONCAT('kepu-tables-', SHA1(DATABASE()))";
  const [lock] = await ask<{ taken: number | null }>(runner, `SELECT GET_LOCK(${name}, ?) AS taken`, [PATIENCE_SECONDS]);
  if (Number(lock?.taken) !== 1) throw busy();
  try {
    return await work(runner);
  } finally {
    await runner.query(`SELECT RELEASE_LOCK(${name})`).catch(() => undefined);
  }
}

/** SQLite: everything in one transaction that nobody else may write beside. */
async function alone<T>(runner: QueryRunner, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  await begin(runner);
  try {
    const result = await work(runner);
    await runner.query('COMMIT');
    return result;
  } catch (error) {
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function begin(runner: QueryRunner): Promise<void> {
  const until = Date.now() + PATIENCE_SECONDS * 1000;
  // Waiting inside SQLite would hold up the whole process.
  await runner.query('PRAGMA busy_timeout = 0');
  for (;;) {
    try {
      await runner.query('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
      if (Date.now() > until) throw busy();
      await wait(200);
    }
  }
}

const busy = () => new CannotStart('Another process has been changing the tables of this database for ten minutes: wait until it has ended, or end it, then start again.');
