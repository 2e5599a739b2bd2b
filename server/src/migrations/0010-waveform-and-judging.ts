import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnFor, nullable } from './table.js';

export class WaveformAndJudging1764000000010 implements MigrationInterface {
  name = 'WaveformAndJudging1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await runner.addColumns('film_pictures', [new TableColumn(c.json('waveform', nullable)), new TableColumn(c.words('judging', 8, { default: "'unasked'" }))]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('film_pictures', ['waveform', 'judging']);
  }
}
