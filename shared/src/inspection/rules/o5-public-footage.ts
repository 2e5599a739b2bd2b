import { sayTimecode } from '../../time.js';
import type { QuotedMaterial, TimeRange } from '../../forms/work-form.js';
import type { TextFacts, TextFrame } from '../facts.js';
import type { Evidence } from '../finding.js';
import { failedStage, type FilmRule } from '../rule.js';

const REQUIRED = '画面标注“资料”和出处';
/** The kind of material the notice wants captioned. */
export const PUBLIC_FOOTAGE = 'public-footage';

/** Public footage carries the caption 资料 at every place where the form says it stands. */
export const o5: FilmRule = {
  id: 'O5',
  subject: '公共素材标注',
  clause: '附件1 一（四）2（1）',
  judge(facts, _config, form) {
    const { text } = facts;
    if (form === null) return null;
    const declared = form.materials.filter(({ kindId, ranges }) => kindId === PUBLIC_FOOTAGE && ranges.length > 0);
    if (text === undefined) return failedStage(facts, 'text');
    if (declared.length === 0) return { verdict: 'notApplicable', required: REQUIRED };
    const places = declared.flatMap((material) => material.ranges.map((range) => lookAt(text, material, range)));
    const bare = places.filter(({ caption, frames }) => caption === null && frames.length > 0);
    const unread = places.filter(({ frames }) => frames.length === 0);
    const shown = { measured: `${places.length} 处中 ${places.length - bare.length - unread.length} 处读到“资料”`, required: REQUIRED, evidence: places.flatMap(evidenceOf), atMs: bare.map(({ range }) => range.fromMs) };
    if (bare.length > 0) return { ...shown, verdict: 'look', advice: `${sayStarts(bare)} 起没有找到“资料”字样，请核对；缺了就在画面上标注“资料”和出处。` };
    if (unread.length > 0) return { ...shown, verdict: 'unchecked', advice: `${sayStarts(unread)} 起没有抽查到，可能是检测之后填写或改动的，请点“重新检测”；仍没有的由审核人看画面。` };
    return { ...shown, verdict: 'pass', advice: '机器只认“资料”二字，出处由审核人看画面核对。' };
  },
};

/** One place of declared footage: the frames read there, and the first that is captioned. */
interface Place {
  note: string;
  range: TimeRange;
  frames: TextFrame[];
  caption: { atMs: number; text: string } | null;
}

function lookAt({ quoted }: TextFacts, { id, note }: QuotedMaterial, range: TimeRange): Place {
  const all = quoted.find(({ materialId }) => materialId === id)?.frames ?? [];
  const frames = all.filter(({ atMs }) => atMs >= range.fromMs && atMs < range.toMs);
  const frame = frames.find(({ lines }) => lines.some((line) => line.includes('资料')));
  return { note, range, frames, caption: frame ? { atMs: frame.atMs, text: frame.lines.join(' ') } : null };
}

function evidenceOf({ note, range, frames, caption }: Place): Evidence[] {
  if (caption) return [{ kind: 'text', ...caption, note }];
  return [{ kind: 'range', fromMs: range.fromMs, toMs: range.toMs, note }, ...frames.slice(0, 3).map(({ atMs }): Evidence => ({ kind: 'frame', atMs, note: '没有读到“资料”' }))];
}

const sayStarts = (places: readonly Place[]): string => places.map(({ range }) => sayTimecode(range.fromMs)).join('、');
