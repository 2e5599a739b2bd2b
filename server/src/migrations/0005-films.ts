import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class Films1764000000005 implements MigrationInterface {
  name = 'Films1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    const common = [c.id(), c.ref('workId'), c.ref('ownerId'), c.words('purpose', 16), c.words('name', 200), c.words('mime', 100), c.at('bytes')];
    await createTable(runner, 'stored_file', [...common, c.words('sha256', 64), c.words('key', 120), c.at('registeredAt'), c.at('uploadedAt'), c.at('removedAt', nullable)], [{ name: 'ix_file_work', columns: ['workId'] }]);
    await createTable(runner, 'upload', [...common, c.words('fingerprint', 100, nullable), c.words('state', 10), c.at('registeredAt'), c.at('expiresAt')], [
      { name: 'ix_upload_work', columns: ['workId', 'state'] },
      { name: 'ix_upload_expiry', columns: ['state', 'expiresAt'] },
    ]);
    await createTable(runner, 'inspection', [
      c.id(), c.ref('fileId'), c.ref('workId'), c.words('state', 8), c.json('facts', nullable), c.json('findings'), c.int('configVersion'), c.longText('error', nullable), c.at('queuedAt'), c.at('startedAt', nullable), c.at('finishedAt', nullable),
    ], [{ name: 'ux_inspection_file', columns: ['fileId'] }]);
    await createTable(runner, 'finding', [c.id(), c.ref('fileId'), c.ref('workId'), c.words('rule', 4), c.words('verdict', 14)], [
      { name: 'ix_finding_work', columns: ['workId'] },
      { name: 'ix_finding_rule', columns: ['fileId', 'rule'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['finding', 'inspection', 'upload', 'stored_file']) await runner.dropTable(table);
  }
}
