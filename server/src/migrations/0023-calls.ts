import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnFor } from './table.js';

const INDEX = 'ux_campaign_prefix';

/** Several calls beside each other: each has a state, and receipts of its own. */
export class Calls1764000000023 implements MigrationInterface {
  name = 'Calls1764000000023';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await runner.addColumns('campaign', [new TableColumn(c.words('state', 12, { default: "'open'" })), new TableColumn(c.words('receiptPrefix', 12, { default: "''" }))]);
    const taken = new Set<string>();
    for (const { id, year } of (await runner.query('SELECT id, year FROM campaign ORDER BY createdAt, id')) as { id: string; year: number }[]) {
      const plain = `KP${String(year).slice(-2)}`;
      const prefix = ['', ...'BCDEFGHJ'].map((letter) => plain + letter).find((one) => !taken.has(one)) ?? id.slice(-12);
      taken.add(prefix);
      await runner.query('UPDATE campaign SET receiptPrefix = ? WHERE id = ?', [prefix, id]);
    }
    await runner.createIndex('campaign', new TableIndex({ name: INDEX, columnNames: ['receiptPrefix'], isUnique: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('campaign', INDEX);
    await runner.dropColumns('campaign', ['state', 'receiptPrefix']);
  }
}
