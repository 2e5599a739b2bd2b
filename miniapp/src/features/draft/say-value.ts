import type { BroadcastRecord, Creator, FormField, ProducingUnit, QuotedMaterial } from '@kepu/shared/forms/work-form';
import { sayDay, sayTimecode } from '@kepu/shared/time';

type ListField = 'creators' | 'producingUnits' | 'broadcasts' | 'materials';

/** The value of a field in words, to be compared by eye. */
export function sayValue(field: FormField, value: unknown): string {
  if (value === null || value === '') return '（空）';
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? sayDay(value) : value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (!Array.isArray(value) || value.length === 0) return '（空）';
  return value.map((entry, index) => `${index + 1}. ${sayEntry(field, entry)}`).join('\n');
}

/** One entry of the form's lists; a plain list (its entries are words) is said as it is. */
function sayEntry(field: FormField, entry: unknown): string {
  if (typeof entry === 'string') return entry;
  switch (field as ListField) {
    case 'creators': {
      const { name, organisation, post } = entry as Creator;
      return [name, organisation, post].filter(Boolean).join(' ');
    }
    case 'producingUnits':
      return (entry as ProducingUnit).name;
    case 'broadcasts': {
      const { day, platform, url, proofIds } = entry as BroadcastRecord;
      return [day, platform, url, proofIds.length > 0 ? `证明 ${proofIds.length} 份` : ''].filter(Boolean).join('，');
    }
    case 'materials': {
      const { note, ranges, licenceWay } = entry as QuotedMaterial;
      return [note, ...ranges.map(({ fromMs, toMs }) => `${sayTimecode(fromMs, true)}–${sayTimecode(toMs, true)}`), licenceWay].filter(Boolean).join('，');
    }
  }
}
