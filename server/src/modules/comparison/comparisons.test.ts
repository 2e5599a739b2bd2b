import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ComparisonReply, WorkFilmView } from '@kepu/shared/contracts/film';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { WorkView } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { arriveAt, Scenery, scenery } from '../../testing/scenery.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { PastFilms } from '../likeness/past-films.js';
import { StoredFile } from '../upload/file.entity.js';
import { Work } from '../work/work.entity.js';

const films = new Scenery();
beforeAll(() => films.begin());
afterAll(() => films.end());

describe.each(databases)('two films side by side, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let people: Record<'creator' | 'recommender' | 'otherRecommender' | 'staff', Person>;
  let earlier: string;
  let work: string;
  let sibling: string;
  let elsewhere: string;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const [before] = await given.campaign([{ code: 'XA', name: '兴安盟科技局' }], { year: 2024 });
    [earlier] = (await given.submittedWorks(1, before!)) as [string];
    const [xingan, baotou] = await given.campaign([{ code: 'XA', name: '兴安盟科技局' }, { code: 'BT', name: '包头市科技局' }]);
    people = {
      creator: await given.person('creator'), staff: await given.person('staff'),
      recommender: await given.person('recommender', xingan!.id), otherRecommender: await given.person('recommender', baotou!.id),
    };
    [work, sibling] = (await given.submittedWorks(2, xingan!, { owner: people.creator })) as [string, string];
    [elsewhere] = (await given.submittedWorks(1, baotou!)) as [string];
    await arriveAt(test, given, earlier, await films.original());
    await arriveAt(test, given, sibling, await films.film('mirrored', films.from(), 'hflip'));
    await arriveAt(test, given, elsewhere, await films.film('half', films.from(), '', '320x180'));
    await arriveAt(test, given, work, await films.film('opening', async () => ['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=10:d=9', '-i', await films.original()], '[0:v][1:v]concat=n=2:v=1'));
  }, 180_000);
  afterAll(() => test.stop());

  const refs = async (person: Person, id = work) => (await person.get<WorkView>(`/api/works/${id}`)).body.film!.inspection.findings.find(({ check }) => check === 'O8.likeness')?.comparisons ?? [];
  const openOf = (person: Person, likenessId: string, id = work) => person.post<ComparisonReply>(`/api/works/${id}/comparisons/${likenessId}`);

  it('reach across the calls: the department is told the year of an earlier one', async () => {
    const labels = (await refs(people.staff)).map(({ label }) => label);
    expect(labels).toHaveLength(3);
    expect(labels).toContainEqual('《作品 0》（兴安盟科技局，2024 年）');
  });

  it('say who was first and which seconds belong together', async () => {
    const [ref] = (await refs(people.staff)).filter(({ label }) => label.includes('2024'));
    const { status, body } = await openOf(people.staff, ref!.likenessId);
    expect(status).toBe(200);
    expect(body).toMatchObject({ mine: { workId: work }, other: { workId: earlier, year: 2024, status: 'submitted' }, isIdentical: false, isMirrored: false });
    const [longest] = [...body.stretches].sort((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs));
    expect(Math.abs(longest!.fromMs - longest!.otherFromMs - 9_000)).toBeLessThanOrEqual(1_000);
    expect(body.share).toBeGreaterThan(0.5);
    expect(body.earlier).toBe(body.mine.uploadedAt! <= body.other.uploadedAt! ? 'mine' : 'other');
  });

  it('say that one is mirrored', async () => {
    const replies = await Promise.all((await refs(people.staff)).map(({ likenessId }) => openOf(people.staff, likenessId)));
    expect(replies.filter(({ body }) => body.isMirrored).map(({ body }) => body.other.workId)).toEqual([sibling]);
  });

  it('are open to a recommender only where both works were handed to the same unit', async () => {
    const mine = await refs(people.recommender);
    expect(mine).toHaveLength(1);
    expect((await openOf(people.recommender, mine[0]!.likenessId)).body.other.workId).toBe(sibling);
    for (const { likenessId } of await refs(people.staff)) {
      expect((await openOf(people.otherRecommender, likenessId)).status).toBe(404);
      expect((await openOf(people.creator, likenessId)).body).toMatchObject({ code: 'NOT_ALLOWED' });
      if (likenessId !== mine[0]!.likenessId) expect((await openOf(people.recommender, likenessId)).status).toBe(404);
      expect((await openOf(people.staff, likenessId, elsewhere)).status).toBe(404);
    }
  });

  it('leave a trace in the log that only the department reads, and the side that did it', async () => {
    const [ref] = await refs(people.staff);
    await openOf(people.staff, ref!.likenessId);
    const comparers = async (person: Person) => [...new Set((await person.get<AuditEntryView[]>(`/api/works/${work}/history`)).body.filter(({ action }) => action === 'work.compare').map(({ role }) => role))].sort();
    expect(await comparers(people.staff)).toEqual(['recommender', 'staff']);
    expect(await comparers(people.recommender)).toEqual(['recommender']);
    expect(await comparers(people.creator)).toEqual([]);
  });

  it('end when the other work is taken back', async () => {
    const [ref] = (await refs(people.staff)).filter(({ label }) => label.includes('包头'));
    await given.db.transaction(() => given.db.write(Work).update({ id: elsewhere }, { unitId: null, status: 'draft' }));
    expect((await openOf(people.staff, ref!.likenessId)).body).toMatchObject({ status: 410, code: 'COMPARISON_GONE' });
    expect(await refs(people.staff)).toHaveLength(2);
    await given.db.transaction(() => given.db.write(Work).update({ id: elsewhere }, { unitId: given.units[1]!.id, status: 'submitted' }));
  });

  it('stay, with its status, when the other work was disqualified', async () => {
    await given.db.transaction(() => given.db.write(Work).update({ id: elsewhere }, { status: 'disqualified' }));
    const [ref] = (await refs(people.staff)).filter(({ label }) => label.includes('包头'));
    expect((await openOf(people.staff, ref!.likenessId)).body.other.status).toBe('disqualified');
  });

  it('say identical where the bytes are the same', async () => {
    const [mine, theirs] = await Promise.all([work, sibling].map((id) => given.db.read(StoredFile).findOneByOrFail({ workId: id })));
    await given.db.transaction(() => given.db.write(StoredFile).update({ id: theirs!.id }, { sha256: mine!.sha256 }));
    await arriveAt(test, given, sibling, await films.film('flat', () => Promise.resolve(['-f', 'lavfi', '-i', 'color=c=gray:s=640x360:r=5:d=60']), ''));
    const found = (await people.staff.get<WorkView>(`/api/works/${work}`)).body.film!.inspection.findings.find(({ check }) => check === 'O8.likeness');
    expect(found?.measured).toContain('是同一个影片文件（SHA-256 相同）');
    const replies = await Promise.all((await refs(people.staff)).map(({ likenessId }) => openOf(people.staff, likenessId)));
    expect(replies.filter(({ body }) => body.isIdentical).map(({ body }) => body.other.workId)).toEqual([sibling]);
  });

  describe('films of earlier years', () => {
    const add = async (lines: string[], said: string[] = []) => {
      const [folder, list] = [join(films.folder, 'past'), join(films.folder, 'past.csv')];
      await mkdir(folder, { recursive: true });
      await writeFile(list, `\uFEFF文件,作品名称,推荐单位,年份\r\n${lines.join('\r\n')}\r\n`);
      return test.app.get(PastFilms).addAll(films.folder, list, (line) => said.push(line));
    };

    it('are taken in by a list, each line with its own outcome, and only once', { timeout: 60_000 }, async () => {
      await films.film('trimmed', films.from('-ss', '8'), '');
      await films.film('other', scenery(2), '');
      await writeFile(join(films.folder, 'letter.mp4'), 'this is no film');
      const said: string[] = [];
      const lines = ['trimmed.mp4,"风,吹过",兴安盟科技局,2019', 'other.mp4,另一部,包头市科技局,2018', 'letter.mp4,信,某局,2018', 'gone.mp4,没有,某局,2018', '../../etc/passwd,外面,某局,2018', 'other.mp4,,某局,2018', 'other.mp4,另一部,某局,去年'];
      expect(await add(lines, said)).toEqual({ added: 2, known: 0, failed: 5, alike: 3 });
      expect(said.map((line) => line.replace(/^\d\/7 line (\d+) \S+:/u, '$1'))).toEqual([
        '2 added《风,吹过》, like 3 film(s) in this system', '3 added《另一部》', expect.stringMatching(/^4 NOT taken: it cannot be compared/u), '5 NOT taken: there is no such file in the folder',
        expect.stringMatching(/^6 NOT taken: (there is no such file in the folder|the file lies outside the folder)/u), '7 NOT taken: the title must have 1 to 100 characters', '8 NOT taken: the year must be a number such as 2023',
      ]);
      expect(await add(['trimmed.mp4,风吹过,兴安盟科技局,2019'])).toEqual({ added: 0, known: 1, failed: 0, alike: 0 });
    });

    it('are named to the department, and to a recommender those of the same unit', async () => {
      const past = async (person: Person) => (await refs(person)).filter(({ label }) => label.startsWith('往年'));
      expect((await past(people.staff)).map(({ label }) => label)).toEqual(['往年作品《风吹过》（兴安盟科技局，2019 年）']);
      expect(await past(people.recommender)).toHaveLength(1);
      const [ref] = await past(people.staff);
      expect((await openOf(people.staff, ref!.likenessId)).body).toMatchObject({ other: { workId: null, fileId: null, year: 2019, title: '风吹过' }, earlier: 'other' });
      const told = (await people.otherRecommender.get<WorkView>(`/api/works/${elsewhere}`)).body.film!.inspection.findings;
      expect(JSON.stringify(told)).not.toContain('风吹过');
    });

    it('meet works that arrive later', { timeout: 60_000 }, async () => {
      const [late] = await given.submittedWorks(1, given.units[1]!);
      await arriveAt(test, given, late!, await films.film('late', async () => ['-i', await films.film('other', scenery(2), '')], 'hflip'));
      expect((await refs(people.staff, late)).map(({ label }) => label)).toEqual(['往年作品《另一部》（包头市科技局，2018 年）']);
    });
  });

  it('list a work’s films with their versions', async () => {
    const { body } = await people.recommender.get<WorkFilmView[]>(`/api/works/${work}/films`);
    expect(body).toEqual([expect.objectContaining({ isCurrent: true, versions: [1], isPlayable: true, inspection: 'done' })]);
    expect((await people.otherRecommender.get(`/api/works/${work}/films`)).status).toBe(404);
    const own = (await people.creator.get<WorkFilmView[]>(`/api/works/${work}/films`)).body;
    expect(JSON.stringify(own)).not.toContain('O8');
  });
});
