import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonical } from '@kepu/shared/forms/canonical';
import { formChanges, type FormChange } from '@kepu/shared/forms/diff';
import { formContent } from '@kepu/shared/forms/shape';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newCode, newId } from '../../platform/ids.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Units } from '../campaign/units.js';
import { Inspections } from '../inspection/inspections.js';
import type { StoredFile } from '../upload/file.entity.js';
import { NameKeys } from '../work/name-keys.js';
import { Signatures } from '../work/signatures.js';
import { WorkVersion } from '../work/work-version.entity.js';
import type { Gathered } from './submission-facts.js';

/** Freezes form, film, findings and signature under one hash, inside the open transaction. */
@Injectable()
export class VersionFreezer {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly units: Units,
    private readonly inspections: Inspections,
    private readonly signatures: Signatures,
    private readonly nameKeys: NameKeys,
  ) {}

  async freeze(actor: Actor, { work, campaign, inspection }: Gathered, unit: Unit, film: StoredFile): Promise<WorkVersion> {
    await this.inspections.settle(work);
    const signature = await this.signatures.find(work.signatureId);
    const content = { form: formContent(work.draft), film: film.sha256, signature: signature?.imageSha256 ?? null, commitment: signature?.commitmentVersion ?? null, unit: unit.code, config: campaign.version };
    const version: WorkVersion = {
      id: newId(), workId: work.id, number: work.versionNumber + 1, unitId: unit.id, form: work.draft, configVersion: campaign.version,
      filmFileId: film.id, filmSha256: film.sha256, findings: inspection?.findings ?? [], signatureId: signature?.id ?? '',
      sha256: createHash('sha256').update(canonical(content)).digest('hex'), verifyCode: newCode(), submittedAt: this.clock.now(), submittedBy: actor.accountId, submittedByName: displayName(actor),
    };
    await this.db.write(WorkVersion).insert(version);
    await this.nameKeys.keep(work);
    return version;
  }

  /** What was handed in is taken back: the version stays, but nobody finds the work by its names any more. */
  release(workId: string): Promise<void> {
    return this.nameKeys.remove(workId);
  }

  /** What differs from the version that was handed in before; nothing where there is none. */
  async changesSince(before: WorkVersion | null, version: WorkVersion, { campaign }: Gathered): Promise<FormChange[]> {
    if (!before) return [];
    const changes = formChanges(before.form, version.form, campaign.config, await this.units.namesOf([before.unitId, version.unitId]));
    const film = { path: 'film', label: '成片', before: before.filmSha256.slice(0, 12), after: version.filmSha256.slice(0, 12) };
    return before.filmSha256 === version.filmSha256 ? changes : [...changes, film];
  }
}
