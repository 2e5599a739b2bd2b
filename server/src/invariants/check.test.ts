import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Slot } from '../modules/campaign/slot.entity.js';
import type { Unit } from '../modules/campaign/unit.entity.js';
import { IdentityClaimRow } from '../modules/recommendation/identity-claim.entity.js';
import { ScanBundle } from '../modules/scan/scan.entity.js';
import { SignOff } from '../modules/submission/review.entity.js';
import { StoredFile } from '../modules/upload/file.entity.js';
import { WorkVersion } from '../modules/work/work-version.entity.js';
import { Work } from '../modules/work/work.entity.js';
import { databases } from '../testing/databases.js';
import { Given, type Person } from '../testing/given.js';
import { putScan } from '../testing/scan.js';
import { startTestApp, type TestApp } from '../testing/start-test-app.js';
import { Invariants } from './check.js';

describe.each(databases)('states that must never exist, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let unit: Unit;
  let officer: Person;
  let id: string;
  let undo: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    [unit] = (await given.campaign([{ code: 'XA', name: '兴安盟科技局' }])) as [Unit];
    officer = await given.person('recommender', unit.id);
    [id] = (await given.submittedWorks(1, unit)) as [string];
    await officer.put(`/api/works/${id}/recommendation`);
    await putScan(test, id, officer);
  });
  afterAll(() => test.stop());
  afterEach(async () => {
    for (const step of undo.reverse()) await step();
    undo = [];
  });

  const found = async () => (await test.app.get(Invariants).check()).map(({ rule, sentence }) => `${rule} ${sentence}`);
  const change = async (now: () => Promise<unknown>, back: () => Promise<unknown>) => {
    undo.push(() => given.db.transaction(back));
    await given.db.transaction(now);
  };

  it('are not there after a work was recommended and its scan handed in', async () => expect(await found()).toEqual([]));

  it.each(['political', 'scientific', 'identity', 'integrity'])('a recommended work without the sign-off of the duty %s', async (dutyId) => {
    const row = await given.db.read(SignOff).findOneByOrFail({ workId: id, dutyId });
    await change(() => given.db.write(SignOff).delete({ id: row.id }), () => given.db.write(SignOff).insert(row));
    expect(await found()).toEqual([expect.stringContaining('P6 a recommended work has a sign-off of every duty')]);
  });

  it.each(['author', 'producingUnit', 'film'] as const)('a recommended work that does not hold its %s', async (what) => {
    const rows = await given.db.read(IdentityClaimRow).findBy({ workId: id, kind: what });
    expect(rows.length).toBeGreaterThan(0);
    await change(() => given.db.write(IdentityClaimRow).delete({ workId: id, kind: what }), () => given.db.write(IdentityClaimRow).insert(rows));
    expect(await found()).toEqual([expect.stringContaining('O7')]);
  });

  it('an identity held by nobody', async () => {
    const row = { id: 'stray', campaignId: given.campaignId, kind: 'author' as const, key: 'name:谁@哪里', workId: 'nobody' };
    await change(() => given.db.write(IdentityClaimRow).insert(row), () => given.db.write(IdentityClaimRow).delete({ id: row.id }));
    expect(await found()).toEqual([expect.stringContaining('O7')]);
  });

  it('a scan that is of another version', async () => {
    await change(() => given.db.write(ScanBundle).update({ workId: id }, { versionNumber: 7 }), () => given.db.write(ScanBundle).update({ workId: id }, { versionNumber: 1 }));
    expect(await found()).toEqual([expect.stringContaining('P8')]);
  });

  it('a scan that is another work’s file, or no scan', async () => {
    const { scanFileId } = await given.db.read(Work).findOneByOrFail({ id });
    await change(() => given.db.write(StoredFile).update({ id: scanFileId! }, { purpose: 'licence-proof' }), () => given.db.write(StoredFile).update({ id: scanFileId! }, { purpose: 'scan' }));
    expect(await found()).toEqual([expect.stringContaining('P8')]);
  });

  it('a recommended work without a slot, and a slot that holds none', async () => {
    const slot = await given.db.read(Slot).findOneByOrFail({ workId: id });
    await change(() => given.db.write(Slot).update({ id: slot.id }, { workId: 'nobody' }), () => given.db.write(Slot).update({ id: slot.id }, { workId: id }));
    expect(await found()).toEqual([expect.stringContaining('P1'), expect.stringContaining('P2')]);
  });

  it('a submitted work without its frozen version', async () => {
    const version = await given.db.read(WorkVersion).findOneByOrFail({ workId: id });
    await change(() => given.db.write(WorkVersion).update({ id: version.id }, { number: 9 }), () => given.db.write(WorkVersion).update({ id: version.id }, { number: 1 }));
    expect(await found()).toContainEqual(expect.stringContaining('P7'));
  });
});
