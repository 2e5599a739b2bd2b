import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databases, type TestDatabase } from '../../testing/databases.js';
import { describeTables } from '../../testing/describe-tables.js';
import { migrate } from './migrate.js';

/** What stays after a stop: on MySQL and MariaDB rows do so only from COMMIT on. */
const STAYS = /^(?:CREATE|ALTER|DROP|COMMIT)\b/iu;

interface Cuttable {
  databaseConnection: { destroy?: () => void };
}

/** Ends the connection right after the nth statement of migrate whose effect stays, as a kill of its process would. */
function cutAfter(statements: number): void {
  let made = 0;
  for (const runner of [MysqlQueryRunner.prototype, BetterSqlite3QueryRunner.prototype]) {
    const query = runner.query as (...given: unknown[]) => Promise<unknown>;
    vi.spyOn(runner, 'query').mockImplementation(async function cut(this: Cuttable, ...given: unknown[]): Promise<unknown> {
      const result = await query.apply(this, given);
      made += STAYS.test(String(given[0]).trim()) ? 1 : 0;
      if (made < statements) return result;
      this.databaseConnection.destroy?.();
      throw new Error('cut');
    } as typeof runner.query);
  }
}

describe.each(databases)('changing the tables, on $name', (kind) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await kind.make();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await database.drop();
  });

  async function freshTables(): Promise<string[]> {
    const other = await kind.make();
    await migrate(other.url);
    return describeTables(other.url).finally(() => other.drop());
  }

  it('goes on from wherever it was stopped: after every single statement', async () => {
    const fresh = await freshTables();
    // SQLite forgets a half: each run gets one statement further. The others keep it: each run makes one more.
    const isSqlite = kind.name === 'SQLite';
    let stops = 0;
    for (let isDone = false; !isDone && stops < 300; ) {
      cutAfter(isSqlite ? stops + 1 : 1);
      isDone = await migrate(database.url).then(({ migrations }) => migrations.length === 0 || isSqlite, () => false);
      vi.restoreAllMocks();
      stops += isDone ? 0 : 1;
    }
    expect(stops).toBeGreaterThan(60);
    expect(stops).toBeLessThan(300);
    expect((await migrate(database.url)).migrations).toEqual([]);
    expect(await describeTables(database.url)).toEqual(fresh);
  });

  it('is done by one process, while others wait and find nothing left', async () => {
    const results = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
    expect(results.filter(({ migrations }) => migrations.length > 0)).toHaveLength(1);
    expect(await describeTables(database.url)).toEqual(await freshTables());
  });
});
