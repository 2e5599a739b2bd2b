import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import type { FormPreview } from '@kepu/shared/contracts/paper';
import type { MediaLinkReply } from '@kepu/shared/contracts/work';
import { wordsOf } from '@kepu/shared/paper/layout';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.js';
import { Storage } from '../../platform/storage.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { CampaignConfigVersion } from '../campaign/campaign.entity.js';
import { Signature, WorkVersion } from '../work/work-version.entity.js';

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

describe.each(databases)('the form of a work as a file, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let people: Person[];
  let workId: string;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const [league] = await given.campaign([{ code: 'XA' }]);
    people = [await given.person('creator'), await given.person('recommender', league!.id), await given.person('staff')];
    workId = (await given.submittedWorks(1, league!, { owner: people[0]! }))[0]!;
    await sign();
  });
  afterAll(() => test.stop());

  const sign = async () => {
    const { signatureId } = await given.db.read(WorkVersion).findOneByOrFail({ workId });
    const imageKey = `signatures/${signatureId}.png`;
    await test.app.get(Storage).put(imageKey, readFileSync(new URL('../../../assets/demo/signature.png', import.meta.url)));
    await given.db.transaction(() => given.db.write(Signature).insert({
      id: signatureId, workId, accountId: people[0]!.accountId, device: 'test', strokes: { width: 1, height: 1, lines: [] }, imageKey, imageSha256: '', formSha256: '', commitmentVersion: '', signedAt: test.clock.now(),
    }));
  };
  const open = async (person: Person, copy: string, id = workId) => {
    const { body } = await person.post<MediaLinkReply>(`/api/works/${id}/form-link${copy}`);
    const reply = await fetch(test.base + body.url);
    expect(reply.status).toBe(200);
    const bytes = Buffer.from(await reply.arrayBuffer());
    return { bytes, type: reply.headers.get('content-type'), name: decodeURIComponent(reply.headers.get('content-disposition') ?? ''), hasPicture: bytes.includes('/Subtype /Image') };
  };
  const words = (bytes: Buffer) => execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });

  it('leaves the paper to be signed by pen, unless the electronic copy is asked for', async () => {
    for (const copy of ['', '?copy=paper']) expect((await open(people[0]!, copy)).hasPicture).toBe(false);
  });

  it('shows the drawn signature on the electronic copy to creator, unit and department, and logs who had it', async () => {
    for (const person of people) {
      const { name, hasPicture } = await open(person, '?copy=electronic');
      expect([hasPicture, name]).toEqual([true, expect.stringContaining('_电子版.pdf')]);
    }
    const [latest] = (await people[2]!.get<AuditEntryView[]>(`/api/works/${workId}/history`)).body;
    expect(latest).toMatchObject({ action: 'work.print', role: 'staff', changes: [{ label: '版式', before: null, after: '电子版' }] });
  });

  it.skipIf(!hasPoppler)('says of the electronic copy that it is not to be handed in', async () => {
    expect(words((await open(people[1]!, '?copy=electronic')).bytes)).toContain('以手写签字、盖章的纸质件为准');
    expect(words((await open(people[1]!, '')).bytes)).not.toContain('电子版');
  });

  it('leaves the place of the signature blank where the call takes no drawn one', async () => {
    const config = { ...given.config, drawnSignature: false };
    await given.db.transaction(async () => {
      await given.db.write(CampaignConfigVersion).insert({ id: newId(), campaignId: given.campaignId, version: 2, config, reason: 'test', changedAt: 0, changedBy: null });
      await given.db.write(WorkVersion).update({ workId }, { configVersion: 2 });
    });
    expect(await open(people[0]!, '?copy=electronic')).toMatchObject({ hasPicture: false, name: expect.stringContaining('_电子版.pdf') as string });
  });

  it('makes no electronic copy of a draft', async () => {
    const { id } = (await people[0]!.post<{ id: string }>('/api/works', {})).body;
    const { name, hasPicture } = await open(people[0]!, '?copy=electronic', id);
    expect([hasPicture, name]).toEqual([false, expect.not.stringContaining('电子版')]);
  });

  it.each([
    ['', 'application/pdf', 'inline', '.pdf', '%PDF'],
    ['?format=docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'attachment', '.docx', 'PK'],
    ['?format=html', 'text/html; charset=utf-8', 'inline', '.html', '<!doctype html>'],
  ])('gives the form as asked for: %s', async (query, type, disposition, end, begin) => {
    const file = await open(people[1]!, query);
    expect([file.type, file.name.startsWith(disposition), file.name.endsWith(end), file.bytes.toString('utf8').startsWith(begin)]).toEqual([type, true, true, true]);
  });

  it('shows on the screen what the printed form says, with the code of its version', async () => {
    const { body: { layout, qrImage } } = await people[1]!.get<FormPreview>(`/api/works/${workId}/form-preview`);
    expect([wordsOf(layout)[1], layout.watermark]).toEqual([given.config.wording.title, null]);
    expect(qrImage).toMatch(/^data:image\/svg\+xml;base64,/u);
    const { id } = (await people[0]!.post<{ id: string }>('/api/works', {})).body;
    expect((await people[0]!.get<FormPreview>(`/api/works/${id}/form-preview`)).body).toMatchObject({ qrImage: null, layout: { watermark: '草稿，未提交' } });
  });

  it.each([['', 'application/pdf', '%PDF'], ['?format=docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK']])('gives anyone the blank form: %s', async (query, type, begin) => {
    const reply = await fetch(`${test.base}/media/blank-form${query}`);
    expect([reply.headers.get('content-type'), (await reply.text()).startsWith(begin)]).toEqual([type, true]);
  });

  it('refuses a copy that does not exist', async () => {
    expect(refusal(await people[0]!.post(`/api/works/${workId}/form-link?copy=stamped`))).toBe('400 INVALID_INPUT');
  });
});
