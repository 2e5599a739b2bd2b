import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class Works1764000000004 implements MigrationInterface {
  name = 'Works1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'work', [
      c.id(), c.ref('campaignId'), c.ref('ownerId'), c.ref('unitId', nullable), c.words('status', 16), c.json('draft'), c.json('trail'), c.int('revision'), c.at('draftChangedAt'),
      c.ref('filmFileId', nullable), c.ref('signatureId', nullable), c.int('versionNumber', { default: '0' }), c.words('receipt', 20, nullable), c.at('submittedAt', nullable), c.ref('scanFileId', nullable),
      c.at('createdAt'), c.at('updatedAt'), c.words('title', 300), c.words('firstAuthor', 300, nullable), c.words('organisation', 300, nullable), c.words('listedAreaCode', 6, nullable),
      c.words('filmState', 12), c.at('durationMs', nullable), c.int('failing', { default: '0' }), c.int('looking', { default: '0' }), c.at('resubmitBy', nullable), c.int('toMend', { default: '0' }),
    ], [
      { name: 'ix_work_owner', columns: ['ownerId', 'updatedAt'] },
      { name: 'ix_work_inbox', columns: ['unitId', 'status', 'submittedAt', 'id'] },
      { name: 'ix_work_list', columns: ['campaignId', 'updatedAt', 'id'] },
      { name: 'ix_work_list_status', columns: ['campaignId', 'status', 'updatedAt', 'id'] },
      { name: 'ix_work_list_unit', columns: ['campaignId', 'unitId', 'updatedAt', 'id'] },
      { name: 'ux_work_receipt', columns: ['receipt'] },
    ]);
    await createTable(runner, 'work_version', [
      c.id(), c.ref('workId'), c.int('number'), c.ref('unitId'), c.json('form'), c.int('configVersion'), c.ref('filmFileId'), c.words('filmSha256', 64), c.json('findings'), c.ref('signatureId'),
      c.words('sha256', 64), c.words('verifyCode', 12), c.at('submittedAt'), c.ref('submittedBy'), c.words('submittedByName', 60),
    ], [
      { name: 'ux_version_number', columns: ['workId', 'number'] },
      { name: 'ux_version_code', columns: ['verifyCode'] },
    ]);
    await createTable(runner, 'signature', [
      c.id(), c.ref('workId'), c.ref('accountId'), c.words('device', 120), c.json('strokes'), c.words('imageKey', 120), c.words('imageSha256', 64), c.words('formSha256', 64), c.words('commitmentVersion', 20), c.at('signedAt'),
    ], [{ name: 'ix_signature_work', columns: ['workId'] }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['signature', 'work_version', 'work']) await runner.dropTable(table);
  }
}
