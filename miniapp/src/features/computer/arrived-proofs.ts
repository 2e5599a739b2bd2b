import type { FilePurpose, FileView } from '@kepu/shared/contracts/work';
import type { WorkForm } from '@kepu/shared/forms/work-form';

type ProofPurpose = Exclude<FilePurpose, 'film' | 'scan' | 'scan-photo'>;

const listOf = (form: WorkForm, purpose: ProofPurpose) => (purpose === 'broadcast-proof' ? form.broadcasts : form.materials);

/** Proofs a computer has sent that no entry of the form holds yet. What this phone sends has no place of its own. */
export function arrivedProofs(files: Readonly<Record<string, FileView>>, form: WorkForm, purpose: ProofPurpose): FileView[] {
  const held = new Set(listOf(form, purpose).flatMap(({ proofIds }) => proofIds));
  return Object.values(files).filter((file) => file.purpose === purpose && file.place !== null && !held.has(file.id));
}

/** Of those, the ones sent for an entry that is there: entry and file. */
export function placedProofs(files: Readonly<Record<string, FileView>>, form: WorkForm, purpose: ProofPurpose): { entryId: string; fileId: string }[] {
  const entries = new Set(listOf(form, purpose).map(({ id }) => id));
  return arrivedProofs(files, form, purpose).flatMap(({ id, place }) => (place !== null && entries.has(place) ? [{ entryId: place, fileId: id }] : []));
}
