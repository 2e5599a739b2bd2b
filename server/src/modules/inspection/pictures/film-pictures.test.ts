import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FileLinkReply, MediaLinkReply, WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import type { FilmFacts } from '@kepu/shared/inspection/facts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEntry } from '../../../platform/audit/audit-entry.entity.js';
import { newId } from '../../../platform/ids.js';
import { Job } from '../../../platform/jobs/job.entity.js';
import { JobWorker } from '../../../platform/jobs/job-worker.js';
import { Storage } from '../../../platform/storage.js';
import { databases } from '../../../testing/databases.js';
import { Given, type Person } from '../../../testing/given.js';
import { startTestApp, type TestApp } from '../../../testing/start-test-app.js';
import { TusClient } from '../../../testing/upload.js';
import { StoredFile } from '../../upload/file.entity.js';
import { findMediaTools } from '../gather/tools.js';
import { Inspection } from '../inspection.entity.js';
import { FilmPicturesJob } from './film-pictures.job.js';
import { pictureKey, Pictures, readPart, type PicturePart } from './film-pictures.js';

const FACTS: FilmFacts = {
  bytes: 200_000, container: { format: 'mp4', isMp4: true, majorBrand: 'isom' }, durationMs: 6_000,
  video: { width: 640, height: 360, displayWidth: 640, displayHeight: 360, codec: 'mpeg4', durationMs: 6_000 },
  audio: { codec: 'aac', durationMs: 6_000, peakDb: -6, loudnessLufs: -20 },
  damage: [{ atMs: 5_990, kind: 'decode-error', note: '' }],
  text: { opening: [{ atMs: 3_000, lines: ['片名'] }], closing: [], body: [], quoted: [], traditional: [] },
};
const run = promisify(execFile);

