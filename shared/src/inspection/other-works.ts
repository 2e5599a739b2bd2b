import type { IdentityKind } from '../rules/identity.js';
import type { SpellingPair } from '../rules/spelling.js';
import { sayLength, sayTimecode } from '../time.js';
import type { Evidence, Finding } from './finding.js';
import { toFinding, type FilmRule, type Judgement } from './rule.js';

/**
 * What is said of a work beside other people's works. Its creator is told none of it; the rest are told no more of
 * another work than they may know, which is decided where these facts are gathered.
 */
export interface OtherWork {
  title: string;
  /** null: the reader's own unit, which need not be named. */
  unitName: string | null;
}

export interface SimilarFilm {
  isMirrored: boolean;
  stretches: { fromMs: number; toMs: number; otherFromMs: number }[];
  /** null: this reader may know no more than that it exists. */
  other: OtherWork | null;
}

export interface OtherSpelling extends SpellingPair {
  other: OtherWork | null;
}

type Frame = Pick<FilmRule, 'id' | 'part' | 'subject' | 'clause'>;

const LIKENESS: Frame = { id: 'O8', part: 'likeness', subject: '与其他作品的画面', clause: '附件1 三（一）' };
const SPELLING: Frame = { id: 'O7', part: 'spelling', subject: '作者和单位的写法', clause: '附件1 三（一）' };
const MOST_SHOWN = 5;

const say = (frame: Frame, judgement: Judgement): Finding => toFinding({ ...frame, judge: () => judgement }, judgement);
const nameOf = (other: OtherWork | null): string => (other === null ? '另一部已提交的作品' : `《${other.title}》${other.unitName === null ? '' : `（${other.unitName}）`}`);

const IDENTITY: Record<IdentityKind, { frame: Frame; measured: string }> = {
  author: { frame: { id: 'O7', subject: '同一作者', clause: '附件1 三（一）' }, measured: '第一作者今年已有推荐作品' },
  producingUnit: { frame: { id: 'O7', subject: '同一制作单位', clause: '附件1 三（一）' }, measured: '第一制作单位今年已有推荐作品' },
  film: { frame: { id: 'O8', subject: '同一个影片文件', clause: '附件1 三（一）' }, measured: '同一个影片文件已被推荐过' },
};

/** O7, O8 where the call only warns: what another recommended work already holds. One finding a rule: a check is there once. */
export function identityFindings(taken: Readonly<Record<IdentityKind, boolean>>): Finding[] {
  const held = (['author', 'producingUnit', 'film'] as const).filter((kind) => taken[kind]).map((kind) => IDENTITY[kind]);
  const rules = [...new Set(held.map(({ frame }) => frame.id))];
  return rules.flatMap((rule) => {
    const [first, ...more] = held.filter(({ frame }) => frame.id === rule);
    if (!first) return [];
    const measured = [first, ...more].map((entry) => entry.measured).join('；');
    return [say(first.frame, { verdict: 'look', measured, required: rule === 'O7' ? '同一单位、同一作者只能申报一部作品' : '不重复申报', advice: '本次征集只提醒、不拦。请与科技厅核对后再推荐。' })];
  });
}

/** O8: films of other works with the same pictures. `failure`: why they could not be compared. */
export function likenessFinding(similar: readonly SimilarFilm[], failure: string | null): Finding {
  const required = '不重复申报，不照搬他人作品';
  if (failure !== null) return say(LIKENESS, { verdict: 'unchecked', required, advice: `没能与其他作品比对：${failure}。请由审核人判断。` });
  if (similar.length === 0) return say(LIKENESS, { verdict: 'nothing', measured: '没有发现画面相似的作品', required, advice: '没有发现，不能说明没有重复。' });
  const shown = similar.slice(0, MOST_SHOWN);
  const measured = shown.map((film) => `与${nameOf(film.other)}有 ${sayLength(film.stretches.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0))} 画面相似${film.isMirrored ? '（左右翻转）' : ''}`).join('；');
  const evidence = shown.flatMap((film) => film.stretches.map(({ fromMs, toMs, otherFromMs }): Evidence => {
    const note = film.other === null ? '与另一部作品相似' : `${nameOf(film.other)} ${sayTimecode(otherFromMs)} 起`;
    return { kind: 'range', fromMs, toMs, note };
  }));
  const advice = shown.some(({ other }) => other === null) ? '请看这些位置。是否重复由人判断；另一部作品由科技厅掌握，可请科技厅对照。' : '请对照两部作品的这些位置，是否重复由人判断。';
  return say(LIKENESS, { verdict: 'look', measured, required, advice, atMs: evidence.flatMap((entry) => (entry.kind === 'range' ? [entry.fromMs] : [])), evidence });
}

/** O7: the same author or unit, as it seems, in another spelling; null where there is none. */
export function spellingFinding(spellings: readonly OtherSpelling[]): Finding | null {
  if (spellings.length === 0) return null;
  const measured = spellings.slice(0, MOST_SHOWN).map(({ kind, mine, theirs, other }) => {
    const who = `${kind === 'author' ? '作者' : '制作单位'}“${mine}”`;
    return other === null ? `${who}与另一部已提交的作品写法相近` : `${who}与${nameOf(other)}的“${theirs}”写法相近`;
  });
  return say(SPELLING, { verdict: 'look', measured: measured.join('；'), required: '同一单位、同一作者只能申报一部作品', advice: '请核实是不是同一作者或同一单位：是的话只能推荐一部。' });
}
