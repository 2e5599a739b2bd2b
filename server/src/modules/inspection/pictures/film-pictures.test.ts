import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FileLinkReply, WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import type { FilmFacts } from '@kepu/shared/inspection/facts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.js';
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
  damage: [{ atMs: 5_990, kind: 'decode-error', note: '' }],
  text: { opening: [{ atMs: 3_000, lines: ['片名'] }], closing: [], body: [], quoted: [], traditional: [] },
};
const run = promisify(execFile);

/** Six seconds of a test card with a tone. */
async function testCard(folder: string): Promise<Buffer> {
  const { ffmpeg } = await findMediaTools();
  const path = join(folder, 'card.mp4');
  await run(ffmpeg.path, ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=10:duration=6', '-f', 'lavfi', '-i', 'sine=duration=6', '-c:v', 'mpeg4', '-c:a', 'aac', '-f', 'mp4', path]);
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
    ['poster', 'poster'], ['sprite', 'sprite'], ['preview', 'preview'], ['still-83500', 'still-83500'], ['still-007', 'still-7'],
    ['still--1', null], ['still-', null], ['../film', null], ['still-1.5', null], ['', null],
  ])('%s is %s', (text, part) => expect(readPart(text)).toBe(part));
});
