import { DataSource, type QueryRunner } from 'typeorm';
import { DEMO_PEOPLE } from './modules/demo/demo-accounts.js';
import { DEMONSTRATION, OPENED_BY_DEMONSTRATION } from './modules/demo/demo-mark.js';
import { CannotStart, type Config } from './platform/config.js';
import { databaseOptions } from './platform/database-options.js';

type Holding = 'nothing' | 'demonstration' | 'records';

/** Rows of the machinery, not of people. */
const MACHINERY = new Set(['installation', 'job', 'throttle']);

/**
 * Stops a start in the wrong mode before it has changed anything: a demonstration shows log-in codes and lets anybody
 * be anybody, so it serves a database only that was made as one; its sample people must not log in to production.
 * Everything that starts asks this: server, worker, command line.
 */
export async function refuseWrongMode(config: Config): Promise<void> {
  const source = await new DataSource(await databaseOptions(config.databaseUrl)).initialize();
  const holding = await holdingOf(source).finally(() => source.destroy());
  if (config.isDemonstration && holding === 'records') {
    throw new CannotStart(
      'This database was not made as a demonstration, so it is not served as one: anybody could log in as anybody in it. For production set NODE_ENV=production; for a demonstration name an empty database (DATABASE_URL) and an empty folder (KEPU_DATA_DIR).',
    );
  }
  if (!config.isDemonstration && holding === 'demonstration') {
    throw new CannotStart(
      'This database is a demonstration: its sample people could log in to production. Name another database (DATABASE_URL) and another folder (KEPU_DATA_DIR), run `npm run console -- migrate` and `npm run console -- seed`, and start again.',
    );
  }
}

/** What is in a database whose tables may be of any earlier shape, or missing. */
async function holdingOf(source: DataSource): Promise<Holding> {
  const runner = source.createQueryRunner();
  try {
    const tables: string[] = [];
    for (const { tableName } of source.entityMetadatas) if (await runner.hasTable(tableName)) tables.push(tableName);
    if (await isDemonstration(runner, tables)) return 'demonstration';
    for (const table of tables) if (!MACHINERY.has(table) && (await has(runner, `SELECT 1 FROM ${table} LIMIT 1`))) return 'records';
    return 'nothing';
  } finally {
    await runner.release();
  }
}

async function isDemonstration(runner: QueryRunner, tables: readonly string[]): Promise<boolean> {
  if (tables.includes('installation') && (await has(runner, 'SELECT 1 FROM installation WHERE name = ?', [DEMONSTRATION]))) return true;
  return isOlderDemonstration(runner, tables);
}

/** From before there was a mark: every campaign was opened by the demonstration, and its sample people are all there. */
async function isOlderDemonstration(runner: QueryRunner, tables: readonly string[]): Promise<boolean> {
  if (!tables.includes('campaign_config') || !tables.includes('account')) return false;
  if (!(await has(runner, 'SELECT 1 FROM campaign_config WHERE version = 1 AND reason = ?', [OPENED_BY_DEMONSTRATION]))) return false;
  if (await has(runner, 'SELECT 1 FROM campaign_config WHERE version = 1 AND reason <> ?', [OPENED_BY_DEMONSTRATION])) return false;
  for (const { phone } of DEMO_PEOPLE) if (!(await has(runner, 'SELECT 1 FROM account WHERE phone = ?', [phone]))) return false;
  return true;
}

async function has(runner: QueryRunner, sql: string, parameters: string[] = []): Promise<boolean> {
  return (await runner.connection.query<unknown[]>(sql, parameters, runner)).length > 0;
}
