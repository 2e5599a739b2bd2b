import { Injectable } from '@nestjs/common';
import type { ContactReply, FilmView, VersionReply, WorkView } from '@kepu/shared/contracts/work';
import { isEditable } from '@kepu/shared/domain/work-status';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import type { Finding } from '@kepu/shared/inspection/finding';
import type { FilmState } from '@kepu/shared/rules/submission';
import { maskEmail, maskPhone } from '@kepu/shared/text';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { Accounts } from '../account/accounts.js';
import { Units } from '../campaign/units.js';
import { Campaigns } from '../campaign/campaigns.js';
import { FindingOverrides } from '../inspection/finding-overrides.js';
import { Inspections } from '../inspection/inspections.js';
import { ReviewDesk } from '../submission/review-desk.js';
import type { StoredFile } from '../upload/file.entity.js';
import { Files, toFileView } from '../upload/files.js';
import { Uploads } from '../upload/uploads.js';
import { Drafts, revisionsOf } from '../work/drafts.js';
import { Signatures } from '../work/signatures.js';
import type { WorkVersion } from '../work/work-version.entity.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { OtherWorks } from './other-works.js';

/** Everything about one work, put together for whoever reads it. */
@Injectable()
export class Dossiers {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly campaigns: Campaigns,
    private readonly drafts: Drafts,
    private readonly signatures: Signatures,
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly inspections: Inspections,
    private readonly reviews: ReviewDesk,
    private readonly units: Units,
    private readonly accounts: Accounts,
    private readonly otherWorks: OtherWorks,
    private readonly overrides: FindingOverrides,
  ) {}

  /** The work as it is after something was done to it. */
  async after(actor: Actor, workId: string, deed: Promise<unknown>): Promise<WorkView> {
    await deed;
    return this.view(actor, workId);
  }

  /**
   * The work for this reader. Its creator sees the draft while it can be changed; everyone else sees the
   * version that was handed in, never what has been written since.
   */
  async view(actor: Actor, workId: string): Promise<WorkView> {
    const work = await this.works.get(workId);
    const version = await this.works.currentVersion(work);
    const isOwner = work.ownerId === actor.accountId;
    const shown = shownSide(work, version, isOwner);
    const [film, owner, slot, scan] = await Promise.all([this.files.find(shown.filmFileId), this.accounts.get(work.ownerId), this.units.slotOf(workId), this.files.find(work.scanFileId)]);
    const filmView = film ? withFindings(await this.filmView(film), await this.otherWorks.findingsFor(actor, work, shown.form, film.id)) : null;
    const upload = isOwner && isEditable(work.status) ? await this.uploads.openFilm(workId) : null;
    return {
      id: work.id,
      status: work.status,
      unitId: work.unitId,
      receipt: work.receipt,
      form: isOfDepartment(actor) && !isOwner ? withMaskedContact(shown.form) : shown.form,
      fieldRevisions: isOwner ? revisionsOf(work.trail) : {},
      revision: work.revision,
      draftChangedAt: work.draftChangedAt,
      film: filmView,
      upload,
      filmState: stateOf(filmView, upload !== null),
      signature: await this.signatures.viewOf(shown.signatureId, shown.form, await this.configOf(work, shown.configVersion)),
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

  async version(actor: Actor, workId: string, number: number): Promise<VersionReply> {
    const version = await this.works.version(workId, number);
    const film = await this.filmView(await this.files.get(version.filmFileId));
    const { ownerId } = await this.works.get(workId);
    return {
      number,
      form: isOfDepartment(actor) && ownerId !== actor.accountId ? withMaskedContact(version.form) : version.form,
      film,
      findings: await this.overrides.lay(version.filmFileId, version.findings),
      sha256: version.sha256,
      verifyCode: version.verifyCode,
      submittedAt: version.submittedAt,
      submittedBy: version.submittedByName,
    };
  }

  /** Full contact details, with a trace in the log of who looked (personal data is masked everywhere else). */
  async revealContact(actor: Actor, workId: string): Promise<ContactReply> {
    const work = await this.works.get(workId);
    const version = await this.works.currentVersion(work);
    await this.db.transaction(() => this.audit.record(actor, { action: 'work.reveal-contact', role: 'staff', campaignId: work.campaignId, workId, params: {} }));
    const { authorMobile, phone, email, address } = version?.form ?? work.draft;
    return { authorMobile, phone, email, address };
  }

  private async configOf({ campaignId }: Work, version: number | null) {
    return version === null ? (await this.campaigns.get(campaignId)).config : this.campaigns.configAt(campaignId, version);
  }

  private async filmView(film: StoredFile): Promise<FilmView> {
    const inspection = await this.inspections.find(film.id);
    const { id, name, bytes, sha256, uploadedAt, registeredAt } = film;
    return {
      fileId: id, name, bytes, sha256, uploadedAt, registeredAt,
      durationMs: inspection?.facts?.durationMs ?? null,
      width: inspection?.facts?.video?.displayWidth ?? null,
      height: inspection?.facts?.video?.displayHeight ?? null,
      inspection: await this.inspections.viewOf(id),
    };
  }
}

export interface ShownSide {
  form: WorkForm;
  filmFileId: string | null;
  signatureId: string | null;
  /** The configuration it was frozen under; null: a draft goes by the one in force. */
  configVersion: number | null;
}

/** The side of a work a reader sees: its creator's draft, or what was handed in. */
export function shownSide(work: Work, version: WorkVersion | null, isOwner: boolean): ShownSide {
  if (version === null || (isOwner && isEditable(work.status)) || work.status === 'draft') return { form: work.draft, filmFileId: work.filmFileId, signatureId: work.signatureId, configVersion: null };
  return version;
}

/** What is said beside other works is this reader's alone: the view is made anew, never written into. */
const withFindings = (film: FilmView, more: readonly Finding[]): FilmView => ({ ...film, inspection: { ...film.inspection, findings: [...film.inspection.findings, ...more] } });

function stateOf(film: FilmView | null, isUploading: boolean): FilmState {
  if (!film) return isUploading ? 'uploading' : 'none';
  if (film.inspection.state === 'done') return 'inspected';
  return film.inspection.state === 'failed' ? 'unavailable' : 'inspecting';
}

/** Staff and administrators see contact details masked; staff may ask for them in full, with a trace. */
function isOfDepartment(actor: Actor): boolean {
  return actor.roles.includes('staff') || actor.roles.includes('admin');
}

function withMaskedContact(form: WorkForm): WorkForm {
  const hidden = (text: string, mask: (text: string) => string) => (text === '' ? '' : mask(text)); // what is not filled in hides nothing
  return {
    ...form,
    authorMobile: hidden(form.authorMobile, maskPhone),
    phone: hidden(form.phone, maskPhone),
    email: hidden(form.email, maskEmail),
    address: hidden(form.address, (text) => `${text.slice(0, 6)}****`),
  };
}
