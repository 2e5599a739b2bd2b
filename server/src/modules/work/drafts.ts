import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { FieldChange, FieldConflict, SaveFormReply } from '@kepu/shared/contracts/work';
import { isEditable, isFilmFrozen } from '@kepu/shared/domain/work-status';
import { fingerprint } from '@kepu/shared/forms/fingerprint';
import { canonical } from '@kepu/shared/forms/canonical';
import { formContent, isFormField, readField, ShapeError } from '@kepu/shared/forms/shape';
import type { FormField, WorkForm } from '@kepu/shared/forms/work-form';
import type { SignatureStanding } from '@kepu/shared/rules/submission';
import { editReasons } from '@kepu/shared/rules/windows';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { refuse, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { Signature } from './work-version.entity.js';
import type { DraftTrail, Work } from './work.entity.js';
import { NameKeys } from './name-keys.js';
import { shownColumns, Works } from './works.js';

const LARGEST_FORM = 60_000;

interface KnownChange {
  field: FormField;
  value: WorkForm[FormField];
  baseRevision: number;
}

/**
 * Autosave. Each field has a revision of its own: a change based on an older one is not applied but
 * handed back with the newer text, so two devices never overwrite each other and both texts stay.
 */
@Injectable()
export class Drafts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly works: Works,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly jobs: Jobs,
    private readonly nameKeys: NameKeys,
  ) {}

  async save(actor: Actor, workId: string, changes: FieldChange[]): Promise<SaveFormReply> {
    const known = changes.map(toKnown);
    return this.db.transaction(() => this.saveKnown(actor, workId, known));
  }

  /** Refuses unless the creator may change form, film or signature now. */
  async refuseFrozen(work: Work): Promise<void> {
    if (!isEditable(work.status)) throw new Refusal({ code: 'WRONG_STATUS', status: work.status });
    const { config } = await this.campaigns.get(work.campaignId);
    refuse(editReasons(config, await this.units.find(work.draft.unitId), this.clock.now()));
  }

  /** The same for film and proofs, said in their words: what is judged is what was handed in. */
  async refuseFrozenFiles(work: Work): Promise<void> {
    if (isFilmFrozen(work.status)) throw new Refusal({ code: 'FILM_FROZEN', status: work.status });
    await this.refuseFrozen(work);
  }

  /** Whether the signature, if there is one, was put under form and commitment as they are. */
  async signatureStanding(work: Pick<Work, 'campaignId' | 'signatureId' | 'draft'>): Promise<SignatureStanding | null> {
    const signature = work.signatureId ? await this.db.row(Signature, work.signatureId) : null;
    return signature && standingOf(signature, work.draft, (await this.campaigns.get(work.campaignId)).config);
  }

  private async saveKnown(actor: Actor, workId: string, changes: KnownChange[]): Promise<SaveFormReply> {
    // Locked: everyone who types on this draft at this moment is saved in turn, none is sent away.
    const work = await this.works.getToChange(workId);
    await this.refuseFrozen(work);
    const now = this.clock.now();
    const { draft, trail, conflicts, changed } = merge(work, changes, actor.device, now);
    await this.refuseUnknownUnit(work, draft);
    if (Buffer.byteLength(JSON.stringify(draft)) > LARGEST_FORM) throw new Refusal({ code: 'FORM_TOO_LARGE' });
    const saved = { ...work, draft, trail, draftChangedAt: changed ? now : work.draftChangedAt, revision: work.revision + (changed ? 1 : 0) };
    if (changed && !(await this.works.change(work, { draft, trail, draftChangedAt: now, ...shownColumns(draft) }))) {
      throw new Refusal({ code: 'DRAFT_CHANGED' });
    }
    if (changed) await this.recount({ ...work, ...shownColumns(draft) }, changes);
    return {
      revision: saved.revision,
      fieldRevisions: revisionsOf(trail),
      savedAt: saved.draftChangedAt,
      conflicts,
      signature: await this.signatureStanding(saved),
    };
  }

  /** The film is judged anew beside the changed form; names are compared anew with those of other works. */
  private async recount(work: Work, changes: KnownChange[]): Promise<void> {
    const workId = work.id;
    await this.jobs.add('inspection.recount', { workId }, { uniqueKey: `recount:${workId}`, evenIfRunning: true });
    if (!changes.some(({ field }) => field === 'creators' || field === 'producingUnits')) return;
    // One that was sent back is still found by others.
    if (work.unitId !== null) await this.nameKeys.keep(work);
    await this.jobs.add('other-works.recount', { workId }, { uniqueKey: `other-works:${workId}`, evenIfRunning: true });
  }

  private async refuseUnknownUnit(work: Work, draft: WorkForm): Promise<void> {
    if (draft.unitId === work.draft.unitId || draft.unitId === null) return;
    const unit = await this.units.find(draft.unitId);
    if (unit?.campaignId !== work.campaignId) throw new Refusal({ code: 'INVALID_INPUT', path: 'unitId' });
  }
}

/** SHA-256 of a form's content: what a signature is put under and a version is frozen with. */
export function formHash(form: WorkForm): string {
  return fingerprint(formContent(form));
}

/** A signature holds only for the words its signer read: those of the form and those of the commitment. */
export function standingOf(signature: Signature, form: WorkForm, { wording }: CampaignConfig): SignatureStanding {
  return { matchesForm: signature.formSha256 === formHash(form), matchesCommitment: signature.commitmentSha256 === fingerprint(wording.commitment) };
}

export function revisionsOf(trail: DraftTrail): Partial<Record<FormField, number>> {
  return Object.fromEntries(Object.entries(trail).map(([field, entry]) => [field, entry.revision]));
}

function toKnown({ field, value, baseRevision }: FieldChange): KnownChange {
  if (!isFormField(field)) throw new Refusal({ code: 'INVALID_INPUT', path: String(field) });
  try {
    return { field, value: readField(field, value), baseRevision };
  } catch (error) {
    if (error instanceof ShapeError) throw new Refusal({ code: 'INVALID_INPUT', path: field });
    throw error;
  }
}

function merge(work: Work, changes: KnownChange[], device: string, now: number) {
  const trail: DraftTrail = { ...work.trail };
  const conflicts: FieldConflict[] = [];
  let draft = work.draft;
  let changed = false;
  for (const { field, value, baseRevision } of changes) {
    const current = trail[field];
    const revision = current?.revision ?? 0;
    if (canonical(draft[field]) === canonical(value)) continue;
    if (current && revision !== baseRevision) {
      conflicts.push({ field, theirs: draft[field], theirRevision: revision, theirDevice: current.device, theirAt: current.at, mine: value });
      continue;
    }
    draft = { ...draft, [field]: value };
    trail[field] = { revision: revision + 1, device, at: now };
    changed = true;
  }
  return { draft, trail, conflicts, changed };
}
