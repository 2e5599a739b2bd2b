import { DataSource, MoreThan } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '../testing/databases.js';
import { databaseOptions } from './database-options.js';
import { Database } from './database.js';
import { migrate } from './tables/migrate.js';
import { ThrottleRow } from './throttle/throttle.entity.js';

describe.each(databases)('the door to the database, on $name', (kind) => {
  let database: TestDatabase;
  let source: DataSource;
  let db: Database;
  const row = (key: string, count = 1) => ({ key, count, windowEndsAt: 1 });
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

  beforeAll(async () => {
    database = await kind.make();
    await migrate(database.url);
    source = await new DataSource(await databaseOptions(database.url)).initialize();
    db = await new Database(source).open();
  });

  afterAll(async () => {
    await db.onApplicationShutdown();
    await source.destroy();
    await database.drop();
  });

  it('refuses a write outside a transaction', () => {
    expect(() => db.write(ThrottleRow)).toThrow(/needs a transaction/u);
  });

  it('keeps every acknowledged write when a stranger\'s transaction rolls back around it', async () => {
    const rollsBack = db.transaction(async () => {
      await db.write(ThrottleRow).insert(row('doomed'));
      await pause();
      await pause();
      throw new Error('changed my mind');
    });
    const acknowledged = Promise.all(Array.from({ length: 20 }, (_, n) => db.transaction(() => db.write(ThrottleRow).insert(row(`kept-${n}`)))));
    await expect(rollsBack).rejects.toThrow('changed my mind');
    await acknowledged;
    expect(await db.read(ThrottleRow).countBy({ key: 'doomed' })).toBe(0);
    expect((await db.read(ThrottleRow).find()).filter(({ key }) => key.startsWith('kept-'))).toHaveLength(20);
  });

  it('never shows rows that are not committed', async () => {
    let seenOutside: number | null = null;
    const open = db.transaction(async () => {
      await db.write(ThrottleRow).insert(row('uncommitted'));
      await pause();
      await pause();
      expect(await db.read(ThrottleRow).countBy({ key: 'uncommitted' })).toBe(1);
    });
    await pause();
    seenOutside = await db.read(ThrottleRow).countBy({ key: 'uncommitted' });
    await open;
    expect(seenOutside).toBe(0);
    expect(await db.read(ThrottleRow).countBy({ key: 'uncommitted' })).toBe(1);
  });

  it('lets exactly five of a hundred conditional updates through', async () => {
    await db.transaction(() => db.write(ThrottleRow).insert(row('quota', 5)));
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () =>
        db.transaction(async () => {
          await db.read(ThrottleRow).findOneBy({ key: 'quota' });
          const { affected } = await db.write(ThrottleRow).decrement({ key: 'quota', count: MoreThan(0) }, 'count', 1);
          return affected;
        }),
      ),
    );
    expect(outcomes.filter((affected) => affected === 1)).toHaveLength(5);
    expect((await db.read(ThrottleRow).findOneBy({ key: 'quota' }))?.count).toBe(0);
  });

  it('joins a transaction that is open and runs its effects only after the commit', async () => {
    const effects: string[] = [];
    await db.transaction(async () => {
      db.afterCommit(() => effects.push('after'));
      await db.transaction(() => db.write(ThrottleRow).insert(row('joined')));
      effects.push('inside');
    });
    await db.transaction(async () => {
      db.afterCommit(() => effects.push('never'));
      await db.write(ThrottleRow).insert(row('joined'));
    }).catch(() => effects.push('refused'));
    expect(effects).toEqual(['inside', 'after', 'refused']);
  });

  it('tries again after a deadlock, and loses nothing', async () => {
    await db.transaction(async () => {
      await db.write(ThrottleRow).insert(row('a', 0));
      await db.write(ThrottleRow).insert(row('b', 0));
    });
    const both = (first: string, second: string) =>
      db.transaction(async () => {
        await db.write(ThrottleRow).increment({ key: first }, 'count', 1);
        await pause();
        await db.write(ThrottleRow).increment({ key: second }, 'count', 1);
      });
    await Promise.all(Array.from({ length: 6 }, (_, n) => (n % 2 === 0 ? both('a', 'b') : both('b', 'a'))));
    expect((await db.read(ThrottleRow).findOneBy({ key: 'a' }))?.count).toBe(6);
    expect((await db.read(ThrottleRow).findOneBy({ key: 'b' }))?.count).toBe(6);
  });

  it('notices a promise that outlived its transaction', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await db.transaction(() => {
      late = pause().then(() => db.write(ThrottleRow).insert(row('late')));
      late.catch(() => undefined);
      return Promise.resolve();
    });
    await expect(late).rejects.toThrow(/not awaited/u);
  });

  it('has exactly the tables the entities describe', async () => {
    expect((await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([]);
  });
});
