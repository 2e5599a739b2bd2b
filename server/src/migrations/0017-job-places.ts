import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnFor, nullable } from './table.js';

export class JobPlaces1764000000017 implements MigrationInterface {
  name = 'JobPlaces1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await runner.addColumns('job', [new TableColumn(c.words('place', 100, nullable))]);
    await runner.createIndex('job', new TableIndex({ name: 'ux_job_place', columnNames: ['place'], isUnique: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('job', 'ux_job_place');
    await runner.dropColumns('job', ['place']);
  }
}
