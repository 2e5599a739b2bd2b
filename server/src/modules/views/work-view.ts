import { Injectable } from '@nestjs/common';
import type { WorkView } from '@kepu/shared/contracts/work';
import { isEditable } from '@kepu/shared/domain/work-status';
import { filmState } from '@kepu/shared/rules/film-state';
import { maskPhone } from '@kepu/shared/text';
import type { Actor } from '../../platform/access/actor.js';
import { Accounts } from '../account/accounts.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { Reviews } from '../submission/reviews.js';
import { Files, toFileView } from '../upload/files.js';
import { Uploads } from '../upload/uploads.js';
import { revisionsOf } from '../work/drafts.js';
import { shownSide } from '../work/shown-side.js';
import { Signatures } from '../work/signatures.js';
import { Works } from '../work/works.js';
import { FilmViews } from './film-views.js';
import { formFor } from './masked-contact.js';

/** Everything about one work, put together for whoever reads it. */
@Injectable()
export class WorkViews {
  constructor(
    private readonly works: Works,
    private readonly campaigns: Campaigns,
    private readonly signatures: Signatures,
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly films: FilmViews,
    private readonly reviews: Reviews,
    private readonly units: Units,
    private readonly accounts: Accounts,
  ) {}

  /**
   * The work for this reader. Its creator sees the draft while it can be changed; everyone else sees the
   * version that was handed in, never what has been written since.
   */
  async of(actor: Actor, workId: string): Promise<WorkView> {
    const work = await this.works.get(workId);
    const version = await this.works.currentVersion(work);
    const isOwner = work.ownerId === actor.accountId;
    const shown = shownSide(work, version, isOwner);
    const [film, owner, slot, scan] = await Promise.all([this.films.ofWork(actor, work, shown), this.accounts.get(work.ownerId), this.units.slotOf(workId), this.files.find(work.scanFileId)]);
    const upload = isOwner && isEditable(work.status) ? await this.uploads.openFilm(workId) : null;
    return {
      id: work.id,
      campaignId: work.campaignId,
      status: work.status,
      unitId: work.unitId,
      receipt: work.receipt,
      form: formFor(actor, work.ownerId, shown.form),
      fieldRevisions: isOwner ? revisionsOf(work.trail) : {},
      revision: work.revision,
      draftChangedAt: work.draftChangedAt,
      film,
      upload,
      filmState: filmState(film && { inspection: film.inspection.state }, upload !== null),
      signature: await this.signatures.viewOf(shown.signatureId, shown.form, await this.campaigns.configOf(work.campaignId, shown.version)),
      version: version ? { number: version.number, sha256: version.sha256, verifyCode: version.verifyCode, submittedAt: version.submittedAt } : null,
      files: Object.fromEntries((await this.files.ofWork(workId)).filter(({ purpose }) => purpose !== 'scan-photo').map((file) => [file.id, toFileView(file)])),
      signOffs: isOwner && !actor.unitIds.includes(work.unitId ?? '') ? [] : await this.reviews.signOffViews(actor, work),
      returned: await this.reviews.returnView(work),
      slotNumber: slot?.number ?? null,
      scan: scan ? { fileId: scan.id, uploadedAt: scan.uploadedAt } : null,
      createdAt: work.createdAt,
      updatedAt: work.updatedAt,
      owner: { name: owner.name, phone: maskPhone(owner.phone) },
    };
  }
}
