import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class Review1764000000006 implements MigrationInterface {
  name = 'Review1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'sign_off', [c.id(), c.ref('workId'), c.int('versionNumber'), c.words('dutyId', 20), c.longText('opinion'), c.ref('accountId'), c.words('accountName', 60), c.at('at')], [
      { name: 'ux_sign_off_duty', columns: ['workId', 'versionNumber', 'dutyId'] },
    ]);
    await createTable(runner, 'return_note', [
      c.id(), c.ref('workId'), c.int('versionNumber'), c.ref('unitId'), c.words('unitName', 60), c.ref('byId'), c.words('byName', 60), c.json('reasons'), c.at('resubmitBy'), c.at('at'),
    ], [{ name: 'ix_return_work', columns: ['workId', 'at'] }]);
    await createTable(runner, 'identity_claim', [c.id(), c.ref('campaignId'), c.words('kind', 14), c.words('key', 190), c.ref('workId')], [
      { name: 'ux_identity_key', columns: ['campaignId', 'kind', 'key'] },
      { name: 'ix_identity_work', columns: ['workId'] },
    ]);
    await createTable(runner, 'message', [c.id(), c.ref('accountId'), c.words('text', 400), c.ref('workId', nullable), c.at('at'), c.at('readAt', nullable)], [{ name: 'ix_message_account', columns: ['accountId', 'at'] }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['message', 'identity_claim', 'return_note', 'sign_off']) await runner.dropTable(table);
  }
}
