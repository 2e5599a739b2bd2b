import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { convertCharacters } from '../platform/tables/characters.js';
import { columnFor } from './table.js';

/**
 * Brings two kinds of older databases up to what new ones are: those whose third migration was run before it
 * knew `unit.version`, and those whose tables took the letters and the order of letters of their database.
 */
export class OneAlphabet1764000000019 implements MigrationInterface {
  name = 'OneAlphabet1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn('unit', 'version'))) await runner.addColumn('unit', new TableColumn(columnFor(runner).int('version', { default: '1' })));
    await convertCharacters(runner);
  }

  /** Nothing to take back: the tables are as the migrations before this one make them today. */
  async down(): Promise<void> {}
}
