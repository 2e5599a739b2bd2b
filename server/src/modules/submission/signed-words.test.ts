import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { CampaignReply, ConfigReply } from '@kepu/shared/contracts/campaign';
import type { ReceiptReply, SaveFormReply, WorkView } from '@kepu/shared/contracts/work';
import { readyFacts } from '@kepu/shared/testing/examples';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignedWords1764000000021 } from '../../migrations/0021-signed-words.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { signaturePicture } from '../../testing/upload.js';
import { Inspections } from '../inspection/inspections.js';
import { Files } from '../upload/files.js';
import { Signature, WorkVersion } from '../work/work-version.entity.js';
import { SignOff } from './review.entity.js';

describe.each(databases)('words that somebody signs, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let creator: Person;
  let officer: Person;
  let admin: Person;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const { film, broadcast } = given.config;
    await given.campaign([{ code: 'XA' }], { film: { ...film, minBytes: null }, broadcast: { ...broadcast, proofRequired: false } });
    creator = await given.person('creator');
    officer = await given.person('recommender', given.units[0]!.id);
    admin = await given.person('admin');
  });
  afterAll(() => test.stop());

  const editConfig = async (change: (config: CampaignConfig) => Partial<CampaignConfig>) => {
    const { body } = await admin.get<ConfigReply>('/api/campaign/config');
    const reply = await admin.put<ConfigReply>('/api/campaign/config', { config: { ...body.config, ...change(body.config) }, baseVersion: body.version, reason: '补充通知' });
    expect(reply.status).toBe(200);
    return reply.body.config;
  };
  const commit = (commitment: string[]) => editConfig(({ wording }) => ({ wording: { ...wording, commitment } }));
  const view = async (id: string, person: Person = creator) => (await person.get<WorkView>(`/api/works/${id}`)).body;
  const sign = async (id: string, commitmentVersion?: string) =>
    creator.put<WorkView>(`/api/works/${id}/signature`, { strokes: { width: 300, height: 150, lines: [[1, 2, 0, 30, 40, 16]] }, image: signaturePicture(), revision: (await view(id)).revision, commitmentVersion });
  const submit = async (id: string) => creator.put<ReceiptReply>(`/api/works/${id}/submission`, { revision: (await view(id)).revision });
  const changed = (reply: { body: unknown }) => (reply.body as { reasons: { text?: string; message: string }[] }).reasons.map(({ text, message }) => `${text} ${message}`);

  /** A complete draft whose film has been inspected. */
  const draft = async (): Promise<string> => {
    const [id] = await given.submittedWorks(1, given.units[0]!, { owner: creator, status: 'draft', signedOff: false });
    const file = await test.app.get(Files).get((await view(id!)).film!.fileId);
    await test.app.get(Inspections).begin(file);
    await test.app.get(Inspections).conclude(file, readyFacts());
    return id!;
  };

  it('hold for the commitment the signer read: a changed one asks again, on every screen and at the door', async () => {
    const before = (await given.anyone().get<CampaignReply>('/api/campaign')).body.config.wording;
    const id = await draft();
    expect((await sign(id, before.commitmentVersion)).body.signature).toMatchObject({ matchesForm: true, matchesCommitment: true });
    const after = (await commit([`${before.commitment[0]}并承担由此产生的费用。`, ...before.commitment.slice(1)])).wording;
    expect(after.commitmentVersion).not.toBe(before.commitmentVersion);

    expect((await view(id)).signature).toMatchObject({ matchesForm: true, matchesCommitment: false });
    const saved = (await creator.put<SaveFormReply>(`/api/works/${id}/form`, { changes: [{ field: 'reach', value: (await view(id)).form.reach, baseRevision: 0 }] })).body;
    expect(saved.signature).toEqual({ matchesForm: true, matchesCommitment: false });
    const refused = await submit(id);
    expect([refusal(refused), changed(refused)]).toEqual(['422 SIGNED_OTHER_TEXT', ['commitment 承诺文字改过，请重新签名']]);
    expect(refusal(await sign(id, before.commitmentVersion))).toBe('409 COMMITMENT_CHANGED');

    expect((await sign(id, after.commitmentVersion)).body.signature).toMatchObject({ matchesForm: true, matchesCommitment: true });
    expect((await submit(id)).status).toBe(200);
    const version = await given.db.read(WorkVersion).findOneByOrFail({ workId: id, number: 2 });
    expect(await given.db.read(Signature).findOneByOrFail({ id: version.signatureId })).toMatchObject({ commitmentVersion: after.commitmentVersion });
    await commit(before.commitment);
    expect((await view(id, officer)).signature).toMatchObject({ matchesForm: true, matchesCommitment: true });
  });

  it('hold again when the very words come back, under the same version', async () => {
    const { wording } = (await admin.get<ConfigReply>('/api/campaign/config')).body.config;
    const id = await draft();
    await sign(id);
    await commit(['另一种承诺。']);
    expect(refusal(await submit(id))).toBe('422 SIGNED_OTHER_TEXT');
    expect((await commit(wording.commitment)).wording.commitmentVersion).toBe(wording.commitmentVersion);
    expect((await submit(id)).status).toBe(200);
  });

  it('of a duty are kept as they were read; a duty that reads differently is signed again', async () => {
    const id = await draft();
    await sign(id);
    await submit(id);
    const signOff = (dutyId: string) => officer.put<WorkView>(`/api/works/${id}/sign-offs/${dutyId}`, { opinion: '看过，没有问题' });
    for (const { id: dutyId } of given.config.duties) await signOff(dutyId);
    const [first, ...others] = given.config.duties;
    await editConfig(() => ({ duties: [{ ...first!, statement: '另一种表述' }, ...others] }));
    expect((await view(id, officer)).signOffs.map(({ dutyId }) => dutyId)).toEqual(others.map((duty) => duty.id));
    expect(refusal(await officer.put(`/api/works/${id}/recommendation`, {}))).toContain('DUTIES_OPEN');
    expect(refusal(await creator.delete(`/api/works/${id}/submission`))).toBe('409 REVIEW_STARTED');
    expect((await signOff(first!.id)).body.signOffs).toHaveLength(given.config.duties.length);
    const rows = await given.db.read(SignOff).findBy({ workId: id });
    expect(rows.map(({ statement }) => statement).sort()).toEqual(['另一种表述', ...others.map(({ statement }) => statement)].sort());
    expect(refusal(await officer.put(`/api/works/${id}/recommendation`, {}))).not.toContain('DUTIES_OPEN');
    await editConfig(() => ({ duties: given.config.duties }));
  });

  it('that were signed before they were kept are those that were in force at that moment', async () => {
    const { commitment } = (await admin.get<ConfigReply>('/api/campaign/config')).body.config.wording;
    const [one, two] = [await draft(), await draft()];
    await sign(one);
    test.clock.setTo(test.clock.now() + 60_000);
    await commit(['后来的承诺。']);
    test.clock.setTo(test.clock.now() + 60_000);
    await sign(two);
    const kept = async () => ({ signatures: await given.db.read(Signature).find({ order: { id: 'ASC' } }), signOffs: await given.db.read(SignOff).find({ order: { id: 'ASC' } }) });
    const before = await kept();
    const runner = test.app.get(DataSource).createQueryRunner();
    const migration = new SignedWords1764000000021();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    expect(await kept()).toEqual(before);
    expect([(await view(one)).signature?.matchesCommitment, (await view(two)).signature?.matchesCommitment]).toEqual([false, true]);
    await commit(commitment);
  });
});
