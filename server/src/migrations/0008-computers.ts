import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class Computers1764000000008 implements MigrationInterface {
  name = 'Computers1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'computer', [
      c.id(), c.words('codeHash', 64), c.words('secretHash', 64), c.words('device', 120), c.at('askedAt'), c.at('codeExpiresAt'),
      c.ref('workId', nullable), c.ref('accountId', nullable), c.ref('sessionId', nullable), c.at('allowedAt', nullable), c.words('ticketHash', 64, nullable), c.at('takenAt', nullable), c.at('expiresAt', nullable), c.at('endedAt', nullable),
    ], [
      { name: 'ux_computer_code', columns: ['codeHash'] },
      { name: 'ux_computer_secret', columns: ['secretHash'] },
      { name: 'ux_computer_ticket', columns: ['ticketHash'] },
      { name: 'ix_computer_work', columns: ['workId'] },
    ]);
    await runner.addColumn('stored_file', new TableColumn(c.words('place', 40, nullable)));
    await runner.addColumns('upload', [new TableColumn(c.words('place', 40, nullable)), new TableColumn(c.words('device', 120, nullable))]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('upload', ['device', 'place']);
    await runner.dropColumn('stored_file', 'place');
    await runner.dropTable('computer');
  }
}
