import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable } from './table.js';

export class Installation1764000000020 implements MigrationInterface {
  name = 'Installation1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'installation', [{ ...c.words('name', 40), isPrimary: true }, c.words('value', 200), c.at('at')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('installation');
  }
}
