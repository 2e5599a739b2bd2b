import type { CampaignConfig, FormWording } from '../campaign/config.js';
import { materialKind, type BroadcastRecord, type Creator, type QuotedMaterial, type WorkForm } from '../forms/work-form.js';
import { unionLength } from '../rules/materials.js';
import { sayDay, sayTimecode } from '../time.js';
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
export function sayCreators({ creators, producingUnits }: WorkForm): string {
  const people = creators.map(({ name, organisation, post }) => [name, organisation, post].filter(Boolean).join(GAP));
  const units = producingUnits.map(({ name }) => name).filter(Boolean);
  return [...people, ...(units.length > 0 ? [`制作单位：${units.join('、')}`] : [])].join('\n');
}

/** The authors as the recommendation opinion names them: all up to three, then 等 and how many they are. */
export function sayAuthors(creators: readonly Creator[]): string {
  const names = creators.map(({ name }) => name).filter(Boolean);
  const named = names.slice(0, NAMED_AUTHORS).join('、');
  return names.length > NAMED_AUTHORS ? `${named}等${names.length}人` : named;
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

/** 引用素材: the notice's sentence once for each material, numbered; once with 无 for a work said to be all original. */
export function materialsParagraphs(config: CampaignConfig, form: WorkForm | null): Paragraph[] {
  const { wording } = config;
  const sentence = (number: string, [kind, position, licence]: readonly [string, string, string], afterMm: number) =>
    paragraph(
      'body',
      [
        `${number}${wording.materialsKind}`, { fill: kind, blankMm: 34 },
        wording.materialsPosition, { fill: position, blankMm: 40 },
        wording.materialsLicence, { fill: licence, blankMm: 52 },
      ],
      { indent: number === '' ? 0 : -1, afterMm },
    );
  if (!form || form.materials.length === 0) return [sentence('', form?.allOriginal ? ['无', '无', '无'] : ['', '', ''], 0)];
  const isOne = form.materials.length === 1;
  return form.materials.map((material, index) => sentence(isOne ? '' : `${index + 1}. `, sayMaterialParts(material, config), isOne ? 0 : 1));
}

function sayMaterialParts(material: QuotedMaterial, config: CampaignConfig): [kind: string, position: string, licence: string] {
  const kind = [materialKind(config, material.kindId)?.label, material.note].filter(Boolean).join('，');
  const ranges = material.ranges.map(({ fromMs, toMs }) => `${sayTimecode(fromMs, true)}–${sayTimecode(toMs, true)}`).join('、');
  const position = ranges === '' ? '' : `${ranges}，共${saySeconds(unionLength(material.ranges))}`;
  const licence = [material.licenceWay, material.licenceTerritory, material.licenceTerm].filter(Boolean).join('、');
  const proofs = material.proofIds.length > 0 ? `（证明材料 ${material.proofIds.length} 份）` : '';
  return [kind, position, licence + proofs];
}

/** `8秒`, `0.4秒`: as exact as the positions beside it. */
function saySeconds(ms: number): string {
  return `${Math.round(ms / 100) / 10}秒`;
}

function numbered(lines: readonly string[]): string {
  return lines.length === 1 ? (lines[0] ?? '') : lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}
