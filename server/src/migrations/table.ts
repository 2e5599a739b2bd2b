import { Table, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';

type More = Partial<TableColumnOptions>;

/** Columns by meaning, the same words as platform/columns.ts, for migrations that run on every database. */
export const column = {
  id: (): TableColumnOptions => ({ name: 'id', type: 'varchar', length: '36', isPrimary: true }),
  ref: (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'varchar', length: '36', ...more }),
  words: (name: string, length: number, more: More = {}): TableColumnOptions => ({ name, type: 'varchar', length: String(length), ...more }),
  longText: (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'text', ...more }),
  json: (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'text', ...more }),
  blob: (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'blob', ...more }),
  at: (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'bigint', ...more }),
};

export const nullable: More = { isNullable: true };

/** Whole numbers, flags and running ids, whose types differ between the two databases. */
export function columnFor(runner: QueryRunner) {
  const isSqlite = runner.connection.options.type === 'better-sqlite3';
  return {
    ...column,
    int: (name: string, more: More = {}): TableColumnOptions => ({ name, type: isSqlite ? 'integer' : 'int', ...more }),
    flag: (name: string, more: More = {}): TableColumnOptions => ({ name, type: isSqlite ? 'boolean' : 'tinyint', ...(isSqlite ? {} : { width: 1 }), ...more }),
    runningId: (): TableColumnOptions => ({ name: 'id', type: isSqlite ? 'integer' : 'int', isPrimary: true, isGenerated: true, generationStrategy: 'increment' }),
  };
}

interface Index {
  name: string;
  columns: string[];
}

export async function createTable(runner: QueryRunner, name: string, columns: TableColumnOptions[], indexes: Index[] = []): Promise<void> {
  const indices = indexes.map((index) => new TableIndex({ name: index.name, columnNames: index.columns, isUnique: index.name.startsWith('ux_') }));
  await runner.createTable(new Table({ name, columns, indices }));
}
