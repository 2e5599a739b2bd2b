import type { QueryRunner } from 'typeorm';

/**
 * How MySQL and MariaDB keep text: every character there is, compared byte by byte as SQLite does. Other orders
 * of letters hold two rare characters, or José and Jose, for one: unique keys would make two people one.
 */
export const COLLATION = 'utf8mb4_bin';
export const CHARACTERS = `CHARACTER SET utf8mb4 COLLATE ${COLLATION}`;

export interface TextColumn {
  tableName: string;
  columnName: string;
  /** `varchar(36)` */
  columnType: string;
  isNullable: 'YES' | 'NO';
  columnDefault: string | null;
  comment: string;
  collation: string;
}

export const isSqlite = (runner: QueryRunner) => runner.connection.options.type === 'better-sqlite3';

/** Rows by plain SQL on this very connection. */
export const ask = <T>(runner: QueryRunner, sql: string, parameters: (string | number)[] = []) => runner.connection.query<T[]>(sql, parameters, runner);

/** Text columns of this product's tables that are kept in any other way; none on SQLite. */
export async function foreignColumns(runner: QueryRunner): Promise<TextColumn[]> {
  if (isSqlite(runner)) return [];
  const tables = tablesOf(runner);
  return ask<TextColumn>(runner,
    `SELECT TABLE_NAME AS tableName, COLUMN_NAME AS columnName, COLUMN_TYPE AS columnType, IS_NULLABLE AS isNullable, COLUMN_DEFAULT AS columnDefault, COLUMN_COMMENT AS comment, COLLATION_NAME AS collation
       FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (${tables.map(() => '?').join(', ')}) AND COLLATION_NAME <> '${COLLATION}' ORDER BY TABLE_NAME, ORDINAL_POSITION`,
    tables,
  );
}

/** Tables whose later columns would be made in another way. */
async function foreignTables(runner: QueryRunner): Promise<string[]> {
  const tables = tablesOf(runner);
  const rows = await ask<{ tableName: string }>(runner,
    `SELECT TABLE_NAME AS tableName FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (${tables.map(() => '?').join(', ')}) AND TABLE_COLLATION <> '${COLLATION}'`,
    tables,
  );
  return rows.map(({ tableName }) => tableName);
}

const tablesOf = (runner: QueryRunner) => ['migrations', ...runner.connection.entityMetadatas.map(({ tableName }) => tableName)];

/**
 * Makes every table keep text as `CHARACTERS` says: one statement a table, so that a stop leaves each either old
 * or new. Rows that differed before differ afterwards, so no key can clash. Columns are named one by one because
 * CONVERT TO would turn text into mediumtext.
 */
export async function convertCharacters(runner: QueryRunner): Promise<string[]> {
  if (isSqlite(runner)) return [];
  const columns = await foreignColumns(runner);
  const names = [...new Set([...(await foreignTables(runner)), ...columns.map(({ tableName }) => tableName)])];
  for (const name of names) {
    const changes = columns.filter(({ tableName }) => tableName === name).map((column) => `MODIFY ${definition(runner, column)}`);
    await runner.query(`ALTER TABLE \`${name}\` ${[...changes, `DEFAULT ${CHARACTERS}`].join(', ')}`);
  }
  return names;
}

function definition(runner: QueryRunner, column: TextColumn): string {
  const nullable = column.isNullable === 'YES' ? 'NULL' : 'NOT NULL';
  return [`\`${column.columnName}\` ${column.columnType} ${CHARACTERS} ${nullable}`, defaultOf(runner, column), column.comment === '' ? '' : `COMMENT ${quoted(column.comment)}`].join(' ');
}

/** MariaDB tells a default as it is written in SQL, MySQL tells its bare value. */
function defaultOf(runner: QueryRunner, { columnDefault }: TextColumn): string {
  if (columnDefault === null) return '';
  return `DEFAULT ${runner.connection.options.type === 'mariadb' ? columnDefault : quoted(columnDefault)}`;
}

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
