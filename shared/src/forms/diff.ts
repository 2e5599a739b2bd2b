import type { CampaignConfig } from '../campaign/config.js';
import { sayDay, sayTimecode } from '../time.js';
import { canonical } from './canonical.js';
import { broadcastCategory, materialKind, TEXT_FIELDS, type BroadcastRecord, type FormField, type QuotedMaterial, type WorkForm } from './work-form.js';

/** One thing that differs between two versions of a form, in words on both sides. */
export interface FormChange {
  path: string;
  label: string;
  before: string;
  after: string;
}

/** What changed from one version of a form to the next, in the order of the form. */
export function formChanges(before: WorkForm, after: WorkForm, config: CampaignConfig, unitName: (unitId: string | null) => string): FormChange[] {
  const changes: FormChange[] = [];
  if (before.unitId !== after.unitId) changes.push({ path: 'unitId', label: '推荐单位', before: unitName(before.unitId), after: unitName(after.unitId) });
  for (const { field, label, say } of READABLE) {
    if (canonical(before[field]) === canonical(after[field])) continue;
    changes.push({ path: field, label, before: say(before, config), after: say(after, config) });
  }
  changes.push(...listChanges('broadcasts', '播出记录', before.broadcasts, after.broadcasts, (record) => sayBroadcast(record, config)));
  changes.push(...listChanges('materials', '引用素材', before.materials, after.materials, (material) => sayMaterial(material, config)));
  return changes;
}

interface Readable {
  field: FormField;
  label: string;
  say: (form: WorkForm, config: CampaignConfig) => string;
}

const text = (field: 'title' | 'field' | 'address' | 'summary' | 'innovations' | 'reach' | 'authorMobile' | 'phone' | 'email', label: string): Readable => ({
  field,
  label,
  say: (form) => form[field],
});

const label = (field: string) => TEXT_FIELDS.find((entry) => entry.field === field)?.label ?? field;

const READABLE: readonly Readable[] = [
  text('title', label('title')),
  text('field', label('field')),
  { field: 'producedDay', label: '制作完成日期', say: (form) => (form.producedDay === '' ? '' : sayDay(form.producedDay)) },
  { field: 'listedAreaCode', label: '革命老区、边远贫困地区', say: (form) => form.listedAreaCode ?? '不是' },
  { field: 'creators', label: '主创人员', say: (form) => form.creators.map((c) => [c.name, c.organisation, c.post].filter(Boolean).join(' ')).join('；') },
  { field: 'producingUnits', label: '制作单位', say: (form) => form.producingUnits.map((unit) => unit.name).join('；') },
  { field: 'madeByUnit', label: '单位组织创作', say: (form) => (form.madeByUnit ? '是' : '否') },
  text('authorMobile', '第一作者手机号'),
  text('address', label('address')),
  text('phone', '联系电话'),
  text('email', '电子邮箱'),
  text('summary', label('summary')),
  text('innovations', label('innovations')),
  text('reach', label('reach')),
  { field: 'allOriginal', label: '全片原创', say: (form) => (form.allOriginal ? '是' : '否') },
];

function listChanges<T extends { id: string }>(path: string, name: string, before: readonly T[], after: readonly T[], say: (item: T) => string): FormChange[] {
  const changes: FormChange[] = [];
  after.forEach((item, index) => {
    const old = before.find((candidate) => candidate.id === item.id);
    if (old && canonical(old) === canonical(item)) return;
    changes.push({ path: `${path}.${index}`, label: `${name}第 ${index + 1} 条`, before: old ? say(old) : '', after: say(item) });
  });
  before.forEach((item, index) => {
    if (after.some((candidate) => candidate.id === item.id)) return;
    changes.push({ path, label: `${name}（原第 ${index + 1} 条）`, before: say(item), after: '' });
  });
  return changes;
}

export function sayBroadcast(record: BroadcastRecord, config: CampaignConfig): string {
  const day = record.day === '' ? '' : sayDay(record.day);
  const proofs = record.proofIds.length > 0 ? `证明 ${record.proofIds.length} 份` : '';
  return [day, record.platform, broadcastCategory(config, record.categoryId)?.label ?? '', record.url, proofs].filter(Boolean).join('，');
}

export function sayMaterial(material: QuotedMaterial, config: CampaignConfig): string {
  const ranges = material.ranges.map((range) => `${sayTimecode(range.fromMs, true)}–${sayTimecode(range.toMs, true)}`).join('、');
  const licence = [material.licenceWay, material.licenceTerritory, material.licenceTerm].filter(Boolean).join('、');
  const proofs = material.proofIds.length > 0 ? `证明 ${material.proofIds.length} 份` : '';
  return [materialKind(config, material.kindId)?.label ?? '', material.note, ranges, licence, proofs].filter(Boolean).join('，');
}
