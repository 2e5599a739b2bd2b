import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class FindingOverrides1764000000011 implements MigrationInterface {
  name = 'FindingOverrides1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'finding_override', [
      c.id(), c.ref('fileId'), c.ref('workId'), c.words('checkId', 16), c.words('basis', 64), c.longText('reason'),
      c.words('side', 12), c.ref('unitId', nullable), c.words('unitName', 60, nullable), c.ref('byId'), c.words('byName', 60), c.at('at'),
    ], [
      { name: 'ux_override_check', columns: ['fileId', 'checkId'] },
      { name: 'ix_override_work', columns: ['workId'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('finding_override');
  }
}
