import { DataSource } from 'typeorm';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '../../testing/databases.js';
import { describeTables } from '../../testing/describe-tables.js';
import { fillTables } from '../../testing/old-shapes/old-rows.js';
import { makeOldShape, OLD_SHAPES } from '../../testing/old-shapes/shapes.js';
import { startTestApp } from '../../testing/start-test-app.js';
import { databaseOptions } from '../database-options.js';
import { migrate } from './migrate.js';
import { refuseOtherTables } from './table-check.js';

/** What databases are found with: as installed, as older versions were told, as hosting panels leave them. */
const FOUND = [
  'CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci',
  'CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci',
  'CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci',
  'CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci',
  'CHARACTER SET latin1 COLLATE latin1_swedish_ci',
];
const LATEST = OLD_SHAPES.filter(({ migrations }) => migrations.length === 18);
const only = (name: string) => databases.filter((kind) => kind.name === name);

async function open(database: TestDatabase): Promise<DataSource> {
  return new DataSource(await databaseOptions(database.url)).initialize();
}

describe.each(databases)('the tables at the start, on $name', (kind) => {
  let database: TestDatabase;
  let source: DataSource;

  beforeEach(async () => {
    database = await kind.make();
    await migrate(database.url);
    source = await open(database);
  });
  afterEach(async () => {
    await source.destroy();
    await database.drop();
  });

  it('are taken as the migrations make them', async () => {
    await expect(refuseOtherTables(source)).resolves.toBeUndefined();
  });

  it.each([
    ['a column that is missing', ['ALTER TABLE unit DROP COLUMN version'], 'unit.version is missing'],
    ['a column nobody knows', ['ALTER TABLE unit ADD COLUMN remark varchar(20)'], 'unit.remark is not known'],
    ['a table that is missing', ['DROP TABLE finding_override'], 'there is no table finding_override'],
    ['a unique key that is missing', [kind.name === 'SQLite' ? 'DROP INDEX ux_slot_work' : 'DROP INDEX ux_slot_work ON slot'], 'the unique key ux_slot_work is missing'],
    ['a column of another kind', ['ALTER TABLE unit DROP COLUMN closesAt', 'ALTER TABLE unit ADD COLUMN closesAt text'], 'unit.closesAt is text, not bigint'],
    ['a column that must be filled', ['ALTER TABLE work DROP COLUMN durationMs', 'ALTER TABLE work ADD COLUMN durationMs bigint NOT NULL DEFAULT 0'], 'work.durationMs may not be empty'],
  ])('are refused for %s, in one sentence that names it', async (_, statements, said) => {
    for (const statement of statements) await source.query(statement);
    await expect(refuseOtherTables(source)).rejects.toThrow(said);
    await expect(startTestApp({ ...kind, make: () => Promise.resolve({ ...database, drop: () => Promise.resolve() }) })).rejects.toThrow(said);
  });
});

describe.each(only('MariaDB'))('how text is kept, on $name', (kind) => {
  let fresh: string[] = [];
  let database: TestDatabase;

  beforeAll(async () => {
    const made = await kind.make('CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    await migrate(made.url);
    fresh = await describeTables(made.url);
    await made.drop();
  });
  afterEach(() => database.drop());

  it.each(FOUND)('is the same in a new database made with %s', async (characters) => {
    database = await kind.make(characters);
    await migrate(database.url);
    expect(await describeTables(database.url)).toEqual(fresh);
  });

  it.each(FOUND)('is made the same in an older database made with %s, and no row changes', async (characters) => {
    database = await kind.make(characters);
    const source = await makeOldShape(database.url, LATEST[0]!);
    const holdsAll = characters.includes('utf8mb4');
    const rows = await fillTables(source, holdsAll ? '𠂢' : '').finally(() => source.destroy());
    await migrate(database.url);
    expect(await describeTables(database.url)).toEqual(fresh);
    const after = await open(database);
    for (const { table, values } of rows) {
      const text = Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string'));
      const [row] = await after.query<Record<string, unknown>[]>(`SELECT * FROM \`${table}\``);
      expect(row, table).toMatchObject(text);
    }
    await after.destroy();
  });

  it.each([
    ['a table altered by hand', 'ALTER TABLE unit CONVERT TO CHARACTER SET utf8mb3 COLLATE utf8mb3_unicode_ci', 'unit.id has utf8mb3_unicode_ci'],
    ['a single column', 'ALTER TABLE work MODIFY title varchar(300) CHARACTER SET latin1 NOT NULL', 'work.title has latin1_swedish_ci'],
    ['letters held for equal', 'ALTER TABLE identity_claim CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci', 'identity_claim.id has utf8mb4_general_ci'],
    ['a column with a default', "ALTER TABLE film_pictures MODIFY judging varchar(8) CHARACTER SET latin1 NOT NULL DEFAULT 'unasked'", 'film_pictures.judging has latin1_swedish_ci'],
  ])('is refused for %s, with the command that cures it, and is cured by that', async (_, statement, said) => {
    database = await kind.make();
    await migrate(database.url);
    const source = await open(database);
    await source.query(statement);
    await expect(refuseOtherTables(source)).rejects.toThrow(said);
    await expect(refuseOtherTables(source)).rejects.toThrow('npm run console -- migrate');
    expect((await migrate(database.url)).converted).toHaveLength(1);
    await expect(refuseOtherTables(source)).resolves.toBeUndefined();
    await source.destroy();
    expect(await describeTables(database.url)).toEqual(fresh);
  });

  it('is cured in a table of 64 kB texts without losing a letter', async () => {
    database = await kind.make();
    await migrate(database.url);
    const source = await open(database);
    await fillTables(source, '');
    await source.query('UPDATE work SET trail = ?', [JSON.stringify({ note: '字'.repeat(20_000) })]);
    await source.query('ALTER TABLE work CONVERT TO CHARACTER SET utf8mb3');
    await migrate(database.url);
    const work = await source.getRepository<{ trail: object }>('work').findOneByOrFail({});
    expect(JSON.stringify(work.trail)).toHaveLength('{"note":""}'.length + 20_000);
    expect(await source.getRepository('unit').count()).toBe(1);
    await source.destroy();
  });
});
