import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class Packages1764000000014 implements MigrationInterface {
  name = 'Packages1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'file_sum', [c.id(), c.at('crc32'), c.at('at')]);
    await createTable(runner, 'package', [
      c.id(), c.ref('campaignId'), c.words('kind', 12), c.ref('unitId', nullable), c.int('number', nullable), c.words('title', 200), c.words('code', 12), c.words('state', 12), c.json('nextLevel', nullable),
      c.at('doneBytes'), c.at('totalBytes'), c.longText('problem', nullable), c.words('manifestSha256', 64, nullable), c.at('zipBytes', nullable),
      c.at('createdAt'), c.ref('createdBy'), c.words('createdByName', 60), c.at('readyAt', nullable), c.at('verifiedAt', nullable),
    ], [
      { name: 'ux_package_number', columns: ['unitId', 'number'] },
      { name: 'ux_package_code', columns: ['code'] },
      { name: 'ix_package_campaign', columns: ['campaignId', 'kind', 'createdAt'] },
    ]);
    await createTable(runner, 'package_work', [
      c.id(), c.ref('packageId'), c.ref('workId'), c.int('position'), c.words('title', 300), c.words('unitName', 60), c.int('slot'), c.int('versionNumber'), c.words('version', 64), c.words('scan', 64),
    ], [
      { name: 'ux_package_work', columns: ['packageId', 'workId'] },
      { name: 'ix_package_work', columns: ['workId'] },
    ]);
    await createTable(runner, 'package_item', [
      c.id(), c.ref('packageId'), c.int('position'), c.words('path', 300), c.words('kind', 12), c.ref('workId', nullable), c.ref('fileId', nullable), c.words('key', 120), c.at('bytes'), c.words('sha256', 64), c.at('crc32', nullable), c.at('at'),
    ], [
      { name: 'ux_package_item', columns: ['packageId', 'position'] },
      { name: 'ix_package_item_file', columns: ['fileId'] },
    ]);
    await createTable(runner, 'package_link', [c.id(), c.ref('packageId'), c.words('codeHash', 64), c.ref('createdBy'), c.at('createdAt'), c.at('expiresAt')], [{ name: 'ux_package_link', columns: ['codeHash'] }]);
    await createTable(runner, 'package_mail', [
      c.id(), c.ref('packageId'), c.words('recipient', 254), c.words('state', 8), c.words('outcome', 300, nullable), c.longText('answer', nullable), c.words('messageId', 200, nullable), c.at('createdAt'), c.ref('createdBy'), c.words('createdByName', 60), c.at('endedAt', nullable),
    ], [{ name: 'ix_package_mail', columns: ['packageId', 'createdAt'] }]);
    await createTable(runner, 'package_receipt', [
      c.id(), c.ref('packageId'), c.words('kind', 8), c.int('count'), c.words('note', 200), c.at('at'), c.ref('byId'), c.words('byName', 60),
    ], [{ name: 'ix_package_receipt', columns: ['packageId', 'at'] }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['package_receipt', 'package_mail', 'package_link', 'package_item', 'package_work', 'package', 'file_sum']) await runner.dropTable(table);
  }
}
