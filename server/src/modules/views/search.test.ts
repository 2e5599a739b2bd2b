import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { Work } from '../work/work.entity.js';

const TITLES = ['Abc 的旅程', 'ÉCLAIR 与 Жизнь', 'eclair', '种子🌱发芽', '100% 的把握', '赵𠅤的一天', '赵𡌛的一天'];

describe.each(databases)('searching the list of works, on $name', (kind) => {
  let test: TestApp;
  let staff: Person;

  beforeAll(async () => {
    test = await startTestApp(kind);
    const given = new Given(test);
    const [unit] = await given.campaign();
    staff = await given.person('staff');
    const ids = await given.submittedWorks(TITLES.length, unit!);
    await given.db.transaction(async () => {
      for (const [index, id] of ids.entries()) await given.db.write(Work).update({ id }, { title: TITLES[index] });
    });
  });
  afterAll(() => test.stop());

  it.each([
    ['aBC', ['Abc 的旅程']],
    ['éclair', ['ÉCLAIR 与 Жизнь']],
    ['ECLAIR', ['eclair']],
    ['ЖИЗНЬ', ['ÉCLAIR 与 Жизнь']],
    ['🌱', ['种子🌱发芽']],
    ['0%', ['100% 的把握']],
    ['_', []],
    ['赵𠅤', ['赵𠅤的一天']],
  ])('%s finds the same everywhere: case does not matter, every other difference does', async (words, titles) => {
    const { body } = await staff.get<{ items: { title: string }[] }>(`/api/works?search=${encodeURIComponent(words)}`);
    expect(body.items.map(({ title }) => title)).toEqual(titles);
  });
});
