import { useState } from 'react';
import type { FormField, WorkForm } from '@kepu/shared/forms/work-form';
import { toast } from '../../ui/toast';
import { changed, moved, restored, without } from './list-edit';
import type { OpenDraft } from './use-draft';

type ListField = { [F in FormField]: WorkForm[F] extends { id: string }[] ? F : never }[FormField];
type Entry<F extends ListField> = WorkForm[F][number];

export interface Entries<F extends ListField> {
  list: Entry<F>[];
  openId: string | null;
  open: (id: string | null) => void;
  add: (entry: Entry<F>) => void;
  change: (index: number, change: Partial<Entry<F>>) => void;
  move: (index: number, by: -1 | 1) => void;
  remove: (index: number, name: string) => void;
}

/** A list of the form as a screen edits it: one entry open at a time, removing can be taken back. */
export function useEntries<F extends ListField>(draft: OpenDraft, field: F, firstOpen: string | null): Entries<F> {
  const [openId, open] = useState(firstOpen);
  // One field's lists have one kind of entry; TypeScript does not follow that through the index.
  const list = draft.state.form[field] as Entry<F>[];
  const write = (next: Entry<F>[]) => draft.edit(field, next as WorkForm[F]);
  return {
    list,
    openId,
    open,
    add: (entry) => {
      write([...list, entry]);
      open(entry.id);
    },
    change: (index, change) => write(changed(list, index, change)),
    move: (index, by) => write(moved(list, index, by)),
    remove: (index, name) => {
      const entry = list[index];
      if (!entry) return;
      write(without(list, index));
      const putBack = () => draft.edit(field, restored(draft.sync.store.get().form[field] as Entry<F>[], index, entry) as WorkForm[F]);
      toast(`已移除${name}`, { icon: 'trash', action: { text: '撤销', run: putBack } });
    },
  };
}

/** The entry a path such as `creators.1.name` points to. */
export function entryAt(list: readonly { id: string }[], path: string | undefined): string | null {
  const index = path?.split('.')[1];
  return index === undefined ? null : (list[Number(index)]?.id ?? null);
}
