import { afterEach, describe, expect, it } from 'vitest';
import { Database } from '../../platform/database.js';
import { databases, type DatabaseKind } from '../../testing/databases.js';
import { Given } from '../../testing/given.js';
import { refusal } from '../../testing/client.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { WorkVersion } from '../work/work-version.entity.js';

/** Different people whom some orders of letters hold for one. */
const PAIRS = [['赵𠅤', '赵𡌛'], ['孙𠂢', '孙𡈽'], ['José Liu', 'Jose Liu']] as const;
const FOUND = ['utf8mb4 COLLATE utf8mb4_general_ci', 'utf8mb4 COLLATE utf8mb4_unicode_ci', 'utf8mb4 COLLATE utf8mb4_unicode_520_ci', 'utf8mb3 COLLATE utf8mb3_general_ci', 'latin1 COLLATE latin1_swedish_ci'];

const everywhere = databases.flatMap((kind): { made: string; kind: DatabaseKind }[] =>
  kind.name === 'SQLite' ? [{ made: 'SQLite', kind }] : FOUND.map((characters) => ({ made: `MariaDB, made with ${characters}`, kind: { ...kind, make: () => kind.make(`CHARACTER SET ${characters}`) } })),
);

describe.each(everywhere)('two people who look alike to a database, on $made', ({ kind }) => {
  let test: TestApp;
  let given: Given;

  afterEach(() => test.stop());

  async function begin(): Promise<void> {
    test = await startTestApp(kind);
    given = new Given(test);
    // Codes of units, two by two the same but for their case or their accent.
    await given.campaign([{ code: 'A𠅤' }, { code: 'A𡌛' }, { code: 'é' }, { code: 'e' }, { code: 'E' }]);
  }

  /** A work as it was handed in, by another author or producing unit. */
  async function workBy(author: { name: string; organisation: string }, producer: string): Promise<string> {
    const [id = ''] = await given.submittedWorks(1, given.units[0]!);
    const db = test.app.get(Database);
    const version = await db.read(WorkVersion).findOneByOrFail({ workId: id });
    const form = { ...version.form, creators: [{ id: 'c', post: '编导', ...author }], producingUnits: [{ id: 'u', name: producer, creditCode: '' }] };
    await db.transaction(() => db.write(WorkVersion).update({ id: version.id }, { form }));
    return id;
  }

  it.each(PAIRS)('%s and %s are both recommended, and long names that begin alike too', async (one, other) => {
    await begin();
    const recommender = await given.person('recommender', given.units[0]!.id);
    const works = [await workBy({ name: one, organisation: '某大学' }, `${one}工作室`), await workBy({ name: other, organisation: '某大学' }, `${other}工作室`)];
    const long = '内蒙古自治区'.repeat(40);
    works.push(await workBy({ name: '甲', organisation: `${long}${one}` }, `${long}一`), await workBy({ name: '甲', organisation: `${long}${other}` }, `${long}二`));
    for (const id of works) expect(refusal(await recommender.put(`/api/works/${id}/recommendation`))).toBe('200 ');
    const third = await workBy({ name: '甲', organisation: `${long}${one}` }, '另一个单位');
    expect(refusal(await recommender.put(`/api/works/${third}/recommendation`))).toBe('409 AUTHOR_TAKEN');
  });
});
