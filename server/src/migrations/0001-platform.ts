import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class Platform1764000000001 implements MigrationInterface {
  name = 'Platform1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'job', [
      c.id(), c.words('name', 40), c.words('lane', 8), c.json('payload'), c.words('state', 8), c.at('runAt'), c.at('leaseUntil', nullable),
      c.int('attempts', { default: '0' }), c.words('uniqueKey', 80, nullable), c.longText('lastError', nullable), c.at('createdAt'), c.at('finishedAt', nullable),
    ], [
      { name: 'ix_job_due', columns: ['lane', 'state', 'runAt'] },
      { name: 'ux_job_unique', columns: ['uniqueKey'] },
    ]);
    await createTable(runner, 'audit_entry', [
      c.runningId(), c.at('at'), c.words('requestId', 64), c.ref('campaignId', nullable), c.ref('actorId', nullable), c.words('actorName', 60), c.words('role', 16),
      c.ref('unitId', nullable), c.words('action', 60), c.ref('workId', nullable), c.longText('reason', nullable), c.json('changes'),
    ], [
      { name: 'ix_audit_work', columns: ['workId', 'id'] },
      { name: 'ix_audit_campaign', columns: ['campaignId', 'id'] },
      { name: 'ix_audit_unit', columns: ['unitId', 'at'] },
    ]);
    await createTable(runner, 'throttle', [{ name: 'key', type: 'varchar', length: '160', isPrimary: true }, c.int('count'), c.at('windowEndsAt')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['throttle', 'audit_entry', 'job']) await runner.dropTable(table);
  }
}
