import { Inject, Injectable } from '@nestjs/common';
import type { FilePurpose, OpenUploadView } from '@kepu/shared/contracts/work';
import { isOfScan, uploadReasons } from '@kepu/shared/upload/policy';
import { isFilmFrozen, nextStatus } from '@kepu/shared/domain/work-status';
import { In, LessThan } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import type { Ownership } from '../../platform/access/subjects.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { found, refuse, Refusal } from '../../platform/refusal.js';
import { Storage } from '../../platform/storage.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Drafts } from '../work/drafts.js';
import { Works } from '../work/works.js';
import { StoredFile, Upload } from './file.entity.js';
import { GrowingHash } from './growing-hash.js';
import { Landing } from './landing.js';

const DAY_MS = 86_400_000;
const MOST_OPEN = 12;

export interface UploadOffer {
  workId: string;
  purpose: FilePurpose;
  name: string;
  mime: string;
  bytes: number;
  fingerprint: string | null;
  place: string | null;
}

/** Uploads from their registration until they are files, are given up, or expire. */
@Injectable()
export class Uploads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly storage: Storage,
    private readonly landing: Landing,
    private readonly hashes: GrowingHash,
    private readonly works: Works,
    private readonly drafts: Drafts,
    private readonly campaigns: Campaigns,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get expiryMs(): number {
    return this.config.KEPU_UPLOAD_DAYS * DAY_MS;
  }

  async get(id: string): Promise<Upload> {
    return found(await this.find(id));
  }

  find(id: string): Promise<Upload | null> {
    return this.db.row(Upload, id);
  }

  /** An upload belongs to whoever began it; a scan to the unit that recommended the work. */
  async ownershipOf(id: string): Promise<Ownership | null> {
    const upload = await this.find(id);
    if (!upload) return null;
    const unitId = isOfScan(upload.purpose) ? ((await this.works.ownershipOf(upload.workId))?.unitId ?? null) : null;
    return { ownerId: upload.ownerId, unitId };
  }

  /** Registers an upload, or refuses with everything that speaks against it. A new film replaces one still arriving. */
  async register(actor: Actor, offer: UploadOffer): Promise<Upload> {
    const work = await this.works.get(offer.workId);
    const { config } = await this.campaigns.get(work.campaignId);
    if (!isOfScan(offer.purpose)) await this.drafts.refuseFrozenFiles(work);
    else if (!nextStatus(work.status, 'withdraw-recommendation')) throw new Refusal({ code: 'WRONG_STATUS', status: work.status });
    refuse(uploadReasons(offer, config));
    await this.refuseFullDisk(offer.bytes);
    const now = this.clock.now();
    const upload: Upload = { ...offer, id: newId(), ownerId: actor.accountId, device: actor.device, state: 'open', registeredAt: now, expiresAt: now + this.expiryMs };
    const replaced = await this.db.transaction(async () => {
      const open = await this.db.read(Upload).findBy({ ownerId: actor.accountId, state: 'open' });
      const earlier = offer.purpose === 'film' ? open.filter((row) => row.workId === offer.workId && row.purpose === 'film') : [];
      if (open.length - earlier.length >= MOST_OPEN) throw new Refusal({ code: 'TOO_MANY_FILES', limit: MOST_OPEN });
      await this.db.write(Upload).update({ id: In(earlier.map((row) => row.id)) }, { state: 'given-up' });
      await this.db.write(Upload).insert(upload);
      return earlier;
    });
    for (const { id } of replaced) await this.clear(id);
    return upload;
  }

  /** Refuses bytes for a film or proof whose work was handed in while it was under way. */
  async refuseFrozen({ workId, purpose, state }: Upload): Promise<void> {
    if (isOfScan(purpose) || state !== 'open') return;
    const { status } = await this.works.get(workId);
    if (isFilmFrozen(status)) throw new Refusal({ code: 'FILM_FROZEN', status });
  }

  /** Another device goes on with an upload: the others are told which. */
  async continueOn(device: string, upload: Upload): Promise<void> {
    if (upload.device === device || upload.state !== 'open') return;
    await this.db.transaction(() => this.db.write(Upload).update({ id: upload.id, state: 'open' }, { device }));
  }

  async giveUp(id: string): Promise<void> {
    await this.db.transaction(() => this.db.write(Upload).update({ id, state: 'open' }, { state: 'given-up' }));
    await this.clear(id);
  }

  /** The film of a work that is still arriving, with how far it has come. */
  async openFilm(workId: string): Promise<OpenUploadView | null> {
    const [upload] = await this.db.read(Upload).find({ where: { workId, purpose: 'film', state: 'open' }, order: { registeredAt: 'DESC' }, take: 1 });
    if (!upload || upload.expiresAt <= this.clock.now()) return null;
    const { id, purpose, name, bytes, fingerprint, device, expiresAt, registeredAt } = upload;
    const arrived = await this.landing.arrivedOf(id);
    return { id, url: `/api/uploads/${id}`, purpose, name, bytes, fingerprint, device, expiresAt, offset: Math.min(arrived?.offset ?? 0, bytes), lastByteAt: arrived?.at ?? registeredAt };
  }

  countOpen(): Promise<number> {
    return this.db.read(Upload).countBy({ state: 'open' });
  }

  /** Removes expired uploads and staging files without an upload. */
  async sweep(): Promise<void> {
    const stale = await this.db.read(Upload).find({ where: { state: 'open', expiresAt: LessThan(this.clock.now()) }, take: 200 });
    await this.db.transaction(() => this.db.write(Upload).update({ id: In(stale.map((row) => row.id)), state: 'open' }, { state: 'expired' }));
    for (const { id } of stale) await this.clear(id);
    const landed = await this.landing.ids();
    const open = new Set((await this.db.read(Upload).findBy({ id: In(landed), state: 'open' })).map((row) => row.id));
    for (const id of landed) if (!open.has(id)) await this.clear(id);
  }

  private async clear(id: string): Promise<void> {
    this.hashes.forget(id);
    await this.landing.remove(id);
    // Bytes may have been moved to their place and then not become a file, for the work was frozen in that moment.
    if (!(await this.db.read(StoredFile).existsBy({ id }))) await this.storage.remove(this.storage.keyOf(id));
  }

  /** Counts what open uploads will still need, so that a hundred at once cannot fill the disk together. */
  private async refuseFullDisk(bytes: number): Promise<void> {
    const { free } = await this.storage.free();
    const open = await this.db.read(Upload).findBy({ state: 'open' });
    const promised = open.reduce((sum, row) => sum + row.bytes, 0);
    if (free - promised - bytes < this.config.KEPU_MIN_FREE_MB * 1024 ** 2) throw new Refusal({ code: 'DISK_FULL' });
  }
}
