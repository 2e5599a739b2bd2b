import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

/** Entries of the log and messages keep what they are about as data; their words are made when they are read. */
export class AuditAndMessages1764000000022 implements MigrationInterface {
  name = 'AuditAndMessages1764000000022';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await runner.addColumns('audit_entry', [new TableColumn(c.json('params', nullable))]);
    await runner.addColumns('message', [new TableColumn(c.words('kind', 40, nullable)), new TableColumn(c.json('params', nullable))]);
    await createTable(runner, 'message_delivery', [c.id(), c.ref('messageId'), c.words('channel', 16), c.words('state', 16), c.words('answer', 400, nullable), c.int('attempts', { default: '0' }), c.at('createdAt'), c.at('endedAt', nullable)], [
      { name: 'ux_delivery_channel', columns: ['messageId', 'channel'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('message_delivery');
    await runner.dropColumns('message', ['kind', 'params']);
    await runner.dropColumns('audit_entry', ['params']);
  }
}
