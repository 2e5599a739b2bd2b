import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload as TusUpload } from '@tus/server';
import { Refusal } from '../../platform/refusal.js';
import type { Upload } from './file.entity.js';
import type { GrowingHash } from './growing-hash.js';
import type { Landing } from './landing.js';
import { append, TooMuch } from './slice-writer.js';
import type { Uploads } from './uploads.js';

const STALL_MS = 45_000;
const FOLLOW_EVERY = 16 * 1024 * 1024;

/** What the tus server keeps its uploads in: rows for what they are, landing files for their bytes. */
export class TusStore extends DataStore {
  constructor(
    private readonly uploads: Uploads,
    private readonly landing: Landing,
    private readonly hashes: GrowingHash,
  ) {
    super();
    this.extensions = ['creation', 'creation-with-upload', 'expiration', 'termination'];
  }

  override getExpiration(): number {
    return this.uploads.expiryMs;
  }

  override async create(upload: TusUpload): Promise<TusUpload> {
    await this.landing.create(upload.id);
    return upload;
  }

  override async getUpload(id: string): Promise<TusUpload> {
    const row = await this.uploads.get(id);
    if (row.state === 'expired') throw new Refusal({ code: 'UPLOAD_EXPIRED' });
    if (row.state === 'given-up') throw new Refusal({ code: 'NOT_FOUND' });
    const arrived = row.state === 'finished' ? row.bytes : (await this.landing.arrivedOf(id))?.offset;
    // Bytes that are gone from the landing have become the file; recording it was interrupted.
    return toTus(row, arrived ?? row.bytes);
  }

  override async remove(id: string): Promise<void> {
    await this.uploads.giveUp(id);
  }

  /** Appends a request's body and answers with the offset reached; what arrived before a break stays. */
  async append(body: Readable, id: string, from: number, limit: number, signal: AbortSignal): Promise<number> {
    const hold = await this.landing.hold(id);
    let followed = from;
    const follow = (position: number) => {
      followed = position;
      this.hashes.follow(id, this.landing.pathOf(id), position);
    };
    try {
      // The offset was compared before the right to write was ours: another process may have written since.
      const file = await this.landing.openAt(id, from);
      if (!file) throw new Refusal({ code: 'UPLOAD_OFFSET' });
      const progress = (position: number) => {
        hold.beat();
        if (position - followed >= FOLLOW_EVERY) follow(position);
      };
      const reached = await append(body, file, { from, to: from + limit, signal, stallMs: STALL_MS, progress }).finally(() => file.close());
      if (!(await hold.isOurs())) throw new Refusal({ code: 'UPLOAD_OFFSET' }); // passed over while it stalled: what it wrote is not part of the upload
      if (reached > followed) follow(reached);
      return reached;
    } catch (error) {
      throw error instanceof TooMuch ? ERRORS.ERR_SIZE_EXCEEDED : error;
    } finally {
      await hold.release();
    }
  }
}

function toTus(row: Upload, offset: number): TusUpload {
  return new TusUpload({
    id: row.id,
    size: row.bytes,
    offset: Math.min(offset, row.bytes),
    metadata: { filename: row.name, filetype: row.mime, purpose: row.purpose, workId: row.workId, fingerprint: row.fingerprint },
    creation_date: new Date(row.registeredAt).toISOString(),
  });
}
