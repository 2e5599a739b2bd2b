import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CampaignReply, ConfigReply, UnitBoardRow } from '@kepu/shared/contracts/campaign';
import type { VersionReply, WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import { DataSource, type EntityMetadata } from 'typeorm';
import { beforeAll, describe, expect, it } from 'vitest';
import { Account } from '../modules/account/account.entity.js';
import { Sessions } from '../modules/account/sessions.js';
import { databaseOptions } from '../platform/database-options.js';
import { Database } from '../platform/database.js';
import { Storage } from '../platform/storage.js';
import { migrate } from '../platform/tables/migrate.js';
import { Client } from '../testing/client.js';
import { databases, type TestDatabase } from '../testing/databases.js';
import { describeTables } from '../testing/describe-tables.js';
import { Given } from '../testing/given.js';
import { fillTables, OLD, type OldRow } from '../testing/old-shapes/old-rows.js';
import { makeOldShape, OLD_SHAPES, type OldShape } from '../testing/old-shapes/shapes.js';
import { startTestApp, type TestApp } from '../testing/start-test-app.js';

/** A database that an earlier version has made and filled; its tables took the letters of their database then. */
async function oldDatabase(make: (characters?: string) => Promise<TestDatabase>, shape: OldShape): Promise<{ database: TestDatabase; rows: OldRow[] }> {
  const database = await make('CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci');
  const source = await makeOldShape(database.url, shape);
  const rows = await fillTables(source).finally(() => source.destroy());
  return { database, rows };
}

/** What was put there as the entity should tell it: flags are true or false, all else is as it was. */
function asRead(entity: EntityMetadata, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, entity.findColumnWithDatabaseName(name)?.type === 'boolean' ? value === 1 : value]));
}

describe.each(databases)('databases of earlier versions, on $name', (kind) => {
  let fresh: string[] = [];

  beforeAll(async () => {
    const database = await kind.make();
    await migrate(database.url);
    fresh = await describeTables(database.url);
    await database.drop();
  });

  it.each(OLD_SHAPES)('$name: become like a fresh one, and every row can be read', async (shape) => {
    const { database, rows } = await oldDatabase(kind.make, shape);
    try {
      await migrate(database.url);
      expect(await describeTables(database.url)).toEqual(fresh);
      const source = await new DataSource(await databaseOptions(database.url)).initialize();
      for (const { table, values } of rows) {
        const entity = source.entityMetadatas.find(({ tableName }) => tableName === table);
        const found: Record<string, unknown>[] = await source.getRepository(entity?.target ?? table).find();
        expect(found, table).toHaveLength(1);
        expect(found[0], table).toMatchObject(asRead(entity!, values));
      }
      await source.destroy();
    } finally {
      await database.drop();
    }
  });

  it.each(OLD_SHAPES.filter(({ migrations }) => [6, 18].includes(migrations.length)))('$name: works, units and the call answer over the API, and a draft goes on', async (shape) => {
    const { database } = await oldDatabase(kind.make, shape);
    const test = await startTestApp({ ...kind, make: () => Promise.resolve(database) });
    try {
      await readAll(test);
    } finally {
      await test.stop();
    }
  });
});

/** Everybody's views of what the first version stored, in the days of its call. */
async function readAll(test: TestApp): Promise<void> {
  test.clock.setTo(Date.UTC(2025, 9, 21));
  const signature = test.app.get(Storage).pathOf(OLD.signatureKey);
  mkdirSync(dirname(signature), { recursive: true });
  writeFileSync(signature, '');
  const account = await test.app.get(Database).read(Account).findOneByOrFail({ id: OLD.owner });
  const owner = new Client(test.base, (await test.app.get(Sessions).open(account, 'phone')).accessToken);
  const given = new Given(test);
  const staff = await given.person('staff');
  const recommender = await given.person('recommender', OLD.unit);

  const call = await owner.get<CampaignReply>('/api/campaign');
  expect([call.status, call.body.config.title]).toEqual([200, '2025年全区优秀科普微视频作品征集']);
  expect((await (await given.person('admin')).get<ConfigReply>('/api/campaign/config')).body.config.form.rows.length).toBeGreaterThan(0);
  const units = await staff.get<UnitBoardRow[]>('/api/units');
  expect([units.status, units.body.map(({ unit }) => unit.name)]).toEqual([200, ['兴安盟科技局𠅤']]);
  for (const person of [owner, recommender, staff]) {
    const work = await person.get<WorkView>(`/api/works/${OLD.work}`);
    expect(work).toMatchObject({ status: 200 });
    expect([work.status, work.body.form.creators[0]?.name]).toEqual([200, '张某某']);
  }
  const list = await staff.get<{ items: WorkListItem[] }>(`/api/works?search=${encodeURIComponent('种子🌱')}`);
  expect(list.body.items.map(({ id, firstAuthor }) => [id, firstAuthor])).toEqual([[OLD.work, '赵𠅤']]);
  const version = await staff.get<VersionReply>(`/api/works/${OLD.work}/versions/1`);
  expect([version.status, version.body.form.title]).toEqual([200, '风从草原来——一度绿电的旅程']);
  const history = await staff.get<{ action: string }[]>(`/api/works/${OLD.work}/history`);
  expect(history.body.map(({ action }) => action)).toContain('work.submit');

  const draft = await given.draft(Object.assign(owner, { accountId: account.id, phone: account.phone }));
  const changes = [{ field: 'title', value: '种子🌱又发芽', baseRevision: 0 }];
  expect((await owner.put(`/api/works/${draft}/form`, { changes })).status).toBe(200);
  expect((await owner.get<WorkView>(`/api/works/${draft}`)).body.form.title).toBe('种子🌱又发芽');
}
