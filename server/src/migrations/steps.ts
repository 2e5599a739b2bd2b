import type { MigrationInterface, QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { CHARACTERS } from '../platform/tables/characters.js';

type Migration = new () => MigrationInterface;

/**
 * A migration whose steps ask first whether they are done. MySQL and MariaDB commit every change of a table by
 * itself, so a migration that was stopped half way is begun anew and finds some of its tables made.
 */
export function inSteps(Landed: Migration): Migration {
  return class extends Landed {
    override up(runner: QueryRunner): Promise<void> {
      return super.up(stepping(runner));
    }
  };
}

/** Statements a migration gives by `query` are not looked at: they must bear to run twice. */
function stepping(runner: QueryRunner): QueryRunner {
  const steps: Pick<QueryRunner, 'createTable' | 'addColumn' | 'createIndex'> = {
    createTable: async (table: Table) => {
      if (await runner.hasTable(table.name)) return;
      // TypeORM has no word for a table's characters; what stands here goes to the end of the statement as it is.
      table.engine = `InnoDB DEFAULT ${CHARACTERS}`;
      await runner.createTable(table);
    },
    addColumn: async (table: Table | string, column: TableColumn) => {
      if (!(await runner.hasColumn(table, column.name))) await runner.addColumn(table, column);
    },
    createIndex: async (table: Table | string, index: TableIndex) => {
      const found = await runner.getTable(typeof table === 'string' ? table : table.name);
      if (!found?.indices.some(({ name }) => name === index.name)) await runner.createIndex(table, index);
    },
  };
  // addColumns of TypeORM calls addColumn for each: through this object, so it asks too.
  return new Proxy(runner, { get: (target, key): unknown => Reflect.get(key in steps ? steps : target, key) });
}
