import { isEditable, isHandedIn } from '@kepu/shared/domain/work-status';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import type { WorkVersion } from './work-version.entity.js';
import type { Work } from './work.entity.js';

export interface ShownSide {
  form: WorkForm;
  filmFileId: string | null;
  signatureId: string | null;
  /** null: what is shown is the draft. */
  version: WorkVersion | null;
}

/** The side of a work a reader sees: its creator's draft while it can be changed, or what was handed in. A work that was taken back is a draft again. */
export function shownSide(work: Pick<Work, 'status' | 'draft' | 'filmFileId' | 'signatureId'>, version: WorkVersion | null, isOwner: boolean): ShownSide {
  if (version === null || !isHandedIn(work.status) || (isOwner && isEditable(work.status))) {
    return { form: work.draft, filmFileId: work.filmFileId, signatureId: work.signatureId, version: null };
  }
  const { form, filmFileId, signatureId } = version;
  return { form, filmFileId, signatureId, version };
}
