import type { TextFacts } from '../facts.js';
import type { Evidence } from '../finding.js';
import { failedStage, type FilmRule } from '../rule.js';

const REQUIRED = '简体中文画面和字幕';
const HARDLY_ANY = 0.2;
/** A logo or a place name stays; subtitles change. */
const DISTINCT = 3;
/** Machines take a few simplified characters for traditional ones, and old signs may be in the picture. */
const TRADITIONAL = { share: 0.01, distinct: 4 };
/** Bands shown side by side, and places without subtitles that are marked on the film. */
const STRIP = 12;
const MARKED = 8;

/** Subtitles over the body, and whether what is written is simplified Chinese. Samples: it shows, and never blocks. */
export const v8: FilmRule = {
  id: 'V8',
  subject: '字幕',
  clause: '附件1 一（三）4',
  judge(facts, { hints }) {
    const { text } = facts;
    if (text === undefined) return failedStage(facts, 'text');
    if (text.body.length === 0) return { verdict: 'unchecked', required: REQUIRED, advice: '没有取到正片的画面，请点“重新检测”；若仍不行，由审核人查看。' };
    const { share, isChanging } = coverage(text);
    const traditional = traditionalIn(text);
    const sampled = `抽查 ${text.body.length} 处，${Math.round(share * 100)}% 有字幕`;
    const measured = traditional.characters.length > 0 ? `${sampled}；疑似繁体字 ${traditional.characters.slice(0, 8).join('')}` : sampled;
    const shown = { measured, required: REQUIRED, evidence: [...traditionalEvidence(text), ...strip(text)] };
    if (traditional.isMuch) return { ...shown, verdict: 'look', advice: '画面上有不少繁体字，请核对，字幕改成简体中文。', atMs: traditional.atMs };
    if (share >= hints.subtitleShare && isChanging) return { ...shown, verdict: 'pass' };
    const bare = text.body.filter(({ lines }) => lines.length === 0).map(({ atMs }) => atMs);
    const said = share < HARDLY_ANY || !isChanging ? '几乎没有找到字幕' : '不少地方没有找到字幕';
    return { ...shown, verdict: 'look', advice: `${said}，请核对，没有就补上简体中文字幕；字幕太小或背景太花机器可能认不出，由审核人看画面确认。`, atMs: bare.slice(0, MARKED) };
  },
};

function coverage({ body }: TextFacts): { share: number; isChanging: boolean } {
  const captioned = body.filter(({ lines }) => lines.length > 0);
  const distinct = new Set(captioned.map(({ lines }) => lines.join('')));
  return { share: captioned.length / body.length, isChanging: distinct.size >= Math.min(DISTINCT, captioned.length) && captioned.length > 0 };
}

function traditionalIn({ opening, closing, body, traditional = [] }: TextFacts): { characters: string[]; atMs: number[]; isMuch: boolean } {
  const found = traditional.flatMap(({ characters }) => characters);
  const read = [...opening, ...closing, ...body].flatMap(({ lines }) => lines).join('').match(/\p{Script=Han}/gu)?.length ?? 0;
  const distinct = [...new Set(found)];
  return { characters: distinct, atMs: traditional.map(({ atMs }) => atMs), isMuch: distinct.length >= TRADITIONAL.distinct && found.length >= read * TRADITIONAL.share };
}

const traditionalEvidence = ({ traditional = [] }: TextFacts): Evidence[] => traditional.map(({ atMs, text, characters }) => ({ kind: 'text', atMs, text, note: `疑似繁体字：${characters.join('')}` }));

/** Samples spread over the body, with and without subtitles. */
function strip({ body }: TextFacts): Evidence[] {
  const every = Math.max(1, Math.ceil(body.length / STRIP));
  const samples = body.filter((_, i) => i % every === 0);
  return samples.map(({ atMs, lines }) => ({ kind: 'subtitle', atMs, text: lines.length > 0 ? lines.join(' ') : null }));
}
