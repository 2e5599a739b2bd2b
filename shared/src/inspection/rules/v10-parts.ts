import { failedStage, type FilmRule } from '../rule.js';
import { readCredits } from '../text/credits.js';
import { matchTitle } from '../text/match-title.js';

const REQUIRED = '片头＋正片＋片尾';

/** An opening shows the title, a closing shows credits: what V6 and V7 found says whether the film has both. */
export const v10: FilmRule = {
  id: 'V10',
  subject: '片头片尾',
  clause: '附件1 一（三）3',
  judge(facts, { hints }, form) {
    const { text } = facts;
    if (text === undefined) return failedStage(facts, 'text');
    if (!form || form.title.trim() === '') return { verdict: 'look', measured: '还没有作品名称可以对照', required: REQUIRED, advice: '填好作品名称和主创人员后，会与片头片尾读到的文字对照。' };
    const title = matchTitle(text.opening, form.title);
    const credit = readCredits(text.closing, form).find(({ atMs }) => atMs !== null);
    const hasOpening = title !== null && title.similarity >= hints.titleLikeness;
    const hasClosing = credit !== undefined;
    const atMs = [...(hasOpening ? [title.atMs] : []), ...(typeof credit?.atMs === 'number' ? [credit.atMs] : [])];
    if (hasOpening && hasClosing) return { verdict: 'pass', measured: '有片头，有片尾', required: REQUIRED, atMs };
    const missing = [...(hasOpening ? [] : ['片头']), ...(hasClosing ? [] : ['片尾'])];
    return {
      verdict: 'look', measured: `没有认出${missing.join('和')}`, required: REQUIRED, atMs,
      advice: `请核对影片有没有${missing.join('和')}：片头写作品名称，片尾写主创人员和单位。`,
      evidence: missing.map((note) => ({ kind: 'missing', note })),
    };
  },
};
