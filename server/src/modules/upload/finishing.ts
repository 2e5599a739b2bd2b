import { open } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { isFilmFrozen } from '@kepu/shared/domain/work-status';
import { isOfScan, kindsOf, sniffPaper, sniffPhoto } from '@kepu/shared/upload/policy';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { found, Refusal } from '../../platform/refusal.js';
import { Storage } from '../../platform/storage.js';
import { Works } from '../work/works.js';
import type { Work } from '../work/work.entity.js';
import { Arrivals } from './arrivals.js';
import { StoredFile, Upload } from './file.entity.js';
import { GrowingHash } from './growing-hash.js';
import { Landing } from './landing.js';

/**
 * Turns an upload whose last byte has arrived into a file. Each step can be repeated: a process that dies
 * in between leaves either the complete upload or the complete file, and the next request goes on.
 */
@Injectable()
export class Finishing {
  private readonly underWay = new Map<string, Promise<StoredFile>>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly storage: Storage,
    private readonly landing: Landing,
    private readonly hashes: GrowingHash,
    private readonly works: Works,
    private readonly jobs: Jobs,
    private readonly arrivals: Arrivals,
  ) {}

  finish(actor: Actor, upload: Upload): Promise<StoredFile> {
    const started = this.underWay.get(upload.id) ?? this.finishOnce(actor, upload).finally(() => this.underWay.delete(upload.id));
    this.underWay.set(upload.id, started);
    return started;
  }

  private async finishOnce(actor: Actor, upload: Upload): Promise<StoredFile> {
    const done = await this.db.read(StoredFile).findOneBy({ id: upload.id });
    if (done) return done;
    if (!isOfScan(upload.purpose)) refuseFrozen(await this.works.get(upload.workId));
    const hold = await this.landing.hold(upload.id);
    const beating = setInterval(() => hold.beat(), 1_000);
    try {
      const key = this.storage.keyOf(upload.id);
      const sha256 = await this.seal(upload, key);
      const mime = await this.checkContent(upload, key);
      const file = await this.db.transaction(() => this.record(actor, upload, { key, sha256, mime }));
      await this.landing.remove(upload.id);
      return file;
    } finally {
      clearInterval(beating);
      await hold.release();
    }
  }

  /** Moves the bytes to where nobody writes any more; hashes them anew where another process may have written some. */
  private async seal(upload: Upload, key: string): Promise<string> {
    if (await this.storage.has(key)) return this.hashes.finish(upload.id, this.storage.pathOf(key), upload.bytes, true);
    const landed = this.landing.pathOf(upload.id);
    // Asked again now that nobody else may write.
    if ((await this.landing.arrivedOf(upload.id))?.offset !== upload.bytes) throw new Refusal({ code: 'UPLOAD_OFFSET' });
    const sha256 = await this.hashes.finish(upload.id, landed, upload.bytes, await this.landing.hadSeveralWriters(upload.id));
    await this.storage.adopt(landed, key);
    return sha256;
  }

  /** A proof must be what it says it is; a film is judged by its inspection. */
  private async checkContent(upload: Upload, key: string): Promise<string> {
    if (upload.purpose === 'film') return 'video/mp4';
    const head = await headOf(this.storage.pathOf(key));
    const mime = upload.purpose === 'scan-photo' ? sniffPhoto(head) : sniffPaper(head);
    if (mime && mime !== 'heic' && (upload.purpose !== 'scan' || mime === 'application/pdf')) return mime;
    await this.db.transaction(() => this.db.write(Upload).update({ id: upload.id }, { state: 'given-up' }));
    throw new Refusal(mime === 'heic' ? { code: 'PHOTO_IS_HEIC' } : { code: 'FILE_DAMAGED', allowed: kindsOf(upload.purpose).said });
  }

  private async record(actor: Actor, upload: Upload, stored: { key: string; sha256: string; mime: string }): Promise<StoredFile> {
    const { affected } = await this.db.write(Upload).update({ id: upload.id, state: 'open' }, { state: 'finished' });
    if (affected !== 1) return found(await this.db.read(StoredFile).findOneBy({ id: upload.id }));
    const { id, workId, ownerId, purpose, name, bytes, place, registeredAt } = upload;
    const file: StoredFile = { id, workId, ownerId, purpose, name, bytes, place, registeredAt, ...stored, uploadedAt: this.clock.now(), removedAt: null };
    await this.db.write(StoredFile).insert(file);
    const work = await this.works.getToChange(workId);
    if (!isOfScan(purpose)) refuseFrozen(work);
    if (purpose === 'film') await this.putIn(file, work);
    await this.arrivals.receive(actor, file, work);
    await this.audit.record(actor, {
      action: `file.upload-${purpose}`,
      role: isOfScan(purpose) ? 'recommender' : 'creator',
      campaignId: work.campaignId,
      workId,
      unitId: isOfScan(purpose) ? work.unitId : null,
      params: { name, bytes, sha256: stored.sha256 },
    });
    return file;
  }

  /** Makes the file the film of its work and has it inspected. */
  private async putIn(file: StoredFile, work: Work): Promise<void> {
    const fresh = { filmFileId: file.id, filmState: 'inspecting' as const, durationMs: null, failing: 0, looking: 0 };
    if (!(await this.works.change(work, fresh))) throw new Refusal({ code: 'DRAFT_CHANGED' });
    await this.jobs.add('inspection.run', { fileId: file.id }, { uniqueKey: `inspect:${file.id}`, ownerId: file.ownerId });
  }
}

/** Asked before the bytes are moved, and once more in the transaction: the work may be handed in between. */
function refuseFrozen({ status }: Pick<Work, 'status'>): void {
  if (isFilmFrozen(status)) throw new Refusal({ code: 'FILM_FROZEN', status });
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0).finally(() => file.close());
  return buffer.subarray(0, bytesRead);
}
