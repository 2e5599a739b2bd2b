import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnFor, createTable } from './table.js';

export class UnitMail1764000000016 implements MigrationInterface {
  name = 'UnitMail1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await runner.addColumns('package_mail', [new TableColumn(c.words('via', 8, { default: "'system'" }))]);
    await createTable(runner, 'unit_mail_server', [
      c.id(), c.words('host', 253), c.int('port'), c.words('account', 254), c.longText('password'), c.words('sender', 254), c.at('setAt'), c.ref('setBy'), c.words('setByName', 60),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('unit_mail_server');
    await runner.dropColumns('package_mail', ['via']);
  }
}
