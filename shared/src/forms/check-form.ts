import type { CampaignConfig } from '../campaign/config.js';
import type { ListedArea } from '../campaign/units-inner-mongolia.js';
import type { Reason } from '../errors.js';
import { ruleMode } from '../inspection/rule-modes.js';
import { nonOriginal } from '../rules/materials.js';
import { asksLedger, proofsMissing } from '../rules/proofs.js';
import { tooLong } from '../rules/too-long.js';
import { countCharacters, isWebAddress } from '../text.js';
import { isDay } from '../time.js';
import { broadcastCategory, materialKind, SECTIONS, sectionOf, TEXT_FIELDS, textField, type BroadcastRecord, type QuotedMaterial, type SectionId, type WorkForm } from './work-form.js';

/** What the form is checked against besides itself. */
export interface FormSurroundings {
  config: CampaignConfig;
  /** Measured length of the film, null while there is none. */
  durationMs: number | null;
  /** Areas of the chosen unit whose works may use the reserved slot. */
  listedAreas: readonly ListedArea[];
}

/** Everything that keeps a form from being submitted, each with the path of its field (F1-F4, O1-O4, P3). */
export function formReasons(form: WorkForm, around: FormSurroundings): Reason[] {
  const reasons = [
    ...aboutReasons(form, around),
    ...peopleReasons(form, around.config),
    ...broadcastReasons(form.broadcasts, around.config),
    ...textReasons(form, around.config),
    ...materialReasons(form, around),
    ...proofsMissing(form, around.config),
    ...(form.commitmentAccepted ? [] : [{ code: 'COMMITMENT_NOT_ACCEPTED', path: 'commitmentAccepted' } as const]),
  ];
  return inOrder(reasons.filter((reason) => {
    const rule = ruleBehind(reason);
    return rule === null || ruleMode(around.config, rule) === 'block';
  }));
}

/** As the form runs, entry after entry: the first of them is where somebody goes on. */
function inOrder(reasons: readonly Reason[]): Reason[] {
  const entryOf = (path: string) => Number(/^(?:broadcasts|materials)\.(\d+)/u.exec(path)?.[1] ?? 0);
  const placeOf = ({ path = '' }: Reason) => SECTIONS.indexOf(sectionOf(path)) * 1_000 + entryOf(path);
  return reasons
    .map((reason, index) => ({ reason, index, place: placeOf(reason) }))
    .sort((one, other) => one.place - other.place || one.index - other.index)
    .map(({ reason }) => reason);
}

const ORIGIN_RULES: Partial<Record<Reason['code'], 'O2' | 'O3' | 'O4'>> = {
  NO_BROADCAST: 'O2', NO_BROADCAST_PROOF: 'O2', NO_ONLINE_ADDRESS: 'O2', NON_ORIGINAL_OVER: 'O3', NO_MATERIAL_RANGE: 'O4', NO_LICENCE_PROOF: 'O4',
};

/** The rule of origin a reason carries out; null: the form itself wants it, whatever the call switches. */
function ruleBehind({ code, path = '' }: Reason): 'O1' | 'O2' | 'O3' | 'O4' | null {
  if (code === 'OUTSIDE_WINDOW') return path === 'producedDay' ? 'O1' : 'O2';
  if (code === 'MISSING' && /^materials\.\d+\.licence/u.test(path)) return 'O4';
  return ORIGIN_RULES[code] ?? null;
}

export function reasonsBySection(reasons: readonly Reason[]): Map<SectionId, Reason[]> {
  const map = new Map<SectionId, Reason[]>();
  for (const reason of reasons) {
    const section = sectionOf(reason.path ?? '').id;
    map.set(section, [...(map.get(section) ?? []), reason]);
  }
  return map;
}

function aboutReasons(form: WorkForm, around: FormSurroundings): Reason[] {
  const { config, listedAreas } = around;
  const reasons: Reason[] = [];
  if (!form.unitId) reasons.push({ code: 'MISSING', label: '推荐单位', path: 'unitId' });
  reasons.push(...windowReasons(form.producedDay, '制作完成日期', 'producedDay', config));
  if (form.listedAreaCode !== null && !listedAreas.some((area) => area.code === form.listedAreaCode)) {
    reasons.push({ code: 'AREA_NOT_LISTED', path: 'listedAreaCode' });
  }
  return reasons;
}

function windowReasons(day: string, label: string, path: string, { workWindow }: CampaignConfig): Reason[] {
  if (day === '') return [{ code: 'MISSING', label, path }];
  if (!isDay(day)) return [{ code: 'NOT_A_DAY', label, path }];
  return day < workWindow.fromDay || day > workWindow.toDay ? [{ code: 'OUTSIDE_WINDOW', label, path, ...workWindow }] : [];
}

