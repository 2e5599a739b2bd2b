import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, nullable } from './table.js';

export class ReceiptsTakenBack1764000000025 implements MigrationInterface {
  name = 'ReceiptsTakenBack1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('package_receipt', [new TableColumn(column.ref('takesBack', nullable)), new TableColumn(column.at('toldAt', nullable))]);
    await runner.createIndex('package_receipt', new TableIndex({ name: 'ux_package_receipt_takes_back', columnNames: ['takesBack'], isUnique: true }));
    // Until now a unit was told at once.
    await runner.query('UPDATE package_receipt SET toldAt = at WHERE count > 0 AND toldAt IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('package_receipt', 'ux_package_receipt_takes_back');
    await runner.dropColumns('package_receipt', ['takesBack', 'toldAt']);
  }
}
