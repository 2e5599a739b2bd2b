import type { CampaignConfig, FormWording } from '../campaign/config.js';
import type { FormValue } from '../campaign/form-design.js';
import { materialKind, TEXT_FIELDS, type BroadcastRecord, type Creator, type QuotedMaterial, type TextFieldName, type WorkForm } from '../forms/work-form.js';
import { unionLength } from '../rules/materials.js';
import { sayDay, sayTimecode } from '../time.js';
import type { Annex2Data } from './annex2-data.js';
import { fillWords, type Places } from './fill-words.js';
import { paragraph, type Inline, type Paragraph } from './layout.js';

/** Two ideographs' width: parts of one line stand apart without a mark between them. */
const GAP = '\u3000';
const NAMED_AUTHORS = 3;

/** 播出时间: the day, or one line for each record when the days differ, numbered like the platforms. */
export function sayBroadcastDays(broadcasts: readonly BroadcastRecord[]): string {
  const days = broadcasts.map(({ day }) => (day === '' ? '' : sayDay(day)));
  return new Set(days).size === 1 ? (days[0] ?? '') : numbered(days);
}

/** 播出平台及网址: one line for each record. */
export function sayPlatforms(broadcasts: readonly BroadcastRecord[]): string {
  return numbered(broadcasts.map(({ platform, url }) => [platform, url].filter(Boolean).join(GAP)));
}

/** 主创人员或单位: one creator a line in the order of the credits, then the producing units. */
export function sayCreators(form: WorkForm): string {
  const people = form.creators.map(({ name, organisation, post }) => [name, organisation, post].filter(Boolean).join(GAP));
  const units = sayUnits(form);
  return [...people, ...(units === '' ? [] : [`制作单位：${units}`])].join('\n');
}

/** The authors as the recommendation opinion names them: all up to three, then 等 and how many they are. */
export function sayAuthors(creators: readonly Creator[]): string {
  const names = creators.map(({ name }) => name).filter(Boolean);
  const named = names.slice(0, NAMED_AUTHORS).join('、');
  return names.length > NAMED_AUTHORS ? `${named}等${names.length}人` : named;
}

/** The units that made a film, as the form names them. */
export function sayUnits({ producingUnits }: WorkForm): string {
  return producingUnits.map(({ name }) => name).filter(Boolean).join('、');
}

const isPlainText = (value: FormValue): value is TextFieldName => TEXT_FIELDS.some((field) => field === value);

/** What a cell of the form holds; empty on a blank one. */
export function valueOf(value: FormValue, { work, unitName, slotNumber }: Pick<Annex2Data, 'work' | 'unitName' | 'slotNumber'>): string {
  if (value === 'unit') return unitName ?? '';
  if (value === 'slot') return String(slotNumber ?? '');
  if (!work) return '';
  const { form } = work;
  if (isPlainText(value)) return form[value];
  switch (value) {
    case 'broadcastTime':
      return sayBroadcastDays(form.broadcasts);
    case 'platforms':
      return sayPlatforms(form.broadcasts);
    case 'creators':
      return sayCreators(form);
    case 'authors':
      return sayAuthors(form.creators);
    case 'producingUnits':
      return sayUnits(form);
    case 'producedDay':
      return form.producedDay === '' ? '' : sayDay(form.producedDay);
  }
}

/** How many characters the call allows in a field; null where it sets no bound. */
export function limitOf(value: FormValue, { limits }: CampaignConfig): number | null {
  const bounds: Partial<Record<string, number>> = { ...limits };
  return bounds[value] ?? null;
}

/** 推荐意见 with author and title in their places. */
export function opinionParagraphs(wording: FormWording, form: WorkForm | null): Paragraph[] {
  const fills: Record<string, Inline[]> = {
    '{author}': apart({ fill: form ? sayAuthors(form.creators) : '', blankMm: 32 }),
    '{title}': apart({ fill: form?.title ?? '', blankMm: 42 }),
  };
  const inlines = wording.opinionBefore.split(/(\{author\}|\{title\})/u).flatMap((part) => fills[part] ?? [part]);
  const rest = wording.opinionAfter.map((text) => paragraph('body', [text], { indent: 2 }));
  return [paragraph('body', inlines, { align: 'justify', indent: 2 }), ...rest];
}

/** A name or title among words, set off a little, as the notice has it. */
function apart(fill: Inline): Inline[] {
  return [{ gapMm: 1 }, fill, { gapMm: 1 }];
}

/** 引用素材: the form's sentence once for each material, numbered; once with 无 for a work said to be all original. */
export function materialsParagraphs(sentence: string, config: CampaignConfig, form: WorkForm | null): Paragraph[] {
  const one = (number: string, places: Places, afterMm: number) => paragraph('body', fillWords(number + sentence, places), { indent: number === '' ? 0 : -1, afterMm });
  if (!form || form.materials.length === 0) return [one('', form?.allOriginal ? { kind: '无', position: '无', licence: '无' } : {}, 0)];
  const isOne = form.materials.length === 1;
  return form.materials.map((material, index) => one(isOne ? '' : `${index + 1}. `, sayMaterialParts(material, config), isOne ? 0 : 1));
}

function sayMaterialParts(material: QuotedMaterial, config: CampaignConfig): Places {
  const kind = [materialKind(config, material.kindId)?.label, material.note].filter(Boolean).join('，');
  const ranges = material.ranges.map(({ fromMs, toMs }) => `${sayTimecode(fromMs, true)}–${sayTimecode(toMs, true)}`).join('、');
  const position = ranges === '' ? '' : `${ranges}，共${saySeconds(unionLength(material.ranges))}`;
  const licence = [material.licenceWay, material.licenceTerritory, material.licenceTerm].filter(Boolean).join('、');
  const proofs = material.proofIds.length > 0 ? `（证明材料 ${material.proofIds.length} 份）` : '';
  return { kind, position, licence: licence + proofs };
}

/** `8秒`, `0.4秒`: as exact as the positions beside it. */
function saySeconds(ms: number): string {
  return `${Math.round(ms / 100) / 10}秒`;
}

function numbered(lines: readonly string[]): string {
  return lines.length === 1 ? (lines[0] ?? '') : lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}
