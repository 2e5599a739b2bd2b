import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class FilmVersions1764000000012 implements MigrationInterface {
  name = 'FilmVersions1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    const off = { default: '0' };
    await createTable(
      runner,
      'past_film',
      [c.id(), c.words('title', 200), c.words('unitName', 120), c.int('year'), c.words('fileName', 255), c.words('sha256', 64), c.int('durationMs', nullable), c.at('addedAt'), c.at('comparedAt', nullable)],
      [{ name: 'ux_past_film_sha', columns: ['sha256'] }],
    );
    await runner.addColumns('film_print', [new TableColumn(c.blob('sound', nullable)), new TableColumn(c.flag('isPast', off))]);
    await runner.addColumns('film_likeness', [new TableColumn(c.json('sounds', nullable)), new TableColumn(c.flag('isIdentical', off))]);
    await runner.createIndex('stored_file', new TableIndex({ name: 'ix_file_sha', columnNames: ['sha256'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('stored_file', 'ix_file_sha');
    await runner.dropColumns('film_likeness', ['sounds', 'isIdentical']);
    await runner.dropColumns('film_print', ['sound', 'isPast']);
    await runner.dropTable('past_film');
  }
}
