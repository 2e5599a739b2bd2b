import { sayTimecode } from '../../time.js';
import type { QuotedMaterial } from '../../forms/work-form.js';
import type { TextFacts } from '../facts.js';
import type { Evidence } from '../finding.js';
import { failedStage, type FilmRule } from '../rule.js';

const REQUIRED = '画面标注“资料”和出处';
/** The kind of material the notice wants captioned. */
export const PUBLIC_FOOTAGE = 'public-footage';

/** Public footage carries the caption 资料 where the form says it stands. */
export const o5: FilmRule = {
  id: 'O5',
  subject: '公共素材标注',
  clause: '附件1 一（四）2',
  judge(facts, _config, form) {
    const { text } = facts;
    if (text === undefined || form === null) return text === undefined ? failedStage(facts, 'text') : null;
    const declared = form.materials.filter(({ kindId, ranges }) => kindId === PUBLIC_FOOTAGE && ranges.length > 0);
    if (declared.length === 0) return { verdict: 'notApplicable', required: REQUIRED };
    const looked = declared.map((material) => ({ material, ...captionIn(text, material) }));
    const evidence = looked.flatMap(({ material, frames, caption }) => evidenceOf(material, frames, caption));
    const unread = looked.filter(({ frames }) => frames.length === 0);
    const bare = looked.filter(({ frames, caption }) => frames.length > 0 && caption === null);
    const atMs = bare.flatMap(({ material }) => material.ranges.map(({ fromMs }) => fromMs));
    const measured = `${declared.length} 处中 ${declared.length - bare.length - unread.length} 处读到“资料”`;
    if (bare.length > 0) return { verdict: 'look', measured, required: REQUIRED, atMs, evidence, advice: `${atMs.map((ms) => sayTimecode(ms)).join('、')} 起没有找到“资料”字样，请核对；缺了就在画面上标注“资料”和出处。` };
    if (unread.length > 0) return { verdict: 'unchecked', measured, required: REQUIRED, evidence, advice: '引用位置是检测之后填写的，请点“重新检测”。' };
    return { verdict: 'pass', measured, required: REQUIRED, evidence };
  },
};

interface Caption {
  atMs: number;
  text: string;
}

/** The frames read where the form says the material stands, and the first that is captioned. */
function captionIn({ quoted }: TextFacts, { id, ranges }: QuotedMaterial): { frames: { atMs: number; lines: string[] }[]; caption: Caption | null } {
  const all = quoted.find(({ materialId }) => materialId === id)?.frames ?? [];
  const frames = all.filter(({ atMs }) => ranges.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs));
  const frame = frames.find(({ lines }) => lines.some((line) => line.includes('资料')));
  return { frames, caption: frame ? { atMs: frame.atMs, text: frame.lines.join(' ') } : null };
}

function evidenceOf({ note, ranges }: QuotedMaterial, frames: readonly { atMs: number }[], caption: Caption | null): Evidence[] {
  if (caption) return [{ kind: 'text', ...caption, note }];
  return [...ranges.map(({ fromMs, toMs }): Evidence => ({ kind: 'range', fromMs, toMs, note })), ...frames.slice(0, 3).map(({ atMs }): Evidence => ({ kind: 'frame', atMs, note: '没有读到“资料”' }))];
}
