import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class Likeness1764000000009 implements MigrationInterface {
  name = 'Likeness1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'film_print', [c.id(), c.ref('fileId'), c.ref('workId'), c.blob('print'), c.longText('error', nullable), c.at('takenAt')], [{ name: 'ux_print_file', columns: ['fileId'] }]);
    await createTable(runner, 'film_likeness', [c.id(), c.ref('fileId'), c.ref('otherFileId'), c.ref('otherWorkId'), c.int('share'), c.flag('isMirrored'), c.json('stretches')], [
      { name: 'ux_likeness_pair', columns: ['fileId', 'otherFileId'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['film_likeness', 'film_print']) await runner.dropTable(table);
  }
}
