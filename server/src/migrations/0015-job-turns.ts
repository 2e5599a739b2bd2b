import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnFor, nullable } from './table.js';

export class JobTurns1764000000015 implements MigrationInterface {
  name = 'JobTurns1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await runner.addColumns('job', [new TableColumn(c.ref('ownerId', nullable)), new TableColumn(c.at('startedAt', nullable))]);
    await runner.createIndex('job', new TableIndex({ name: 'ix_job_turn', columnNames: ['lane', 'ownerId', 'startedAt'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('job', 'ix_job_turn');
    await runner.dropColumns('job', ['ownerId', 'startedAt']);
  }
}
