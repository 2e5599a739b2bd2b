import type { WorkForm } from '../../forms/work-form.js';
import type { TextFacts } from '../facts.js';
import type { Evidence } from '../finding.js';
import { failedStage, type FilmRule, type Judgement } from '../rule.js';
import { areComplete, CREDIT_NAMES, readCredits, type Credit } from '../text/credits.js';

const REQUIRED = '片尾标注主创人员、制作单位、版权单位、录制时间';

/** The four credits of the closing, each found or not, with the picture it stands on. */
export const v7: FilmRule = {
  id: 'V7',
  subject: '片尾信息',
  clause: '附件1 一（三）3',
  judge(facts, _config, form) {
    const { text } = facts;
    if (text === undefined) return failedStage(facts, 'text');
    if (form === null) return { verdict: 'look', measured: sayRead(text), required: REQUIRED, evidence: readEvidence(text) };
    if (!namesAnybody(form)) return { verdict: 'look', measured: sayRead(text), required: REQUIRED, advice: '填好主创人员和制作单位后，会与片尾读到的文字对照。', evidence: readEvidence(text) };
    const credits = readCredits(text.closing, form);
    const found = credits.filter(({ atMs }) => atMs !== null);
    const measured = found.length === 0 ? sayRead(text) : `找到 ${found.length} 项：${found.map(({ id }) => CREDIT_NAMES[id]).join('、')}`;
    const shown = { measured, required: REQUIRED, atMs: [...new Set(found.flatMap(({ atMs }) => (atMs === null ? [] : [atMs])))], evidence: credits.flatMap(evidenceOf) };
    return areComplete(credits) ? { verdict: 'pass', ...shown } : lookAt(credits, shown, text);
  },
};

function lookAt(credits: readonly Credit[], shown: Omit<Judgement, 'verdict'>, text: TextFacts): Judgement {
  const absent = credits.filter(({ atMs }) => atMs === null).map(({ id }) => CREDIT_NAMES[id]);
  const unread = credits.filter(({ atMs }) => atMs !== null).flatMap(({ missing }) => missing);
  const said = [...(absent.length > 0 ? [`片尾没有找到${absent.join('、')}`] : []), ...(unread.length > 0 ? [`没有找到申报表上的${unread.join('、')}`] : [])].join('；');
  const evidence = absent.length === credits.length ? [...(shown.evidence ?? []), ...readEvidence(text)] : shown.evidence;
  return { ...shown, verdict: 'look', evidence, advice: `${said}。${text.partlyRead?.includes('closing') ? '名单是检测之后改的，片尾还没有按它读完，请点“重新检测”。' : '请核对片尾，缺了就补上；机器可能认错字，由审核人看画面确认。'}` };
}

function evidenceOf({ id, atMs, text, missing }: Credit): Evidence[] {
  const name = CREDIT_NAMES[id];
  if (atMs === null) return [{ kind: 'missing', note: name }];
  return [{ kind: 'text', atMs, text, note: name }, ...missing.map((who): Evidence => ({ kind: 'missing', note: `${name}：${who}` }))];
}

const namesAnybody = ({ creators, producingUnits }: WorkForm): boolean => [...creators, ...producingUnits].some(({ name }) => name.trim() !== '');

function sayRead({ closing }: TextFacts): string {
  const read = closing.find(({ lines }) => lines.length > 0);
  return read ? `片尾读到“${read.lines.join(' ').slice(0, 40)}”` : '片尾没有读到文字';
}

function readEvidence({ closing }: TextFacts): Evidence[] {
  const read = closing.filter(({ lines }) => lines.length > 0);
  if (read.length === 0) return closing.slice(-2).map(({ atMs }) => ({ kind: 'frame', atMs, note: '没有读到文字' }));
  return read.map(({ atMs, lines }) => ({ kind: 'text', atMs, text: lines.join(' '), note: null }));
}