function peopleReasons(form: WorkForm, config: CampaignConfig): Reason[] {
  const reasons: Reason[] = [];
  if (form.creators.length === 0) reasons.push({ code: 'NO_CREATOR', path: 'creators' });
  form.creators.forEach((creator, index) => {
    const path = `creators.${index}`;
    reasons.push(...shortText(creator.name, '姓名', `${path}.name`, config.limits.name));
    reasons.push(...shortText(creator.organisation, '学习、工作单位', `${path}.organisation`, config.limits.organisation));
    reasons.push(...shortText(creator.post, '职务或职称', `${path}.post`, config.limits.post));
  });
  if (form.madeByUnit && form.producingUnits.length === 0) reasons.push({ code: 'MISSING', label: '制作单位', path: 'producingUnits' });
  form.producingUnits.forEach((unit, index) => {
    reasons.push(...shortText(unit.name, '制作单位名称', `producingUnits.${index}.name`, config.limits.organisation));
  });
  return reasons;
}

function broadcastReasons(records: readonly BroadcastRecord[], config: CampaignConfig): Reason[] {
  return records.flatMap((record, index) => {
    const path = `broadcasts.${index}`;
    const category = broadcastCategory(config, record.categoryId);
    const reasons: Reason[] = [
      ...windowReasons(record.day, '播出时间', `${path}.day`, config),
      ...shortText(record.platform, '播出平台', `${path}.platform`, config.limits.organisation),
    ];
    if (!category) reasons.push({ code: 'MISSING', label: '平台类别', path: `${path}.categoryId` });
    if (category?.online && record.url.trim() === '') reasons.push({ code: 'NO_ONLINE_ADDRESS', path: `${path}.url` });
    else if (record.url.trim() !== '' && !isWebAddress(record.url.trim())) reasons.push({ code: 'NOT_AN_ADDRESS', path: `${path}.url` });
    return reasons;
  });
}

function textReasons(form: WorkForm, config: CampaignConfig): Reason[] {
  return TEXT_FIELDS.flatMap((field): Reason[] => {
    const { label, text: { limit, format, required } } = textField(field);
    const value = form[field].trim();
    if (value === '') return required ? [{ code: 'MISSING', label, path: field }] : [];
    if (limit !== null) return shortText(value, label, field, config.limits[limit]);
    return format === null || format.isKept(value) ? [] : [{ code: format.code, path: field }];
  });
}

function shortText(text: string, label: string, path: string, limit: number): Reason[] {
  const count = countCharacters(text);
  if (count === 0) return [{ code: 'MISSING', label, path }];
  return tooLong(label, text, limit, path);
}

function materialReasons(form: WorkForm, around: FormSurroundings): Reason[] {
  if (form.materials.length === 0) return form.allOriginal || !asksLedger(around.config) ? [] : [{ code: 'MATERIALS_UNCONFIRMED', path: 'allOriginal' }];
  const reasons = form.materials.flatMap((material, index) => oneMaterial(material, `materials.${index}`, around));
  const total = nonOriginal(form.materials, around.durationMs, around.config);
  if (total.isOver && total.share !== null && total.limit !== null) {
    reasons.push({ code: 'NON_ORIGINAL_OVER', path: 'materials', overMs: -(total.leftMs ?? 0), share: total.share, limit: total.limit });
  }
  return reasons;
}

function oneMaterial(material: QuotedMaterial, path: string, { config, durationMs }: FormSurroundings): Reason[] {
  const kind = materialKind(config, material.kindId);
  const reasons: Reason[] = [];
  if (!kind) reasons.push({ code: 'MISSING', label: '引用类型', path: `${path}.kindId` });
  if (kind?.timed && material.ranges.length === 0) reasons.push({ code: 'NO_MATERIAL_RANGE', path: `${path}.ranges` });
  material.ranges.forEach((range, index) => {
    const at = `${path}.ranges.${index}`;
    if (range.toMs <= range.fromMs) reasons.push({ code: 'RANGE_REVERSED', path: at });
    else if (durationMs !== null && range.toMs > durationMs + 500) reasons.push({ code: 'RANGE_OUTSIDE_FILM', path: at, durationMs });
  });
  const { licence, materialNote } = config.limits;
  reasons.push(...tooLong('素材说明', material.note, materialNote, `${path}.note`));
  reasons.push(...shortText(material.licenceWay, '授权方式', `${path}.licenceWay`, licence));
  reasons.push(...shortText(material.licenceTerritory, '授权区域', `${path}.licenceTerritory`, licence));
  reasons.push(...shortText(material.licenceTerm, '授权期限', `${path}.licenceTerm`, licence));
  return reasons;
}
