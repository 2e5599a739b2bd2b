import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { WorkView } from '@kepu/shared/contracts/work';
import { readyForm } from '@kepu/shared/testing/examples';
import { FORM_FIELDS } from '@kepu/shared/forms/work-form';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogued, fileOf } from '../films/catalogue.js';
import { Api } from '../lib/api.js';
import { layScan } from '../lib/scan.js';
import { databases, ROOT, ServerProcess } from '../lib/server-process.js';
import { eventually, sendFile } from '../lib/tus.js';

const signature = `data:image/png;base64,${execFileSync('base64', ['-w0', join(ROOT, 'server/assets/demo/signature.png')]).toString()}`;
const proof = join(ROOT, 'server/assets/demo/proof.png');

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** What the operator's command line says about this server's data. */
function operator(server: ServerProcess, command: string): string {
  const env = { ...process.env, KEPU_MODE: 'demonstration', KEPU_DATA_DIR: server.dataDir, DATABASE_URL: server.databaseUrl, KEPU_LOG_LEVEL: 'error' };
  return execFileSync(process.execPath, ['server/dist/cli/main.js', command], { cwd: ROOT, env }).toString();
}

describe.each(databases)('one real work from the first draft to the console, on %s', (database) => {
  let server: ServerProcess;
  let creator: Api;
  let recommender: Api;
  let film: string;
  let work: WorkView;

  const see = async (api: Api) => (await api.call('GET /api/works/:workId', { workId: work.id })).body;

  beforeAll(async () => {
    [server, film] = await Promise.all([ServerProcess.start({ database }), fileOf(catalogued('compliant at an honest bit rate'))]);
    creator = await Api.as(server.base, 'creator-3');
    recommender = await Api.as(server.base, 'recommender');
  });
  afterAll(() => server.stop());

  it('is drafted, for a unit that does not see it yet', async () => {
    const { body: campaign } = await creator.call('GET /api/campaign', {});
    const unit = campaign.units.find((candidate) => candidate.code === 'XA')!;
    const year = campaign.config.workWindow.fromDay.slice(0, 4);
    work = (await creator.call('POST /api/works', {}, {})).body;
    const proofId = await sendFile(creator, { workId: work.id, purpose: 'broadcast-proof', name: '播放页面.png', path: proof });
    const form = {
      ...readyForm(), unitId: unit.id, title: '风从草原来', producedDay: `${year}-08-01`, allOriginal: true, materials: [], authorMobile: '13912345678',
      creators: [{ id: 'c', name: '王某某', organisation: '某旗融媒体中心', post: '记者' }], producingUnits: [{ id: 'u', name: '某旗融媒体中心', creditCode: '' }],
      broadcasts: readyForm().broadcasts.map((record) => ({ ...record, day: `${year}-08-16`, proofIds: [proofId] })),
    };
    const { status } = await creator.call('PUT /api/works/:workId/form', { workId: work.id }, { changes: FORM_FIELDS.map((field) => ({ field, value: form[field], baseRevision: 0 })) });
    expect(status).toBe(200);
    expect((await recommender.call('GET /api/works/:workId', { workId: work.id })).status).toBe(404);
  });

  it('gets a real film of more than 100 兆, although the server is killed in the middle of the upload', async () => {
    expect(statSync(film).size).toBeGreaterThan(100_000_000);
    let killed = Promise.resolve();
    let atKill = 0;
    await sendFile(creator, {
      workId: work.id, purpose: 'film', name: '风从草原来_终版.mp4', path: film,
      onProgress: (confirmed) => {
        if (atKill > 0 || confirmed < 40_000_000) return;
        atKill = confirmed;
        killed = server.kill().then(() => server.up());
      },
    });
    await killed;
    expect(atKill).toBeGreaterThan(0);
    expect((await see(creator)).film).toMatchObject({ sha256: await sha256Of(film), bytes: statSync(film).size });
  });

  it('is inspected from the real bytes within seconds', async () => {
    const { film: inspected } = await eventually(() => see(creator), (view) => view.filmState === 'inspected', 150);
    const verdicts = Object.fromEntries(inspected?.inspection.findings.map(({ check, verdict }) => [check, verdict]) ?? []);
    expect(verdicts).toMatchObject({ V1: 'pass', V2: 'pass', V3: 'pass', V4: 'pass', V5: 'pass', V9: 'pass', V11: 'pass', V8: 'pass' });
    expect([inspected?.width, inspected?.height, Math.round((inspected?.durationMs ?? 0) / 1000)]).toEqual([1920, 1080, 130]);
  });

  it('is signed and submitted with a receipt', async () => {
    const { revision } = await see(creator);
    const signed = await creator.call('PUT /api/works/:workId/signature', { workId: work.id }, { strokes: { width: 360, height: 160, lines: [[20, 80, 0, 180, 60, 400]] }, image: signature, revision });
    const { body: receipt, status } = await creator.call('PUT /api/works/:workId/submission', { workId: work.id }, { revision: signed.body.revision });
    expect(status).toBe(200);
    expect(receipt).toMatchObject({ versionNumber: 1, unitName: '兴安盟科技局', filmSha256: await sha256Of(film) });
    expect(receipt.receipt).toMatch(/^KP\d\d-XA-\d{4}$/u);
  });

  it('is watched by the unit, signed off in four duties and recommended within the quota', async () => {
    const view = await see(recommender);
    const { body: link } = await recommender.call('POST /api/files/:fileId/link', { fileId: view.film!.fileId });
    const part = await fetch(server.base + link.url, { headers: { Range: 'bytes=1000000-1000099' } });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 100]);
    expect((await recommender.call('PUT /api/works/:workId/recommendation', { workId: work.id })).codes).toEqual(['DUTIES_OPEN']);
    for (const dutyId of ['political', 'scientific', 'identity', 'integrity']) await recommender.call('PUT /api/works/:workId/sign-offs/:dutyId', { workId: work.id, dutyId }, { opinion: '' });
    const { body, status } = await recommender.call('PUT /api/works/:workId/recommendation', { workId: work.id });
    expect([status, body.slotNumber]).toEqual([200, 3]);
  });

  it('prints as the official form and takes effect with the sealed scan', async () => {
    const bundle = await layScan(recommender, server.base, work.id);
    expect(bundle?.pageCount).toBe(2);
    expect((await see(recommender)).scan).toBeNull();
    expect((await recommender.call('PUT /api/works/:workId/scan', { workId: work.id })).codes).toEqual([]);
    expect((await see(recommender)).scan).not.toBeNull();
    const { body: slots } = await recommender.call('GET /api/units/:unitId/slots', { unitId: (await see(recommender)).unitId ?? '' });
    expect(slots.slots.find((slot) => slot.number === 3)?.work).toMatchObject({ id: work.id, inEffect: true });
  });

  it('stands in the console with its whole history', async () => {
    const staff = await Api.as(server.base, 'staff');
    const { body: found } = await staff.call('GET /api/works', {}, undefined, { search: '风从草原来', status: 'recommended' });
    expect(found.items.map((item) => item.id)).toEqual([work.id]);
    const { body: history } = await staff.call('GET /api/works/:workId/history', { workId: work.id });
    expect(history.map((entry) => entry.action).filter((action) => action !== 'work.print' && action !== 'scan.confirm').reverse()).toEqual([
      'work.create', 'file.upload-broadcast-proof', 'file.upload-film', 'inspection.done', 'work.sign', 'work.submit', 'work.sign-off', 'work.sign-off', 'work.sign-off', 'work.sign-off', 'work.recommend', 'file.upload-scan', 'work.put-scan',
    ]);
  });

  it('leaves no state that must never exist, and every file as it was hashed', () => {
    expect(operator(server, 'check-invariants')).toContain('All invariants hold.');
    expect(operator(server, 'verify-files')).toContain(' 0 wrong.');
  });
});
