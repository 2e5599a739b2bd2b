import type { FieldChange, FieldConflict } from '@kepu/shared/contracts/work';
import type { FormField } from '@kepu/shared/forms/work-form';
import type { TextStore } from '../../platform/storage';

/** A change that is not on the server yet. */
export interface PendingField {
  value: unknown;
  /** Revision of the field it was made on. */
  base: number;
}

/** What the phone keeps of a work until the server has it. */
export interface KeptDraft {
  pending: [FormField, PendingField][];
  conflicts: FieldConflict[];
}

/** How the names of kept drafts begin; the work's id follows. */
export const KEPT_DRAFT = 'draft:';

const keyOf = (workId: string) => KEPT_DRAFT + workId;

export async function readKept(storage: TextStore, workId: string): Promise<KeptDraft> {
  const text = await storage.read(keyOf(workId));
  return text === null ? { pending: [], conflicts: [] } : (JSON.parse(text) as KeptDraft);
}

const writing = new Map<string, Promise<void>>();

/** Writes in the order of the calls, so that a slow storage never ends with an older text. */
export function writeKept(storage: TextStore, workId: string, kept: KeptDraft): void {
  const key = keyOf(workId);
  const text = JSON.stringify(kept);
  const isEmpty = kept.pending.length === 0 && kept.conflicts.length === 0;
  const write = () => (isEmpty ? storage.remove(key) : storage.write(key, text));
  // A full storage is no reason to stop: the same text is also on its way to the server.
  const next = (writing.get(key) ?? Promise.resolve()).then(write).catch(() => undefined);
  writing.set(key, next);
}

export function changesOf(pending: ReadonlyMap<FormField, PendingField>): FieldChange[] {
  return [...pending].map(([field, { value, base }]) => ({ field, value, baseRevision: base }));
}
