import type { CampaignConfig } from '../campaign/config.js';
import { canonical } from './canonical.js';
import { sayBroadcastWith, sayMaterialWith, type Field, type FormWords } from './fields.js';
import { broadcastCategory, fieldRow, FORM_FIELDS, isPersonal, materialKind, type BroadcastRecord, type QuotedMaterial, type WorkForm } from './work-form.js';

/** One thing that differs between two versions of a form, in words on both sides. */
export interface FormChange {
  path: string;
  label: string;
  before: string;
  after: string;
}

/** What changed from one version of a form to the next, in the order of the form: every field there is. */
export function formChanges(before: WorkForm, after: WorkForm, config: CampaignConfig, unitName: (unitId: string | null) => string): FormChange[] {
  const words: FormWords = { ...wordsOf(config), unitName };
  return FORM_FIELDS.flatMap((field) => {
    if (canonical(before[field]) === canonical(after[field])) return [];
    const row = fieldRow(field);
    if (row.sayEntry) return listChanges(field, row, entriesOf(before[field]), entriesOf(after[field]), words);
    return [{ path: field, label: row.label, before: row.say(before[field], words), after: row.say(after[field], words) }];
  });
}

interface Entry {
  id: string;
}

const entriesOf = (value: unknown): Entry[] => (Array.isArray(value) ? (value as Entry[]) : []); // entries of a list have ids: their shapes say so

function listChanges(path: string, { label, sayEntry }: Pick<Field<unknown>, 'label' | 'sayEntry'>, before: readonly Entry[], after: readonly Entry[], words: FormWords): FormChange[] {
  const changes: FormChange[] = [];
  const say = (entry: Entry | undefined) => (entry ? (sayEntry?.(entry, words) ?? '') : '');
  after.forEach((item, index) => {
    const old = before.find((candidate) => candidate.id === item.id);
    if (old && canonical(old) === canonical(item)) return;
    changes.push({ path: `${path}.${index}`, label: `${label}第 ${index + 1} 条`, before: say(old), after: say(item) });
  });
  before.forEach((item, index) => {
    if (after.some((candidate) => candidate.id === item.id)) return;
    changes.push({ path, label: `${label}（原第 ${index + 1} 条）`, before: say(item), after: '' });
  });
  return changes;
}

const wordsOf = (config: CampaignConfig): Omit<FormWords, 'unitName'> => ({
  broadcastCategory: (id) => broadcastCategory(config, id)?.label ?? '',
  materialKind: (id) => materialKind(config, id)?.label ?? '',
});

/** What the log keeps of the changes: that somebody can be reached otherwise, never how. */
export function loggedChanges(changes: readonly FormChange[]): { label: string; before: string | null; after: string }[] {
  return changes.map(({ path, label, before, after }) => (isPersonal(path) ? { label, before: null, after: '已改' } : { label, before, after }));
}

export const sayBroadcast = (record: BroadcastRecord, config: CampaignConfig): string => sayBroadcastWith(record, wordsOf(config));

export const sayMaterial = (material: QuotedMaterial, config: CampaignConfig): string => sayMaterialWith(material, wordsOf(config));
