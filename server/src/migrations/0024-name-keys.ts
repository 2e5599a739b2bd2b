import { createHash, randomUUID } from 'node:crypto';
import { nameKeys } from '@kepu/shared/rules/name-keys';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable } from './table.js';

interface WorkRow {
  id: string;
  campaignId: string;
  firstAuthor: string | null;
  organisation: string | null;
}

/** Works that were handed in are found by keys of their names. Whoever changes how keys are made writes them anew in a migration. */
export class NameKeys1764000000024 implements MigrationInterface {
  name = 'NameKeys1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'name_key', [c.id(), c.ref('campaignId'), c.words('kind', 8), c.words('key', 32), c.ref('workId')], [
      { name: 'ix_name_key', columns: ['campaignId', 'kind', 'key', 'workId'] },
      { name: 'ix_name_key_work', columns: ['workId'] },
    ]);
    await runner.query('DELETE FROM name_key');
    for (const work of (await runner.query('SELECT id, campaignId, firstAuthor, organisation FROM work WHERE unitId IS NOT NULL')) as WorkRow[]) {
      for (const { kind, key } of nameKeys({ author: work.firstAuthor ?? '', unit: work.organisation ?? '' })) {
        const print = createHash('sha256').update(key).digest('hex').slice(0, 32);
        await runner.query('INSERT INTO name_key (id, campaignId, kind, `key`, workId) VALUES (?, ?, ?, ?, ?)', [randomUUID(), work.campaignId, kind, print, work.id]);
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('name_key');
  }
}
