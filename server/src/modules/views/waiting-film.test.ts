import type { InspectionView, WorkView } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { Campaigns } from '../campaign/campaigns.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Work } from '../work/work.entity.js';

describe.each(databases)('films that wait for their inspection, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let staff: Person;
  let officer: Person;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const [unit] = await given.campaign();
    [staff, officer] = [await given.person('staff'), await given.person('recommender', unit!.id)];
  });
  afterAll(() => test.stop());

  const handIn = async (title: string, author: string, owner: Person): Promise<string> => {
    const [id] = await given.submittedWorks(1, given.units[0]!, { owner });
    const { form: frozen } = await given.db.read(WorkVersion).findOneByOrFail({ workId: id! });
    const form = { ...frozen, title, creators: [{ id: 'c', name: author, organisation: '某单位', post: '编导' }] };
    await given.db.transaction(async () => {
      await given.db.write(WorkVersion).update({ workId: id! }, { form });
      await given.db.write(Work).update({ id: id! }, { title, draft: form, firstAuthor: author });
      await given.findable(id!);
    });
    return id!;
  };
  const findings = async (person: Person, id: string) => (await person.get<WorkView>(`/api/works/${id}`)).body.film?.inspection.findings ?? [];

  it('carry what one reader is told of them to no other reader and to no other film', async () => {
    const [one, two] = [await given.person('creator'), await given.person('creator')];
    const [mine, other] = [await handIn('公开作品', '王小明', one), await handIn('秘密作品', '王晓明', two)];
    const told = await findings(staff, mine);
    expect(told.some(({ measured }) => measured?.includes('秘密作品'))).toBe(true);
    for (const id of [mine, other]) await findings(officer, id);
    expect(await findings(staff, mine)).toEqual(told);
    expect(await findings(one, mine)).toEqual([]);
    expect(await findings(two, other)).toEqual([]);
    expect((await two.get<InspectionView>(`/api/works/${other}/inspection`)).body.findings).toEqual([]);
  });

  it('are judged by a configuration that no reader can change for the others', async () => {
    const { config } = await test.app.get(Campaigns).get(given.campaignId);
    expect(() => config.duties.splice(0)).toThrow(TypeError);
    expect(() => Object.assign(config.limits, { title: 1 })).toThrow(TypeError);
  });
});
