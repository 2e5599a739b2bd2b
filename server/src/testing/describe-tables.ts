import { DataSource } from 'typeorm';
import { databaseOptions } from '../platform/database-options.js';

/** Every column and key of a database in words, without the order columns came in: two that read the same are the same. */
export async function describeTables(url: string): Promise<string[]> {
  const source = await new DataSource(await databaseOptions(url)).initialize();
  const runner = source.createQueryRunner();
  try {
    const names = [...source.entityMetadatas.map(({ tableName }) => tableName), 'migrations'];
    const tables = await runner.getTables(names);
    const collations = source.options.type === 'better-sqlite3' ? [] : await source.query<{ name: string }[]>(
      "SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME, ' ', COLLATION_NAME) AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND COLLATION_NAME IS NOT NULL UNION SELECT CONCAT(TABLE_NAME, ' ', TABLE_COLLATION) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()",
    );
    return [
      ...tables.flatMap((table) => table.columns.map((column) => `${bare(table.name)}.${column.name} ${column.type}(${column.length}) null:${column.isNullable} default:${String(column.default)} key:${column.isPrimary}`)),
      ...tables.flatMap((table) => table.indices.map((index) => `${index.name} (${index.columnNames.join(', ')}) unique:${index.isUnique}`)),
      ...collations.map(({ name }) => name),
    ].sort();
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/** MySQL names a table with its database. */
const bare = (name: string) => name.split('.').at(-1) ?? name;
