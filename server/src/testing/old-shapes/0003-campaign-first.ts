import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from '../../migrations/table.js';

/** As it landed first: units had no version yet. Databases made by it are still in use; the file in migrations/ was changed afterwards. */
export class Campaign1764000000003 implements MigrationInterface {
  name = 'Campaign1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'campaign', [c.id(), c.int('year'), c.int('configVersion'), c.int('lastReceipt', { default: '0' }), c.at('createdAt')]);
    await createTable(runner, 'campaign_config', [c.id(), c.ref('campaignId'), c.int('version'), c.json('config'), c.words('reason', 200), c.at('changedAt'), c.words('changedBy', 60, nullable)], [
      { name: 'ux_config_version', columns: ['campaignId', 'version'] },
    ]);
    await createTable(runner, 'unit', [
      c.id(), c.ref('campaignId'), c.words('code', 8), c.words('name', 60), c.words('type', 16), c.words('areaCode', 6, nullable), c.int('position'), c.int('ownQuota', nullable),
      c.flag('hasBonus', { default: '0' }), c.json('listedAreas'), c.at('closesAt', nullable), c.at('recommendBy', nullable),
    ], [{ name: 'ux_unit_code', columns: ['campaignId', 'code'] }]);
    await createTable(runner, 'slot', [c.id(), c.ref('campaignId'), c.ref('unitId'), c.int('number'), c.words('kind', 10), c.ref('workId', nullable), c.at('takenAt', nullable)], [
      { name: 'ux_slot_number', columns: ['unitId', 'number'] },
      { name: 'ux_slot_work', columns: ['workId'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['slot', 'unit', 'campaign_config', 'campaign']) await runner.dropTable(table);
  }
}
