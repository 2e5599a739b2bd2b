import type { DataSource, EntityMetadata, QueryRunner } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { CannotStart } from '../config.js';
import { ask, COLLATION, foreignColumns, isSqlite } from './characters.js';

interface FoundColumn {
  tableName: string;
  columnName: string;
  type: string;
  /** Signs a varchar holds; null where the database does not limit it. */
  length: number | null;
  isNullable: number;
}

interface FoundKey {
  tableName: string;
  /** `campaignId,code` in the order of the index */
  columns: string;
}

const MOST_SAID = 5;

/** Refuses a database whose tables are not those this version reads and writes: said once, at the start. */
export async function refuseOtherTables(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await refuseOtherCharacters(runner);
    const differences = await findDifferences(runner);
    if (differences.length === 0) return;
    const more = differences.length > MOST_SAID ? ` and ${differences.length - MOST_SAID} more` : '';
    throw new CannotStart(`The tables of the database are not those of this version (${differences.slice(0, MOST_SAID).join('; ')}${more}): they were changed by hand, or by another version; start the version that made them, or restore a backup and run \`npm run console -- migrate\`.`);
  } finally {
    await runner.release();
  }
}

async function refuseOtherCharacters(runner: QueryRunner): Promise<void> {
  const foreign = await foreignColumns(runner);
  if (foreign.length === 0) return;
  // The first column of each table.
  const said = [...new Map(foreign.toReversed().map((column) => [column.tableName, `${column.tableName}.${column.columnName} has ${column.collation}`])).values()];
  const more = said.length > MOST_SAID ? ` and ${said.length - MOST_SAID} more tables` : '';
  throw new CannotStart(`The database would lose rare characters or take two people for one: its text must be kept as ${COLLATION}, but ${said.slice(0, MOST_SAID).join(', ')}${more}. Make a backup, then run \`npm run console -- migrate\`: it converts these columns and changes nothing else.`);
}

async function findDifferences(runner: QueryRunner): Promise<string[]> {
  const [columns, keys] = isSqlite(runner) ? await sqliteTables(runner) : await mysqlTables(runner);
  return runner.connection.entityMetadatas.flatMap((entity) => {
    const found = columns.filter(({ tableName }) => tableName === entity.tableName);
    if (found.length === 0) return [`there is no table ${entity.tableName}`];
    return [...differentColumns(entity, found), ...missingKeys(entity, keys)];
  });
}

function differentColumns(entity: EntityMetadata, found: FoundColumn[]): string[] {
  const known = new Set(entity.columns.map(({ databaseName }) => databaseName));
  const surplus = found.filter(({ columnName }) => !known.has(columnName)).map(({ columnName }) => `${entity.tableName}.${columnName} is not known`);
  const others = entity.columns.flatMap((column) => {
    const name = `${entity.tableName}.${column.databaseName}`;
    const there = found.find(({ columnName }) => columnName === column.databaseName);
    if (!there) return [`${name} is missing`];
    return differs(entity, column, there).map((how) => `${name} ${how}`);
  });
  return [...others, ...surplus];
}

function differs(entity: EntityMetadata, column: ColumnMetadata, found: FoundColumn): string[] {
  const wanted = entity.connection.driver.normalizeType(column);
  if (family(wanted) !== family(found.type)) return [`is ${found.type}, not ${wanted}`];
  if (found.length !== null && found.length < Number(column.length)) return [`holds ${found.length} signs, not ${column.length}`];
  if (!column.isPrimary && column.isNullable !== (Number(found.isNullable) === 1)) return [column.isNullable ? 'may not be empty' : 'may be empty'];
  return [];
}

/** A column that is wider than it need be does no harm; one of another kind does. */
function family(type: string): string {
  if (/char|text/iu.test(type)) return 'text';
  if (/blob|binary/iu.test(type)) return 'bytes';
  return /int|bool/iu.test(type) ? 'number' : type;
}

/** Slots, claims, receipts: what must be there once is kept by these keys alone. */
function missingKeys(entity: EntityMetadata, keys: FoundKey[]): string[] {
  return entity.indices.flatMap((index) => {
    const columns = index.columns.map(({ databaseName }) => databaseName).join(',');
    const isThere = !index.isUnique || keys.some((key) => key.tableName === entity.tableName && key.columns === columns);
    return isThere ? [] : [`the unique key ${index.name} is missing`];
  });
}

async function mysqlTables(runner: QueryRunner): Promise<[FoundColumn[], FoundKey[]]> {
  return [
    await ask<FoundColumn>(runner,
      `SELECT TABLE_NAME AS tableName, COLUMN_NAME AS columnName, DATA_TYPE AS type, CASE WHEN DATA_TYPE = 'varchar' THEN CHARACTER_MAXIMUM_LENGTH END AS length, IS_NULLABLE = 'YES' AS isNullable
         FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()`,
    ),
    await ask<FoundKey>(runner,
      `SELECT TABLE_NAME AS tableName, GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX SEPARATOR ',') AS columns
         FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND NON_UNIQUE = 0 AND SUB_PART IS NULL GROUP BY TABLE_NAME, INDEX_NAME`,
    ),
  ];
}

async function sqliteTables(runner: QueryRunner): Promise<[FoundColumn[], FoundKey[]]> {
  return [
    await ask<FoundColumn>(runner,
      `SELECT t.name AS tableName, c.name AS columnName, lower(c.type) AS type, NULL AS length, c."notnull" = 0 AS isNullable FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'`,
    ),
    await ask<FoundKey>(runner,
      `SELECT t.name AS tableName, (SELECT group_concat(i.name, ',') FROM (SELECT name FROM pragma_index_info(x.name) ORDER BY seqno) i) AS columns
         FROM sqlite_master t JOIN pragma_index_list(t.name) x WHERE t.type = 'table' AND x."unique" = 1 AND x.partial = 0`,
    ),
  ];
}
