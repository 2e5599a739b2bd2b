import { createHash } from 'node:crypto';
import { fstatSync, openSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { FileView, WorkView } from '@kepu/shared/contracts/work';
import { Upload as TusUpload } from 'tus-js-client';
import { describe, expect, it } from 'vitest';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { Storage } from '../../platform/storage.js';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { Given } from '../../testing/given.js';
import { startTestApp } from '../../testing/start-test-app.js';
import { proofPicture, TusClient, type Offer } from '../../testing/upload.js';
import { setUploadStage } from '../../testing/upload-stage.js';
import { StoredFile } from './file.entity.js';
import { Uploads } from './uploads.js';

const MB = 1024 * 1024;
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const bytes = (length: number, fill = 7) => Buffer.alloc(length, fill);

describe.each(databases)('uploads by tus, on $name', (kind) => {
  const stage = setUploadStage(kind);
  const { newWork, film, landing } = stage;
  const storedPath = async (id: string) => {
    const file = await stage.given.db.read(StoredFile).findOneByOrFail({ id });
    return stage.test.app.get(Storage).pathOf(file.key);
  };

  describe('a client that keeps the protocol', () => {
    it('sends a film in parts with any tus client and gets its hash', async () => {
      const content = bytes(5 * MB + 123);
      const workId = await newWork();
      const upload = await new Promise<TusUpload>((resolve, reject) => {
        const started = new TusUpload(content as never, {
          endpoint: `${stage.test.base}/api/uploads`, chunkSize: 2 * MB, headers: stage.creator.headers, metadata: { workId, purpose: 'film', filename: '成片.mp4', filetype: 'video/mp4', fingerprint: 'f1' },
          onSuccess: () => resolve(started), onError: reject,
        });
        started.start();
      });
      const id = upload.url?.split('/').at(-1) ?? '';
      expect((await stage.creator.get<FileView>(`/api/files/${id}`)).body).toMatchObject({ id, name: '成片.mp4', bytes: content.length, sha256: sha256(content), purpose: 'film' });
      expect((await stage.creator.get<WorkView>(`/api/works/${workId}`)).body).toMatchObject({ film: { fileId: id, inspection: { state: 'queued' } }, filmState: 'inspecting', upload: null });
      expect(readFileSync(await storedPath(id)).equals(content)).toBe(true);
    });

    it('sends parts by POST where PATCH cannot be sent', async () => {
      const content = bytes(MB + 5);
      const { url } = await stage.tus.create(await film(content.length));
      expect((await stage.tus.patch(url, 0, content.subarray(0, MB), 'POST')).headers.get('upload-offset')).toBe(String(MB));
      const last = await stage.tus.patch(url, MB, content.subarray(MB), 'POST');
      expect([last.status, last.headers.get('kepu-sha256')]).toEqual([204, sha256(content)]);
    });

    it('goes on after a break from the byte the server has, on another device too', async () => {
      const content = bytes(3 * MB);
      const offer = await film(content.length, { fingerprint: 'first-and-last' });
      const { url } = await stage.tus.create(offer);
      await stage.tus.patch(url, 0, content.subarray(0, MB));
      const { body } = await stage.creator.get<WorkView>(`/api/works/${offer.workId}`);
      expect(body).toMatchObject({ filmState: 'uploading', upload: { url, offset: MB, bytes: content.length, fingerprint: 'first-and-last', name: '成片.mp4' } });
      expect((await stage.tus.head(url)).headers.get('upload-offset')).toBe(String(MB));
      expect((await stage.tus.patch(url, MB, content.subarray(MB))).headers.get('kepu-sha256')).toBe(sha256(content));
    });

    it('keeps what arrived of a request that broke off', async () => {
      const { url } = await stage.tus.create(await film(2 * MB));
      await new Promise<void>((resolve) => {
        const broken = request(stage.test.base + url, { method: 'PATCH', headers: { 'Tus-Resumable': '1.0.0', ...stage.creator.headers, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream', 'Content-Length': 2 * MB } });
        broken.on('error', () => resolve());
        broken.write(bytes(MB), () => setTimeout(() => broken.destroy(), 100));
        broken.on('close', () => resolve());
      });
      await expect.poll(async () => Number((await stage.tus.head(url)).headers.get('upload-offset'))).toBe(MB);
      expect((await stage.tus.patch(url, MB, bytes(MB))).headers.get('kepu-sha256')).toBe(sha256(bytes(2 * MB)));
    });

    it('replaces a film that is still arriving by another one', async () => {
      const offer = await film(2 * MB);
      const first = await stage.tus.create(offer);
      await stage.tus.patch(first.url, 0, bytes(MB));
      const second = await stage.tus.create({ ...offer, bytes: MB });
      expect((await stage.tus.head(first.url)).status).toBe(404);
      expect((await stage.tus.patch(second.url, 0, bytes(MB))).status).toBe(204);
    });

    it('takes proofs, and looks into them', async () => {
      const workId = await newWork();
      const id = await stage.tus.whole({ workId, purpose: 'licence-proof', filename: '授权书.png' }, proofPicture());
      expect((await stage.creator.get<FileView>(`/api/files/${id}`)).body.mime).toBe('image/png');
      const fake = await stage.tus.create({ workId, purpose: 'broadcast-proof', filename: '截图.jpg', bytes: 20 });
      expect(refusal(await stage.tus.patch(fake.url, 0, Buffer.from('<html>not a picture>')))).toBe('422 FILE_DAMAGED');
      expect((await stage.creator.delete(`/api/files/${id}`)).status).toBe(204);
      expect(Object.keys((await stage.creator.get<WorkView>(`/api/works/${workId}`)).body.files)).toEqual([]);
    });
  });

  describe('is refused', () => {
    it.each<[string, Partial<Offer>, string]>([
      ['a film that is no MP4', { filename: 'film.mov' }, '415 FILE_TYPE'],
      ['a film over the call\'s limit', { bytes: 314_572_801 }, '413 FILE_TOO_LARGE'],
      ['a proof over its limit', { purpose: 'licence-proof', filename: 'a.pdf', bytes: 22_000_000 }, '413 FILE_TOO_LARGE'],
      ['a purpose that is none', { purpose: 'virus' as never }, '400 INVALID_INPUT'],
      ['a scan of a work nobody recommended', { purpose: 'scan', filename: 'a.pdf' }, '403 NOT_ALLOWED'],
      ['everything wrong at once', { filename: 'film.avi', bytes: 400_000_000 }, '415 FILE_TYPE FILE_TOO_LARGE'],
    ])('%s', async (_name, change, expected) => expect(refusal(await stage.tus.create(await film(MB, change)))).toBe(expected));

    it('whoever is not logged in or does not own the work', async () => {
      const offer = await film(MB);
      expect(refusal(await new TusClient(stage.test.base, stage.given.anyone()).create(offer))).toBe('401 NOT_LOGGED_IN');
      const stranger = new TusClient(stage.test.base, await stage.given.person('creator'));
      expect(refusal(await stranger.create(offer))).toBe('404 NOT_FOUND');
      const { url } = await stage.tus.create(offer);
      for (const reply of [await stranger.patch(url, 0, bytes(MB)), await stranger.delete(url)]) expect(reply.status).toBe(404);
      expect((await stranger.head(url)).status).toBe(404);
    });

    it('a part at the wrong place or past the end, and nothing changes', async () => {
      const { url } = await stage.tus.create(await film(MB));
      expect(refusal(await stage.tus.patch(url, 5, bytes(10)))).toBe('409 UPLOAD_OFFSET');
      expect((await stage.tus.patch(url, 0, bytes(MB + 1))).status).toBe(413);
      expect((await stage.tus.head(url)).headers.get('upload-offset')).toBe('0');
    });

    it('an upload nobody went on with for a week, and its bytes are cleared away', async () => {
      const { url } = await stage.tus.create(await film(MB));
      await stage.tus.patch(url, 0, bytes(100));
      stage.test.clock.setTo(Date.now() + 7 * 86_400_000 + 1_000);
      await stage.test.app.get(Uploads).sweep();
      stage.test.clock.setTo(Date.now());
      expect((await stage.tus.head(url)).status).toBe(410);
      expect(() => statSync(landing(url))).toThrow(/ENOENT/u);
    });

    it('a film the disk has no room for', async () => {
      const full = await startTestApp(kind, { KEPU_MIN_FREE_MB: '999999' });
      const other = new Given(full);
      await other.campaign();
      const person = await other.person('creator');
      const { body } = await person.post<WorkView>('/api/works', {});
      expect(refusal(await new TusClient(full.base, person).create({ workId: body.id, purpose: 'film', filename: 'a.mp4', bytes: MB }))).toBe('507 DISK_FULL');
      await full.stop();
    });
  });

  describe('after the last byte the file never changes', () => {
    it('when a stalled request of the same process goes on later', async () => {
      const content = bytes(2 * MB, 1);
      const { url } = await stage.tus.create(await film(content.length));
      const stalled = request(stage.test.base + url, { method: 'PATCH', headers: { 'Tus-Resumable': '1.0.0', ...stage.creator.headers, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream', 'Content-Length': content.length } });
      const closed = new Promise((resolve) => stalled.on('error', () => undefined).once('close', resolve));
      stalled.write(content.subarray(0, MB / 2));
      await expect.poll(() => statSync(landing(url)).size).toBe(MB / 2);
      const finished = await stage.tus.patch(url, MB / 2, content.subarray(MB / 2));
      expect([finished.status, finished.headers.get('kepu-sha256')]).toEqual([204, sha256(content)]);
      stalled.write(bytes(MB, 9));
      stalled.end();
      await closed;
      expect(sha256(readFileSync(await storedPath(finished.headers.get('kepu-file-id') ?? '')))).toBe(sha256(content));
    });

    it('when another process stalled with the file open and writes on', async () => {
      const content = bytes(MB, 1);
      const { url } = await stage.tus.create(await film(content.length));
      await stage.tus.patch(url, 0, content.subarray(0, 1000));
      const held = openSync(landing(url), 'r+');
      writeFileSync(`${landing(url)}.lock`, `${(await import('node:os')).hostname()} ${process.ppid} ${startOf(process.ppid)} other`);
      expect(refusal(await stage.tus.patch(url, 1000, content.subarray(1000)))).toBe('423 UPLOAD_BUSY');
      const longAgo = new Date(Date.now() - 60_000);
      utimesSync(`${landing(url)}.lock`, longAgo, longAgo);
      const finished = await stage.tus.patch(url, 1000, content.subarray(1000));
      expect(finished.status).toBe(204);
      const path = await storedPath(finished.headers.get('kepu-file-id') ?? '');
      writeSync(held, bytes(500, 9), 0, 500, 0);
      expect(statSync(path).ino).not.toBe(fstatSync(held).ino);
      expect(sha256(readFileSync(path))).toBe(sha256(content));
      expect(finished.headers.get('kepu-sha256')).toBe(sha256(content));
    });

    it.each([['empty', ''], ['cut off', 'somewhere 12']])('when a server died while it took the right to write: what it left is %s', async (_what, left) => {
      const content = bytes(MB, 5);
      const { url } = await stage.tus.create(await film(content.length));
      const before = statSync(landing(url)).ino;
      writeFileSync(`${landing(url)}.lock`, left);
      const began = Date.now();
      expect((await stage.tus.patch(url, 0, content.subarray(0, 1000))).status).toBe(204);
      expect(Date.now() - began).toBeLessThan(2_000);
      expect(statSync(landing(url)).ino).toBe(before);
      expect(readdirSync(join(landing(url), '..')).filter((name) => name.includes(url.split('/').at(-1) ?? '') && /lock|contested/u.test(name))).toEqual([]);
      expect((await stage.tus.patch(url, 1000, content.subarray(1000))).headers.get('kepu-sha256')).toBe(sha256(content));
      expect(readdirSync(join(landing(url), '..')).filter((name) => name.startsWith(url.split('/').at(-1) ?? ''))).toEqual([]);
    });

    it('when the server died after the last byte and before recording it', async () => {
      const content = bytes(MB, 3);
      const offer = await film(content.length);
      const { url } = await stage.tus.create(offer);
      writeFileSync(landing(url), content);
      writeFileSync(`${landing(url)}.lock`, `${(await import('node:os')).hostname()} 999999 1 dead`);
      expect((await stage.tus.head(url)).headers.get('upload-offset')).toBe(String(MB));
      expect((await stage.creator.get<WorkView>(`/api/works/${offer.workId}`)).body.film?.sha256).toBe(sha256(content));
    });
  });

  it('plays a film with ranges that belong to one content, for its viewer only and for a while', async () => {
    const content = Buffer.from(Array.from({ length: 5000 }, (_, n) => n % 251));
    const workId = await newWork();
    const id = await stage.tus.whole({ workId, purpose: 'film', filename: '成片.mp4' }, content);
    const { url } = (await stage.creator.post<{ url: string }>(`/api/files/${id}/link`)).body;
    const get = (headers: Record<string, string> = {}) => fetch(stage.test.base + url, { headers });
    const whole = await get();
    const etag = whole.headers.get('etag') ?? '';
    expect([whole.status, etag, whole.headers.get('accept-ranges'), Buffer.from(await whole.arrayBuffer()).equals(content)]).toEqual([200, `"${sha256(content)}"`, 'bytes', true]);
    const part = await get({ Range: 'bytes=100-199', 'If-Range': etag });
    expect([part.status, part.headers.get('content-range'), Buffer.from(await part.arrayBuffer()).equals(content.subarray(100, 200))]).toEqual([206, 'bytes 100-199/5000', true]);
    expect(Buffer.from(await (await get({ Range: 'bytes=-10' })).arrayBuffer()).equals(content.subarray(-10))).toBe(true);
    expect((await get({ Range: 'bytes=100-199', 'If-Range': '"another"' })).status).toBe(200);
    expect((await get({ Range: 'bytes=9000-' })).status).toBe(416);
    expect(await statusOf(stage.test.base + url, { 'If-None-Match': etag })).toBe(304);
    expect((await fetch(stage.test.base + url.replace(/k=./u, 'k=_'))).status).toBe(403);
    stage.test.clock.setTo(Date.now() + 20 * 60_000 + 1_000);
    expect((await get()).status).toBe(403);
    stage.test.clock.setTo(Date.now());
    await stage.creator.delete('/api/auth/sessions');
    expect((await get()).status).toBe(403);
    await stage.test.app.get(JobWorker).drain();
  });
});

/** Without the cache directives that fetch adds of its own. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => request(url, { headers }, (reply) => resolve(reply.resume().statusCode)).on('error', reject).end());
}

function startOf(pid: number): string {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
