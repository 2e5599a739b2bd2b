import type { TextFrame } from '../facts.js';
import type { Evidence } from '../finding.js';
import { failedStage, type FilmRule } from '../rule.js';
import { matchTitle } from '../text/match-title.js';

/** The title in the opening beside the form's. Read by machine: it shows, and never blocks. */
export const v6: FilmRule = {
  id: 'V6',
  subject: '片头名称',
  clause: '附件1 一（三）3',
  judge(facts, { hints }, form) {
    const { text } = facts;
    if (text === undefined) return failedStage(facts, 'text');
    const title = form?.title.trim() ?? '';
    const read = text.opening.filter(({ lines }) => lines.length > 0);
    if (title === '') {
      return { verdict: 'look', measured: sayRead(read), required: '片头标注作品名称', advice: '填好作品名称后，会与片头读到的文字对照。', evidence: read.map(shown) };
    }
    const required = `片头标注《${title}》`;
    const match = matchTitle(text.opening, title);
    if (match?.similarity === 1) {
      return { verdict: 'pass', measured: `片头读到《${match.text}》`, required, atMs: [match.atMs], evidence: [{ kind: 'text', atMs: match.atMs, text: match.text, note: '与申报表一致' }] };
    }
    if (match && match.similarity >= hints.titleLikeness) {
      const percent = Math.floor(match.similarity * 100);
      return {
        verdict: 'look', measured: `片头读到《${match.text}》，${percent}% 相同`, required, atMs: [match.atMs],
        advice: '片头与申报表的名称不完全一样，请核对，改成一字不差；若只是机器认错了字，不用改。',
        evidence: [{ kind: 'text', atMs: match.atMs, text: match.text, note: `申报表：${title}` }],
      };
    }
    if (text.partlyRead?.includes('opening')) return { verdict: 'look', measured: sayRead(read), required, advice: '片头还没有按现在的作品名称读完：名称是检测之后改的。请点“重新检测”。', evidence: evidenceOf(read, text.opening) };
    return { verdict: 'look', measured: sayRead(read), required, advice: '片头没有找到作品名称，请核对片头与申报表；艺术字、竖排字机器可能认不出，由审核人看画面确认。', atMs: read.slice(0, 1).map(({ atMs }) => atMs), evidence: evidenceOf(read, text.opening) };
  },
};

const sayRead = (read: readonly TextFrame[]): string => (read[0] ? `片头读到“${read[0].lines.join(' ').slice(0, 40)}”` : '片头没有读到文字');

const shown = ({ atMs, lines }: TextFrame): Evidence => ({ kind: 'text', atMs, text: lines.join(' '), note: null });

function evidenceOf(read: readonly TextFrame[], all: readonly TextFrame[]): Evidence[] {
  if (read.length > 0) return read.map(shown);
  return [...all.slice(0, 3).map(({ atMs }): Evidence => ({ kind: 'frame', atMs, note: '没有读到文字' })), { kind: 'missing', note: '作品名称' }];
}
