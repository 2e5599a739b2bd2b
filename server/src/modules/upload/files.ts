import { Injectable } from '@nestjs/common';
import type { FilePurpose, FileView } from '@kepu/shared/contracts/work';
import { isFilmFrozen } from '@kepu/shared/domain/work-status';
import { In, IsNull } from 'typeorm';
import type { Ownership } from '../../platform/access/subjects.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { found, Refusal } from '../../platform/refusal.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Works } from '../work/works.js';
import { StoredFile } from './file.entity.js';

/** Files that arrived whole. */
@Injectable()
export class Files {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly works: Works,
  ) {}

  async get(id: string): Promise<StoredFile> {
    return found(await this.db.row(StoredFile, id));
  }

  /** A film by its id; of the proofs and scans beside it there is none here. */
  async getFilm(id: string): Promise<StoredFile> {
    const file = await this.get(id);
    return found(file.purpose === 'film' ? file : null);
  }

  find(id: string | null): Promise<StoredFile | null> {
    return id === null ? Promise.resolve(null) : this.db.row(StoredFile, id);
  }

  /** A file is as much yours as its work; a film that was never handed in belongs to its creator alone. */
  async ownershipOf(id: string): Promise<Ownership | null> {
    const file = await this.db.read(StoredFile).findOne({ where: { id }, select: { id: true, workId: true, purpose: true } });
    const ownership = file && (await this.works.ownershipOf(file.workId));
    if (!ownership || file.purpose !== 'film' || ownership.unitId === null) return ownership;
    const isHandedIn = await this.db.read(WorkVersion).existsBy({ workId: file.workId, filmFileId: id });
    return isHandedIn ? ownership : { ...ownership, unitId: null };
  }

  ofWork(workId: string): Promise<StoredFile[]> {
    return this.db.read(StoredFile).find({ where: { workId, removedAt: IsNull() }, order: { uploadedAt: 'ASC' } });
  }

  /** Those of the ids that are files of this work and of these purposes. */
  async knownOf(workId: string, ids: string[], purposes: FilePurpose[]): Promise<Set<string>> {
    const rows = await this.db.read(StoredFile).findBy({ id: In(ids), workId, purpose: In(purposes), removedAt: IsNull() });
    return new Set(rows.map((row) => row.id));
  }

  /** Takes a proof off the draft. Its bytes stay: a frozen version may show it. */
  async remove(id: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.works.getToChange((await this.get(id)).workId);
      if (isFilmFrozen(work.status)) throw new Refusal({ code: 'FILM_FROZEN', status: work.status });
      await this.db.write(StoredFile).update({ id, purpose: In(['broadcast-proof', 'licence-proof']) }, { removedAt: this.clock.now() });
    });
  }
}

export function toFileView({ id, name, bytes, sha256, mime, purpose, place }: StoredFile): FileView {
  return { id, name, bytes, sha256, mime, purpose, place };
}
