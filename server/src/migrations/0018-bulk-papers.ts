import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnFor, nullable } from './table.js';

export class BulkPapers1764000000018 implements MigrationInterface {
  name = 'BulkPapers1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('package', [new TableColumn(columnFor(runner).json('papers', nullable))]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('package', ['papers']);
  }
}
