import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.js';
import { databases } from '../../testing/databases.js';
import { Given } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import type { Unit } from '../campaign/unit.entity.js';
import { NameKeyRow } from './name-key.entity.js';
import { NameKeys } from './name-keys.js';
import { Work } from './work.entity.js';

const NAMES = { firstAuthor: '王小明', organisation: '兴安盟融媒体中心' };

describe.each(databases)('works of like names, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let unit: Unit;
  let mine: Work;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    [unit] = (await given.campaign([{ code: 'AA' }])) as [Unit];
    mine = await named({ firstAuthor: '王小明', organisation: '兴安盟融媒体中心' });
  });
  afterAll(() => test.stop());

  async function named(names: typeof NAMES): Promise<Work> {
    const [id] = await given.submittedWorks(1, unit);
    return given.db.transaction(async () => {
      await given.db.write(Work).update({ id: id! }, names);
      await given.findable(id!);
      return given.db.read(Work).findOneByOrFail({ id: id! });
    });
  }

  const alike = async () => (await test.app.get(NameKeys).alike(mine, NAMES, 20)).map(({ id }) => id);

  /** Works read from the database while something is done. */
  async function worksRead(run: () => Promise<unknown>): Promise<number> {
    let read = 0;
    const repository = given.db.read(Work);
    const subscriber = { listenTo: () => Work, afterLoad: () => void (read += 1) };
    const { subscribers } = repository.manager.connection;
    subscribers.push(subscriber);
    await run();
    subscribers.splice(subscribers.indexOf(subscriber), 1);
    return read;
  }

  it('are found among hundreds of others without reading these, and no longer once withdrawn', async () => {
    const near = await named({ firstAuthor: '王晓明', organisation: '某单位甲' });
    const spelt = await named({ firstAuthor: '别人', organisation: '兴安盟融媒体体中心' });
    expect(await alike()).toEqual([near.id, spelt.id].sort());
    await crowd(600);
    expect(await given.db.read(Work).count()).toBe(603);
    expect(await worksRead(alike)).toBe(2);
    expect(await alike()).toEqual([near.id, spelt.id].sort());
    await given.db.transaction(() => test.app.get(NameKeys).remove(near.id));
    expect(await alike()).toEqual([spelt.id]);
  });

  /** Other people's works: numbered authors and units that differ from each other in a numeral. */
  async function crowd(count: number): Promise<void> {
    const keys = test.app.get(NameKeys);
    await given.db.transaction(async () => {
      for (let n = 0; n < count; n += 1) {
        const work = { ...mine, id: newId(), receipt: null, firstAuthor: `李${n}号`, organisation: `第${n}融媒体中心` };
        await given.db.write(Work).insert(work);
        await keys.keep(work);
      }
    });
    expect(await given.db.read(NameKeyRow).count()).toBeGreaterThan(count * 4);
  }
});
