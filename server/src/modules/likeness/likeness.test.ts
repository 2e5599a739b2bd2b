import type { WorkView } from '@kepu/shared/contracts/work';
import type { Finding } from '@kepu/shared/inspection/finding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confusionTable, tableInReadme, type Outcome } from '../../../../tests/films/confusion.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { arriveAt, Scenery, scenery } from '../../testing/scenery.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { Work } from '../work/work.entity.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { compareFingerprints, isComparable } from './compare-fingerprints.js';
import { takeFingerprint } from './fingerprint.js';

const films = new Scenery();
beforeAll(() => films.begin());
afterAll(() => films.end());

const { film, original, from } = films;

const VARIANTS: Record<string, () => Promise<string>> = {
  're-encoded coarsely': () => film('coarse', from(), '', '640x360', ['-crf', '40', '-g', '300']),
  'rescaled to half': () => film('half', from(), '', '320x180'),
  'trimmed by 12.4 seconds': () => film('trimmed', from('-ss', '12.4'), ''),
  'with a logo in two corners': () => film('logo', from(), 'drawbox=x=20:y=16:w=110:h=50:color=white:t=fill,drawbox=x=500:y=280:w=120:h=60:color=red:t=fill'),
  'brighter and cropped': () => film('cropped', from(), 'crop=iw*0.94:ih*0.94,eq=brightness=0.06:saturation=1.3'),
  'mirrored': () => film('mirrored', from(), 'hflip'),
  'with another opening': () => film('opening', async () => ['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=10:d=9', '-i', await original()], '[0:v][1:v]concat=n=2:v=1'),
  'its middle only': () => film('middle', from('-ss', '20', '-t', '25'), ''),
};
const OTHERS: Record<string, () => Promise<string>> = {
  'another of the same kind': () => film('other', scenery(2), ''),
  'a test card': () => film('card', () => Promise.resolve(['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=10:d=60']), ''),
  'a journey into a fractal': () => film('fractal', () => Promise.resolve(['-f', 'lavfi', '-i', 'mandelbrot=s=640x360:r=5:end_scale=0.01', '-t', '40']), ''),
  'one that borrows ten seconds': () => film('borrows', async () => [...(await scenery(3)()), '-ss', '30', '-t', '10', '-i', await original()], '[0:v][1:v]concat=n=2:v=1'),
  'flat colours': () => film('flat', () => Promise.resolve(['-f', 'lavfi', '-i', 'color=c=gray:s=640x360:r=5:d=60']), ''),
};
const printOf = (path: string) => takeFingerprint({ path, tools: films.tools, deadline: performance.now() + 60_000 });

describe('O8: the same work twice', () => {
  const outcomes: Outcome[] = [];
  const note = (isBroken: boolean, isNoticed: boolean) => outcomes.push({ rule: 'O8.likeness', isBroken, said: isNoticed ? 'noticed' : 'quiet' });

  it.each(Object.entries(VARIANTS))('recognises a film %s', { timeout: 60_000 }, async (_name, variant) => {
    const likeness = compareFingerprints(await printOf(await original()), await printOf(await variant()));
    note(true, likeness !== null);
    expect(likeness?.share).toBeGreaterThanOrEqual(0.5);
  });

  it.each(Object.entries(OTHERS))('takes no other film for it: %s', { timeout: 60_000 }, async (_name, other) => {
    const likeness = compareFingerprints(await printOf(await original()), await printOf(await other()));
    note(false, likeness !== null);
    expect(likeness).toBeNull();
  });

  it('is recognised as often as the README of the tests shows', async () => {
    const table = confusionTable(['O8.likeness'], outcomes);
    expect(await tableInReadme('alike', table)).toBe(table);
  });

  it('says which seconds belong together, and that a film is mirrored', { timeout: 60_000 }, async () => {
    const one = await printOf(await original());
    const trimmed = compareFingerprints(one, await printOf(await VARIANTS['trimmed by 12.4 seconds']!()));
    const [longest] = trimmed!.stretches.sort((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs));
    expect(Math.abs(longest!.fromMs - longest!.otherFromMs - 12_400)).toBeLessThanOrEqual(1_000);
    expect(trimmed?.isMirrored).toBe(false);
    expect(compareFingerprints(one, await printOf(await VARIANTS.mirrored!()))?.isMirrored).toBe(true);
  });

  it('does not say it compared a film that has nothing to be recognised by', { timeout: 60_000 }, async () => {
    expect(isComparable(await printOf(await original()))).toBe(true);
    expect(isComparable(await printOf(await OTHERS['flat colours']!()))).toBe(false);
  });

  it('compares two films of five minutes in no time', () => {
    const long = Buffer.from(Array.from({ length: 18 * 300 }, (_, i) => (i * 2654435761) >>> 13));
    const began = performance.now();
    compareFingerprints(long, long);
    expect(performance.now() - began).toBeLessThan(200);
  });
});

