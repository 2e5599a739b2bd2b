import { Injectable } from '@nestjs/common';
import type { HandedWork, PackedWork } from '@kepu/shared/handover/checklist';
import { STATUSES_OF } from '@kepu/shared/domain/work-status';
import { In, IsNull } from 'typeorm';
import { Database } from '../../platform/database.js';
import { Slot } from '../campaign/slot.entity.js';
import { Unit } from '../campaign/unit.entity.js';
import { StoredFile } from '../upload/file.entity.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Work } from '../work/work.entity.js';

/** A recommended work with everything its part of a package is made of. */
export interface SourceWork {
  work: Work;
  version: WorkVersion;
  unit: Unit;
  slot: number;
  film: StoredFile;
  scan: StoredFile | null;
  /** Proofs of broadcast and licence, by id. */
  files: Map<string, StoredFile>;
}

/** Reads what packages are made of. */
@Injectable()
export class PackageSources {
  constructor(private readonly db: Database) {}

  /** Keeps a unit's recommended works as they are until the open transaction ends: nobody withdraws one while it is being frozen. */
  async hold(unitId: string): Promise<void> {
    const works = await this.db.read(Work).find({ where: { unitId, status: In(STATUSES_OF.holdsSlot) }, select: { id: true }, order: { id: 'ASC' } });
    for (const { id } of works) await this.db.rowToChange(Work, id);
  }

  /** The recommended works of a unit by slot, as they are now. */
  async ofUnit(unitId: string): Promise<SourceWork[]> {
    const works = await this.db.read(Work).findBy({ unitId, status: In(STATUSES_OF.holdsSlot) });
    return (await this.gather(works)).sort((a, b) => a.slot - b.slot);
  }

  /** Recommended works of a call, in the order of units and slots. */
  async ofCampaign(campaignId: string): Promise<SourceWork[]> {
    const works = await this.db.read(Work).findBy({ campaignId, status: In(STATUSES_OF.holdsSlot) });
    return (await this.gather(works)).sort((a, b) => a.unit.position - b.unit.position || a.slot - b.slot);
  }

  /** These works of a call in this order; those that are not recommended are missing from the answer. */
  async ofWorks(campaignId: string, workIds: readonly string[]): Promise<SourceWork[]> {
    const works = await this.db.read(Work).findBy({ campaignId, id: In([...workIds]), status: In(STATUSES_OF.holdsSlot) });
    const gathered = await this.gather(works);
    return workIds.flatMap((id) => gathered.find(({ work }) => work.id === id) ?? []);
  }

  private async gather(works: readonly Work[]): Promise<SourceWork[]> {
    const ids = works.map(({ id }) => id);
    if (ids.length === 0) return [];
    const versions = await this.db.read(WorkVersion).findBy({ workId: In(ids) });
    const slots = await this.db.read(Slot).findBy({ workId: In(ids) });
    const units = await this.db.read(Unit).findBy({ id: In(works.flatMap(({ unitId }) => unitId ?? [])) });
    const files = await this.db.read(StoredFile).findBy({ workId: In(ids), removedAt: IsNull() });
    const removed = await this.provenFiles(versions, files);
    return works.flatMap((work): SourceWork[] => {
      const version = versions.find(({ workId, number }) => workId === work.id && number === work.versionNumber);
      const unit = units.find(({ id }) => id === work.unitId);
      const slot = slots.find(({ workId }) => workId === work.id);
      const own = [...files, ...removed].filter(({ workId }) => workId === work.id);
      const film = own.find(({ id }) => id === version?.filmFileId);
      if (!version || !unit || !slot || !film) return [];
      return [{ work, version, unit, slot: slot.number, film, scan: own.find(({ id }) => id === work.scanFileId) ?? null, files: new Map(own.map((file) => [file.id, file])) }];
    });
  }

  /** A proof taken off a draft later still belongs to the version that was frozen with it. */
  private async provenFiles(versions: readonly WorkVersion[], known: readonly StoredFile[]): Promise<StoredFile[]> {
    const named = versions.flatMap(({ form, filmFileId }) => [filmFileId, ...form.broadcasts.flatMap(({ proofIds }) => proofIds), ...form.materials.flatMap(({ proofIds }) => proofIds)]);
    const absent = named.filter((id) => !known.some((file) => file.id === id));
    return absent.length > 0 ? this.db.read(StoredFile).findBy({ id: In(absent) }) : [];
  }
}

export function toPackedWork({ work, version, slot, scan, files }: SourceWork): PackedWork {
  return { workId: work.id, slot, title: version.form.title, form: version.form, submittedAt: version.submittedAt, filmState: work.filmState, scan: scan && { uploadedAt: scan.uploadedAt }, storedFileIds: new Set(files.keys()) };
}

export function toHandedWork({ work, version, slot, scan }: SourceWork): HandedWork {
  return { workId: work.id, title: version.form.title, slot, version: version.sha256, scan: scan?.sha256 ?? '' };
}
