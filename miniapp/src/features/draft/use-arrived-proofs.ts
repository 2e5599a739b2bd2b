import { useEffect } from 'react';
import type { OpenDraft } from './use-draft';
import { useProofs } from './use-proofs';
import { placedProofs } from '../computer/arrived-proofs';

/** Files already put to their entry on this phone: one that is removed again must not come back by itself. */
const placed = new Set<string>();

/** Proofs that a computer sent for an entry are put there, as if they had been picked here. */
export function useArrivedProofs(draft: OpenDraft): void {
  const broadcasts = useProofs(draft, 'broadcasts');
  const materials = useProofs(draft, 'materials');
  const { work, state } = draft;
  useEffect(() => {
    const put = (purpose: 'broadcast-proof' | 'licence-proof', add: (entryId: string, fileId: string) => void) => {
      for (const { entryId, fileId } of placedProofs(work.files, draft.sync.store.get().form, purpose)) {
        if (placed.has(fileId)) continue;
        placed.add(fileId);
        add(entryId, fileId);
      }
    };
    put('broadcast-proof', broadcasts.add);
    put('licence-proof', materials.add);
    // What is new comes with the work; the two writers are made anew with every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [work.files, state.form.broadcasts, state.form.materials]);
}
