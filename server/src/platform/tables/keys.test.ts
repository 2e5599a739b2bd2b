import { DataSource, type EntityMetadata } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '../../testing/databases.js';
import { fillTables, type OldRow } from '../../testing/old-shapes/old-rows.js';
import { databaseOptions } from '../database-options.js';
import { migrate } from './migrate.js';

/** What some databases hold for one: accents, case, characters of four bytes. */
const PAIRS = [['é', 'e'], ['A', 'a'], ['𠅤', '𡌛'], ['🎩', '💥']] as const;

describe.each(databases)('unique keys, on $name', (kind) => {
  let database: TestDatabase;
  let source: DataSource;
  let rows: OldRow[] = [];

  beforeAll(async () => {
    database = await kind.make();
    await migrate(database.url);
    source = await new DataSource(await databaseOptions(database.url)).initialize();
    rows = await fillTables(source);
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  let made = 0;
  async function insert(entity: EntityMetadata, base: Record<string, unknown>, kept: string[], column: string, text: string): Promise<void> {
    const others = entity.indices.filter(({ isUnique }) => isUnique).flatMap(({ columns }) => columns.filter(({ length }) => Number(length) > 0).map(({ databaseName }) => databaseName));
    made += 1;
    const fresh = Object.fromEntries([...entity.primaryColumns.map(({ databaseName }) => databaseName), ...others].filter((name) => !kept.includes(name)).map((name) => [name, String(made)]));
    const row: Record<string, unknown> = { ...base, ...fresh, [column]: text };
    const names = Object.keys(row);
    const values = Object.values(row).map((value) => (typeof value === 'object' && value !== null && !Buffer.isBuffer(value) ? JSON.stringify(value) : value));
    await source.query(`INSERT INTO ${source.driver.escape(entity.tableName)} (${names.map((name) => source.driver.escape(name)).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, values);
  }

  it('keep apart what differs by a single sign: unit codes, jobs, findings set aside, and every other one over text', async () => {
    const tried: string[] = [];
    for (const entity of source.entityMetadatas) {
      const base = rows.find(({ table }) => table === entity.tableName)?.values ?? {};
      for (const index of entity.indices.filter(({ isUnique }) => isUnique)) {
        const column = index.columns.find(({ type, length }) => type === 'varchar' && length !== '36')?.databaseName;
        if (!column) continue;
        for (const pair of PAIRS) {
          for (const text of pair) {
            // The other columns of the key stay the same: this text alone decides.
            await insert(entity, base, index.columns.map(({ databaseName }) => databaseName), column, text);
          }
        }
        tried.push(index.name);
      }
    }
    expect(tried).toEqual(expect.arrayContaining(['ux_unit_code', 'ux_job_unique', 'ux_override_check', 'ux_identity_key', 'ux_account_phone']));
  });
});
