import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class FilmPictures1764000000007 implements MigrationInterface {
  name = 'FilmPictures1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'film_pictures', [c.id(), c.flag('hasPoster'), c.json('stills'), c.json('sprite', nullable), c.words('preview', 8)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('film_pictures');
  }
}
