import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class Scans1764000000013 implements MigrationInterface {
  name = 'Scans1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    const confirmed = [c.words('confirmedHow', 4, nullable), c.ref('confirmedBy', nullable), c.words('confirmedName', 60, nullable), c.at('confirmedAt', nullable)];
    await createTable(runner, 'scan_page', [
      c.id(), c.ref('workId'), c.int('versionNumber'), c.ref('bundleId', nullable), c.int('position'), c.words('state', 8), c.int('revision'), c.json('wishes'), c.json('result', nullable), c.words('failure', 32, nullable),
      ...confirmed, c.at('addedAt'), c.ref('addedBy'),
    ], [{ name: 'ix_scan_page_work', columns: ['workId', 'bundleId'] }]);
    await createTable(runner, 'scan_bundle', [
      c.id(), c.ref('workId'), c.int('versionNumber'), c.words('kind', 8), c.words('state', 8), c.ref('fileId', nullable), c.int('pageCount'), c.json('codes', nullable), c.flag('readsCodes'), c.words('failure', 32, nullable),
      ...confirmed, c.at('madeAt'), c.ref('madeBy'), c.at('usedAt', nullable),
    ], [{ name: 'ix_scan_bundle_work', columns: ['workId', 'madeAt'] }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['scan_bundle', 'scan_page']) await runner.dropTable(table);
  }
}