/** Six seconds of a test card; a tone for three of them. */
async function testCard(folder: string): Promise<Buffer> {
  const { ffmpeg } = await findMediaTools();
  const path = join(folder, 'card.mp4');
  await run(ffmpeg.path, ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=10:duration=6', '-f', 'lavfi', '-i', "aevalsrc='if(lt(t,3),0.5*sin(2764*t),0)':duration=6", '-c:v', 'mpeg4', '-c:a', 'aac', '-f', 'mp4', path]);
  return readFileSync(path);
}

describe.each(databases)('pictures of a film, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let creator: Person;
  let film: Buffer;
  let fileId: string;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    film = await testCard(test.config.dataDir);
    await given.campaign();
    creator = await given.person('creator');
    const { body: { id: workId } } = await creator.post<WorkView>('/api/works', {});
    fileId = await new TusClient(test.base, creator).whole({ workId, purpose: 'film', filename: '成片.mp4' }, film);
    await given.db.transaction(() => given.db.write(Inspection).insert({ id: newId(), fileId, workId, state: 'done', facts: FACTS, findings: [], configVersion: 1, error: null, queuedAt: 0, startedAt: 0, finishedAt: 0 }));
    await draw();
  }, 120_000);
  afterAll(() => test.stop());

  const draw = () => test.app.get(FilmPicturesJob).draw({ fileId });
  const pictures = async () => {
    const { body } = await creator.post<FileLinkReply>(`/api/files/${fileId}/link`);
    if (!body.pictures) throw new Error('nothing was drawn');
    return body.pictures;
  };
  const bytesAt = async (url: string | null | undefined) => {
    const response = await fetch(test.base + (url ?? '/no-address'));
    return { status: response.status, type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const pathOf = async (part: PicturePart) => {
    const file = await given.db.read(StoredFile).findOneByOrFail({ id: fileId });
    return test.app.get(Storage).pathOf(pictureKey(file.key, part));
  };
  it('are a poster, a sheet of small pictures, and a still of every moment a finding points at', async () => {
    const { poster, sprite, stills } = await pictures();
    const [work] = (await creator.get<WorkListItem[]>('/api/works/mine')).body;
    for (const url of [poster, sprite?.url, work?.poster, ...stills.map((still) => still.url)]) {
      expect(await bytesAt(url)).toMatchObject({ status: 200, type: 'image/jpeg' });
      expect((await bytesAt(url)).bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    }
    expect(stills.map(({ atMs }) => atMs)).toEqual(expect.arrayContaining([3_000, 5_990]));
    expect(sprite).toMatchObject({ everyMs: 1_000, columns: 10, rows: 1, width: 160, height: 90 });
  });

  it('open to nobody by a changed address', async () => {
    const { poster } = await pictures();
    const stranger = await given.person('creator');
    expect((await bytesAt(poster?.replace(/k=.{6}/u, 'k=AAAAAA'))).status).toBe(403);
    expect((await bytesAt(poster?.replace('/poster', '/..%2Fposter'))).status).toBe(404);
    expect((await stranger.post(`/api/files/${fileId}/link`)).status).toBe(404);
  });

  it('come with a light copy once nothing else waits', async () => {
    expect((await pictures()).preview).toEqual({ state: 'waiting', url: null });
    await test.app.get(FilmPicturesJob).preview({ fileId });
    const { preview } = await pictures();
    const copy = await bytesAt(preview.url);
    expect(copy).toMatchObject({ status: 200, type: 'video/mp4' });
    // The index stands before the pictures: a phone begins to play with the first bytes.
    expect(copy.bytes.indexOf('moov')).toBeLessThan(copy.bytes.indexOf('mdat'));
  }, 120_000);

  it('come with the sound as a line that is flat where nothing is heard', async () => {
    const { waveform } = await pictures();
    expect(waveform).toHaveLength(600);
    expect(Math.min(...(waveform?.slice(10, 280) ?? []))).toBeGreaterThan(100);
    expect(Math.max(...(waveform?.slice(320) ?? []))).toBe(0);
  });

  it('come with a copy for judging once the department asks, and never with two', async () => {
    const staff = await given.person('staff');
    expect((await pictures()).judging).toEqual({ state: 'unasked', url: null });
    expect((await creator.post(`/api/files/${fileId}/judging`)).status).toBe(403);
    const ask = async () => (await staff.post(`/api/files/${fileId}/judging`)).status;
    expect([await ask(), await ask()]).toEqual([204, 204]);
    expect((await pictures()).judging).toEqual({ state: 'waiting', url: null });
    expect(await given.db.read(Job).countBy({ name: 'film.judging' })).toBe(1);
    await test.app.get(JobWorker).drain(['spare']);
    const { judging } = await pictures();
    const copy = await bytesAt(judging.url);
    expect(copy).toMatchObject({ status: 200, type: 'video/mp4' });
    expect(copy.bytes.indexOf('moov')).toBeLessThan(copy.bytes.indexOf('mdat'));
    await writeFile(await pathOf('judging'), 'made before');
    await test.app.get(FilmPicturesJob).judging({ fileId });
    expect((await bytesAt((await pictures()).judging.url)).bytes.toString()).toBe('made before');
    await staff.post(`/api/files/${fileId}/judging`);
    expect(await given.db.read(Job).countBy({ name: 'film.judging', state: 'ready' })).toBe(0);
    expect(await given.db.read(AuditEntry).findBy({ action: 'film.order-judging' })).toMatchObject([{ role: 'staff', actorId: staff.accountId }]); // what changed nothing is no entry
  }, 120_000);

  it('say when the film itself serves, and that a film has no sound track', async () => {
    const silent = join(test.config.dataDir, 'silent.mp4');
    const { ffmpeg } = await findMediaTools();
    await run(ffmpeg.path, ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=10:duration=6', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-movflags', '+faststart', silent]);
    const { body: { id: workId } } = await creator.post<WorkView>('/api/works', {});
    const other = await new TusClient(test.base, creator).whole({ workId, purpose: 'film', filename: '无声.mp4' }, readFileSync(silent));
    await given.db.transaction(() => given.db.write(Inspection).insert({ id: newId(), fileId: other, workId, state: 'done', facts: { ...FACTS, audio: null }, findings: [], configVersion: 1, error: null, queuedAt: 0, startedAt: 0, finishedAt: 0 }));
    await test.app.get(FilmPicturesJob).draw({ fileId: other });
    const { body } = await creator.post<FileLinkReply>(`/api/files/${other}/link`);
    expect(body.pictures).toMatchObject({ waveform: [], judging: { state: 'original', url: null } });
  }, 120_000);

  it('leave the film to be saved as it was sent, in parts too, and the log says who did', async () => {
    const staff = await given.person('staff');
    const { url, expiresAt } = (await staff.post<MediaLinkReply>(`/api/files/${fileId}/download`)).body;
    expect(expiresAt - Date.now()).toBeGreaterThan(3_600_000);
    const whole = await fetch(test.base + url);
    expect(whole.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('成片.mp4')}`);
    expect(Buffer.from(await whole.arrayBuffer()).equals(film)).toBe(true);
    const rest = await fetch(test.base + url, { headers: { range: 'bytes=1000-', 'if-range': whole.headers.get('etag') ?? '' } });
    expect([rest.status, Buffer.from(await rest.arrayBuffer()).equals(film.subarray(1_000))]).toEqual([206, true]);
    expect((await fetch(test.base + url.replace('/original/', '/file/'))).status).toBe(403);
    expect(await given.db.read(AuditEntry).findBy({ action: 'work.download' })).toMatchObject([{ role: 'staff', actorId: staff.accountId, params: { sha256: createHash('sha256').update(film).digest('hex') } }]);
    expect((await (await given.person('creator')).post(`/api/files/${fileId}/download`)).status).toBe(404);
  });

  it('are drawn once: a job that is killed goes on with what is missing', async () => {
    const poster = await pathOf('poster');
    await rm(await pathOf('sprite'));
    await writeFile(poster, 'drawn before');
    await draw();
    expect((await bytesAt((await pictures()).sprite?.url)).status).toBe(200);
    expect((await bytesAt((await pictures()).poster)).bytes.toString()).toBe('drawn before');
  });

  it('leave the film as it was sent', async () => {
    const { key } = await given.db.read(StoredFile).findOneByOrFail({ id: fileId });
    expect(readFileSync(test.app.get(Storage).pathOf(key)).equals(film)).toBe(true);
    expect(await test.app.get(Pictures).withPoster([fileId, 'none'])).toEqual(new Set([fileId]));
  });
});

describe('the end of a picture’s address', () => {
  it.each([
    ['poster', 'poster'], ['sprite', 'sprite'], ['preview', 'preview'], ['judging', 'judging'], ['still-83500', 'still-83500'], ['still-007', 'still-7'],
    ['still--1', null], ['still-', null], ['../film', null], ['still-1.5', null], ['', null],
  ])('%s is %s', (text, part) => expect(readPart(text)).toBe(part));
});
