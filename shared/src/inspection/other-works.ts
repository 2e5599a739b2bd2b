import type { IdentityKind } from '../rules/identity.js';
import type { SpellingPair } from '../rules/spelling.js';
import { sayLength, sayTimecode } from '../time.js';
import type { ComparisonRef, Evidence, Finding } from './finding.js';
import { toFinding, type FilmRule, type Judgement } from './rule.js';

/**
 * What is said of a work beside other people's works. Its creator is told none of it; the rest are told no more of
 * another work than they may know, which is decided where these facts are gathered.
 */
export interface OtherWork {
  title: string;
  /** null: the reader's own unit, which need not be named. */
  unitName: string | null;
  /** Year of its call where that is not this one. */
  year: number | null;
  /** A film of an earlier year that was never in this system. */
  isOutside: boolean;
}

export interface SimilarFilm {
  likenessId: string;
  isIdentical: boolean;
  isMirrored: boolean;
  stretches: { fromMs: number; toMs: number; otherFromMs: number }[];
  /** Where the sound is the same. */
  sounds: { fromMs: number; toMs: number; otherFromMs: number }[];
  /** null: this reader may know no more than that it exists. */
  other: OtherWork | null;
}

export interface OtherSpelling extends SpellingPair {
  other: OtherWork | null;
}

type Frame = Pick<FilmRule, 'id' | 'part' | 'subject' | 'clause'>;

const LIKENESS: Frame = { id: 'O8', part: 'likeness', subject: '与其他作品的画面', clause: '附件1 三（一）' };
const SOUND: Frame = { id: 'O8', part: 'sound', subject: '与其他作品的声音', clause: '附件1 三（一）' };
const SPELLING: Frame = { id: 'O7', part: 'spelling', subject: '作者和单位的写法', clause: '附件1 三（一）' };
const REQUIRED = '不重复申报，不照搬他人作品';
const MOST_SHOWN = 5;

const say = (frame: Frame, judgement: Judgement): Finding => toFinding({ ...frame, judge: () => judgement }, judgement);
const lengthOf = (stretches: SimilarFilm['stretches']) => sayLength(stretches.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0));

/** `《草原的风》（包头市科技局，2024 年）`, `往年作品《…》（…）`, or no more than that there is one. */
export function nameOf(other: OtherWork | null): string {
  if (other === null) return '另一部已提交的作品';
  const about = [other.unitName, other.year === null ? null : `${other.year} 年`].filter((part) => part !== null);
  return `${other.isOutside ? '往年作品' : ''}《${other.title}》${about.length > 0 ? `（${about.join('，')}）` : ''}`;
}

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

/** O8 while a film waits to be compared: that nothing is said yet must not look like nothing found. */
export const notYetCompared = (): Finding => say(LIKENESS, { verdict: 'unchecked', isMoot: true, required: REQUIRED, advice: '还没有与其他作品比对完，检测后几分钟内会有结果，请稍后再看。' });

/** O8: films of other works with the same pictures. `failure`: why they could not be compared. */
export function likenessFinding(similar: readonly SimilarFilm[], failure: string | null): Finding {
  const alike = similar.filter((film) => film.isIdentical || film.stretches.length > 0);
  if (alike.length === 0) {
    if (failure !== null) return say(LIKENESS, { verdict: 'unchecked', required: REQUIRED, advice: `没能与其他作品比对：${failure}。请由审核人判断。` });
    return say(LIKENESS, { verdict: 'nothing', measured: '没有发现画面相似的作品', required: REQUIRED, advice: '没有发现，不能说明没有重复。' });
  }
  const shown = alike.slice(0, MOST_SHOWN);
  const evidence = shown.flatMap((film) => rangesOf(film, film.stretches, '相似'));
  return say(LIKENESS, { verdict: 'look', measured: shown.map(sayAlike).join('；'), required: REQUIRED, advice: adviceOn(shown), atMs: startsOf(evidence), evidence, comparisons: comparisonsOf(shown) });
}

/** O8: films that share no more than their sound. The same licensed music sounds the same: a hint, and worded as one. */
export function soundFinding(similar: readonly SimilarFilm[]): Finding | null {
  const shown = similar.filter((film) => !film.isIdentical && film.stretches.length === 0 && film.sounds.length > 0).slice(0, MOST_SHOWN);
  if (shown.length === 0) return null;
  const measured = shown.map((film) => `与${nameOf(film.other)}有 ${lengthOf(film.sounds)} 声音相同，可能用了同一段音乐`).join('；');
  const evidence = shown.flatMap((film) => rangesOf(film, film.sounds, '声音相同'));
  const advice = '画面没有发现相似。同一段授权音乐也会这样，不能据此认定重复。';
  return say(SOUND, { verdict: 'look', measured, required: REQUIRED, advice, atMs: startsOf(evidence), evidence, comparisons: comparisonsOf(shown) });
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

function sayAlike(film: SimilarFilm): string {
  if (film.isIdentical) return `与${nameOf(film.other)}是同一个影片文件（SHA-256 相同）`;
  return `与${nameOf(film.other)}有 ${lengthOf(film.stretches)} 画面相似${film.isMirrored ? '（左右翻转）' : ''}${film.sounds.length > 0 ? '，声音也相同' : ''}`;
}

function adviceOn(shown: readonly SimilarFilm[]): string {
  if (shown.some(({ other }) => other === null)) return '请看这些位置。是否重复由人判断；另一部作品由科技厅掌握，可请科技厅对照。';
  return '请对照两部作品的这些位置，是否重复由人判断。';
}

function rangesOf(film: SimilarFilm, stretches: SimilarFilm['stretches'], how: string): Evidence[] {
  return stretches.map(({ fromMs, toMs, otherFromMs }) => ({ kind: 'range', fromMs, toMs, note: film.other === null ? `与另一部作品${how}` : `${nameOf(film.other)} ${sayTimecode(otherFromMs)} 起` }));
}

const startsOf = (evidence: readonly Evidence[]) => evidence.flatMap((entry) => (entry.kind === 'range' ? [entry.fromMs] : []));
const comparisonsOf = (shown: readonly SimilarFilm[]): ComparisonRef[] => shown.flatMap(({ likenessId, other }) => (other === null ? [] : [{ likenessId, label: nameOf(other) }]));
