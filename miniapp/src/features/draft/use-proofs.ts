import type { BroadcastRecord, QuotedMaterial } from '@kepu/shared/forms/work-form';
import { toast } from '../../ui/toast';
import { discardPaper } from '../upload/proofs';
import type { OpenDraft } from './use-draft';

/** Longer than the way back is offered. */
const DISCARD_AFTER_MS = 8_000;

interface Proofs {
  add: (entryId: string, fileId: string) => void;
  remove: (entryId: string, fileId: string) => void;
}

/** Adds and removes proof files of entries, on the list as it is when an upload ends, not as it was when it began. */
export function useProofs(draft: OpenDraft, field: 'broadcasts' | 'materials'): Proofs {
  const rewrite = (entryId: string, change: (ids: string[]) => string[]) => {
    const { form } = draft.sync.store.get();
    const withFiles = <T extends { id: string; proofIds: string[] }>(list: T[]) => list.map((entry) => (entry.id === entryId ? { ...entry, proofIds: change(entry.proofIds) } : entry));
    if (field === 'broadcasts') draft.sync.edit('broadcasts', withFiles<BroadcastRecord>(form.broadcasts));
    else draft.sync.edit('materials', withFiles<QuotedMaterial>(form.materials));
  };
  const add = (entryId: string, fileId: string) => rewrite(entryId, (ids) => (ids.includes(fileId) ? ids : [...ids, fileId]));
  return {
    add,
    remove: (entryId, fileId) => {
      rewrite(entryId, (ids) => ids.filter((id) => id !== fileId));
      let isKept = false;
      toast('已移除文件', { icon: 'trash', action: { text: '撤销', run: () => { isKept = true; add(entryId, fileId); } } });
      setTimeout(() => {
        // A file left behind on the server harms nobody: it belongs to no entry.
        if (!isKept) discardPaper(fileId).catch(() => undefined);
      }, DISCARD_AFTER_MS);
    },
  };
}