describe.each(databases)('who is told of a similar work, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let people: Record<'creator' | 'otherCreator' | 'recommender' | 'otherRecommender' | 'staff', Person>;
  let works: string[];

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const [xingan, baotou] = await given.campaign([{ code: 'XA', name: '兴安盟科技局' }, { code: 'BT', name: '包头市科技局' }]);
    people = {
      creator: await given.person('creator'), otherCreator: await given.person('creator'), staff: await given.person('staff'),
      recommender: await given.person('recommender', xingan!.id), otherRecommender: await given.person('recommender', baotou!.id),
    };
    const [first] = await given.submittedWorks(1, xingan!, { owner: people.creator });
    const [second] = await given.submittedWorks(1, baotou!, { owner: people.otherCreator });
    const [third] = await given.submittedWorks(1, xingan!, { owner: people.otherCreator });
    works = [first!, second!, third!];
    await rename(first!, '风从草原来', '兴安盟融媒体中心');
    await rename(second!, '草原的风', '兴安盟 融媒体中心');
    await rename(third!, '煤的一生', '乌兰浩特市科技馆');
    await arrive(first!, await original());
    await arrive(second!, await VARIANTS['rescaled to half']!());
    await arrive(third!, await OTHERS['another of the same kind']!());
  }, 120_000);
  afterAll(() => test.stop());

  async function rename(workId: string, title: string, unit: string): Promise<void> {
    const version = await given.db.read(WorkVersion).findOneByOrFail({ workId });
    const form = { ...version.form, title, producingUnits: [{ id: 'u', name: unit, creditCode: '' }] };
    await given.db.transaction(async () => {
      await given.db.write(WorkVersion).update({ workId }, { form });
      await given.db.write(Work).update({ id: workId }, { title, draft: form, organisation: unit });
      await given.findable(workId);
    });
  }

  const arrive = (workId: string, path: string) => arriveAt(test, given, workId, path);

  const told = async (person: Person, index: number): Promise<readonly Finding[]> => {
    const { status, body } = await person.get<WorkView>(`/api/works/${works[index]}`);
    expect(status).toBe(200);
    return body.film!.inspection.findings;
  };
  const finding = async (person: Person, index: number, check: string) => (await told(person, index)).find((entry) => entry.check === check);

  it('the department, with title, unit and both seconds', async () => {
    const likeness = await finding(people.staff, 0, 'O8.likeness');
    expect(likeness).toMatchObject({ verdict: 'look', measured: expect.stringContaining('《草原的风》（包头市科技局）') });
    expect(likeness?.evidence[0]).toMatchObject({ kind: 'range', note: expect.stringContaining('《草原的风》（包头市科技局） 0:0') });
    expect((await finding(people.staff, 1, 'O8.likeness'))?.measured).toContain('《风从草原来》（兴安盟科技局）');
  });

  it('a recommender only that there is one, where it was handed to another unit', async () => {
    for (const [person, index] of [[people.recommender, 0], [people.otherRecommender, 1]] as const) {
      const findings = await told(person, index);
      expect(findings.find(({ check }) => check === 'O8.likeness')).toMatchObject({ verdict: 'look', measured: expect.stringContaining('与另一部已提交的作品') });
      const other = index === 0 ? ['草原的风', '包头市', '兴安盟 融媒体中心'] : ['风从草原来', '兴安盟科技局'];
      for (const secret of other) expect(JSON.stringify(findings)).not.toContain(secret);
    }
  });

  it('a recommender by its title, where it was handed to the same unit', async () => {
    await given.db.transaction(() => given.db.write(Work).update({ id: works[1]! }, { unitId: given.units[0]!.id }));
    expect((await finding(people.recommender, 0, 'O8.likeness'))?.measured).toContain('《草原的风》');
    await given.db.transaction(() => given.db.write(Work).update({ id: works[1]! }, { unitId: given.units[1]!.id }));
  });

  it('nobody of a draft, nor of a film that has been taken back', async () => {
    await given.db.transaction(() => given.db.write(Work).update({ id: works[1]! }, { unitId: null, status: 'draft' }));
    expect(await finding(people.staff, 0, 'O8.likeness')).toMatchObject({ verdict: 'nothing' });
    await given.db.transaction(() => given.db.write(Work).update({ id: works[1]! }, { unitId: given.units[1]!.id, status: 'submitted' }));
  });

  it('each pair once, however often a film is compared', async () => {
    await arrive(works[0]!, await original());
    expect((await finding(people.staff, 0, 'O8.likeness'))?.measured).toMatch(/^与《草原的风》（包头市科技局）有 1分00秒 画面相似$/u);
    expect((await finding(people.staff, 1, 'O8.likeness'))?.measured).toMatch(/^与《风从草原来》（兴安盟科技局）有 1分00秒 画面相似$/u);
  });

  it('a creator never, by no way of asking', async () => {
    for (const [person, index] of [[people.creator, 0], [people.otherCreator, 1]] as const) {
      const said = [await person.get(`/api/works/${works[index]}`), await person.get(`/api/works/${works[index]}/inspection`), await person.get(`/api/works/${works[index]}/versions/1`), await person.post(`/api/works/${works[index]}/inspection`)];
      for (const { body } of said) expect(JSON.stringify(body)).not.toMatch(/O8\.likeness|O7\.spelling|另一部|likeness/u);
    }
  });

  it('of another spelling of the same unit likewise', async () => {
    expect((await finding(people.staff, 0, 'O7.spelling'))?.measured).toBe('制作单位“兴安盟融媒体中心”与《草原的风》（包头市科技局）的“兴安盟 融媒体中心”写法相近');
    expect((await finding(people.recommender, 0, 'O7.spelling'))?.measured).toBe('制作单位“兴安盟融媒体中心”与另一部已提交的作品写法相近');
    expect(await finding(people.staff, 2, 'O7.spelling')).toBeUndefined();
  });

  it('says of a work that is like no other that nothing was found, which is not a pass', async () => {
    expect(await finding(people.staff, 2, 'O8.likeness')).toMatchObject({ verdict: 'nothing', evidence: [] });
  });
});
