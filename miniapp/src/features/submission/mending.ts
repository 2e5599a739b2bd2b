import type { ReturnReason, VersionReply, WorkView } from '@kepu/shared/contracts/work';
import { canonical } from '@kepu/shared/forms/canonical';
import { FORM_FIELDS, type WorkForm } from '@kepu/shared/forms/work-form';

type Frozen = Pick<VersionReply, 'form'> & { film: Pick<VersionReply['film'], 'sha256'> };

/**
 * Whether what a unit asked to mend has been touched since the version it sent back. Only the unit can say
 * that it is mended well; this says where the creator has not been yet.
 */
export function isTouched(reason: Pick<ReturnReason, 'path'>, form: WorkForm, film: WorkView['film'], version: Frozen): boolean {
  const head = reason.path.split('.')[0] ?? '';
  if (head === 'film') return film !== null && film.sha256 !== version.film.sha256;
  const field = FORM_FIELDS.find((candidate) => candidate === head);
  return field !== undefined && canonical(entryAt(form[field], reason.path)) !== canonical(entryAt(version.form[field], reason.path));
}

/** The entry of a list that a path names, found again by its id's place; the field itself where it is no list. */
function entryAt(value: unknown, path: string): unknown {
  const index = Number(path.split('.')[1] ?? NaN);
  return Array.isArray(value) && Number.isInteger(index) ? (value[index] ?? null) : value;
}
