import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import type { WorkForm } from '../forms/work-form.js';
import type { RuleId } from '../rules/rule-ids.js';
import { readyFacts, readyForm } from '../testing/examples.js';
import type { TextFacts, TextFrame } from './facts.js';
import { blockingRules, filmFindings } from './judge.js';

const frame = (atMs: number, ...lines: string[]): TextFrame => ({ atMs, lines });
const SUBTITLES = ['草原上的风，一年吹三千个小时。', '叶片转一圈，大约要五秒钟。', '齿轮箱让发电机转得更快。', '一度电就这样出发了。'];
const CREDITS = ['主创人员：张某某 李某某', '制作单位：兴安盟融媒体中心', '版权单位：兴安盟融媒体中心', '录制时间：2024年8月'];
const body = (...lines: string[]) => lines.map((line, i) => (line === '' ? frame(20_000 + i * 5_000) : frame(20_000 + i * 5_000, line)));

/** What is read on a film that keeps every rule. */
const read: TextFacts = {
  opening: [frame(0), frame(2_000, '风从草原来', '一度绿电的旅程')],
  closing: [frame(250_000, ...CREDITS)],
  body: body(...SUBTITLES, ...SUBTITLES, '', ''),
  traditional: [],
  quoted: [{ materialId: 'm1', frames: [frame(43_000, '资料：某电视台')] }],
};

function finding(rule: RuleId, change: Partial<TextFacts> = {}, form: WorkForm | null = readyForm()) {
  const found = filmFindings({ ...readyFacts(), text: { ...read, ...change } }, preset2025, form).find((entry) => entry.rule === rule);
  if (!found) throw new Error(`no finding of ${rule}`);
  return found;
}
const said = (rule: RuleId, change: Partial<TextFacts> = {}, form: WorkForm | null = readyForm()) => {
  const { verdict, measured } = finding(rule, change, form);
  return `${verdict}: ${measured ?? ''}`;
};
const opening = (...lines: string[]): Partial<TextFacts> => ({ opening: [frame(2_000, ...lines)] });
const closing = (...lines: string[]): Partial<TextFacts> => ({ closing: [frame(250_000, ...lines)] });
const titled = (title: string): WorkForm => ({ ...readyForm(), title });

describe('V6 the title in the opening against the form\'s', () => {
  it.each<[string, Partial<TextFacts>, WorkForm | null, string]>([
    ['V6 the same, broken over two lines', {}, readyForm(), 'pass: 片头读到《风从草原来 一度绿电的旅程》'],
    ['V6 with marks around it', opening('《风从草原来》'), titled('风从草原来'), 'pass: 片头读到《《风从草原来》》'],
    ['V6 beside a unit\'s name', opening('某某中心出品 风从草原来'), titled('风从草原来'), 'pass: 片头读到《风从草原来》'],
    ['V6 one character differs', opening('风从草原去'), titled('风从草原来'), 'look: 片头读到《风从草原去》，80% 相同'],
    ['V6 longer than the form\'s', opening('风从草原来了'), titled('风从草原来'), 'look: 片头读到《风从草原来了》，83% 相同'],
    ['V6 another title', opening('沙漠里的水'), titled('风从草原来'), 'look: 片头读到“沙漠里的水”'],
    ['V6 no text at all', { opening: [frame(0), frame(2_000)] }, titled('风从草原来'), 'look: 片头没有读到文字'],
    ['V6 nothing to compare with', {}, null, 'look: 片头读到“风从草原来 一度绿电的旅程”'],
  ])('%s', (_name, change, form, expected) => expect(said('V6', change, form)).toBe(expected));

  it('shows what was read beside what the form says', () => {
    expect(finding('V6', opening('风从草原去'), titled('风从草原来')).evidence).toEqual([{ kind: 'text', atMs: 2_000, text: '风从草原去', note: '申报表：风从草原来' }]);
    expect(finding('V6', { opening: [frame(0)] }).evidence).toEqual([{ kind: 'frame', atMs: 0, note: '没有读到文字' }, { kind: 'missing', note: '作品名称' }]);
  });
});

describe('V7 the four credits of the closing', () => {
  it('V7 all four, whether on one picture or on several', () => {
    expect(said('V7')).toBe('pass: 找到 4 项：主创人员、制作单位、版权单位、录制时间');
    expect(finding('V7', { closing: CREDITS.map((line, i) => frame(240_000 + i * 2_000, line)) })).toMatchObject({ verdict: 'pass', atMs: [240_000, 242_000, 244_000, 246_000] });
  });

  it.each<[string, number, string]>([
    ['V7 no creators', 0, '主创人员'], ['V7 no producing unit', 1, '制作单位'], ['V7 no copyright holder', 2, '版权单位'], ['V7 no recording date', 3, '录制时间'],
  ])('%s', (_name, index, missing) => {
    const { verdict, evidence, advice } = finding('V7', closing(...CREDITS.filter((_, i) => i !== index)));
    expect([verdict, evidence.filter(({ kind }) => kind === 'missing')]).toEqual(['look', [{ kind: 'missing', note: missing }]]);
    expect(advice).toContain(`没有找到${missing}`);
  });

  it.each<[string, string[], string]>([
    ['V7 no credits', ['谢谢观看'], 'look: 片尾读到“谢谢观看”'],
    ['V7 nothing to read', [], 'look: 片尾没有读到文字'],
    ['V7 a copyright notice is not a date', [...CREDITS.slice(0, 2), '© 2024 兴安盟融媒体中心 版权所有'], 'look: 找到 3 项：主创人员、制作单位、版权单位'],
    ['V7 a notice of rights that names nobody', [...CREDITS.slice(0, 2), '版权所有 翻版必究', CREDITS[3]!], 'look: 找到 3 项：主创人员、制作单位、录制时间'],
    ['V7 a year alone is no date', [...CREDITS.slice(0, 3), '2024年'], 'look: 找到 3 项：主创人员、制作单位、版权单位'],
    ['V7 another unit than the form\'s', [CREDITS[0]!, '制作单位：通辽市科技馆', '版权单位：通辽市科技馆', CREDITS[3]!], 'look: 找到 4 项：主创人员、制作单位、版权单位、录制时间'],
    ['V7 a date on a line of its own', [...CREDITS.slice(0, 3), '2024.8'], 'pass: 找到 4 项：主创人员、制作单位、版权单位、录制时间'],
  ])('%s', (_name, lines, expected) => expect(said('V7', closing(...lines))).toBe(expected));

  it.each<[RuleId, string]>([['V7', '填好主创人员和制作单位后'], ['V10', '填好']])('%s blames nobody while the form is empty, and says what was read', (rule, words) => {
    const empty: WorkForm = { ...readyForm(), title: '', creators: [], producingUnits: [] };
    const { verdict, advice } = finding(rule, {}, empty);
    expect([verdict, advice]).toEqual(['look', expect.stringContaining(words)]);
    expect(said('V7', {}, empty)).toContain('片尾读到“主创人员');
  });

  it.each<[RuleId, 'opening' | 'closing', WorkForm]>([
    ['V6', 'opening', titled('沙漠里的一滴水')], ['V7', 'closing', { ...readyForm(), creators: [{ ...readyForm().creators[0]!, name: '乌兰' }] }],
  ])('%s asks for another reading where the form was changed after reading had stopped early', (rule, part, form) => {
    expect(finding(rule, { partlyRead: [part] }, form)).toMatchObject({ verdict: 'look', advice: expect.stringContaining('重新检测') as string });
    expect(finding(rule, {}, form).advice).not.toContain('重新检测');
    expect(finding(rule, { partlyRead: [part] }).verdict).toBe('pass');
  });

  it('V7 names the creator of the form who is not there', () => {
    expect(finding('V7', closing('主创人员：张某某', ...CREDITS.slice(1)))).toMatchObject({ verdict: 'look', evidence: expect.arrayContaining([{ kind: 'missing', note: '主创人员：李某某' }]) as unknown });
  });
});

describe('V8 subtitles in simplified Chinese', () => {
  const traditional = (...characters: string[]) => [{ atMs: 20_000, text: '發電機轉得更快', characters }];
  it.each<[string, Partial<TextFacts>, string]>([
    ['V8 subtitles nearly throughout', {}, 'pass: 抽查 10 处，80% 有字幕'],
    ['V8 no subtitles', { body: body('', '', '', '', '') }, 'look: 抽查 5 处，0% 有字幕'],
    ['V8 subtitles on two of five', { body: body('', '', '', ...SUBTITLES.slice(0, 2)) }, 'look: 抽查 5 处，40% 有字幕'],
    ['V8 a caption that stays is no subtitle', { body: body(...Array.from({ length: 8 }, () => '兴安盟融媒体中心')) }, 'look: 抽查 8 处，100% 有字幕'],
    ['V8 traditional characters', { traditional: traditional('發', '電', '機', '轉') }, 'look: 抽查 10 处，80% 有字幕；疑似繁体字 發電機轉'],
    ['V8 a single one may be misread, and is shown', { traditional: traditional('發') }, 'pass: 抽查 10 处，80% 有字幕；疑似繁体字 發'],
    ['V8 no pictures of the body', { body: [] }, 'unchecked: '],
  ])('%s', (_name, change, expected) => expect(said('V8', change)).toBe(expected));

  it('shows a strip of samples, and where traditional characters stand', () => {
    const { evidence } = finding('V8', { traditional: traditional('發') });
    expect(evidence[0]).toEqual({ kind: 'text', atMs: 20_000, text: '發電機轉得更快', note: '疑似繁体字：發' });
    expect(evidence.slice(1).map((entry) => ('atMs' in entry ? entry.atMs : null))).toEqual([20_000, 25_000, 30_000, 35_000, 40_000, 45_000, 50_000, 55_000, 60_000, 65_000]);
  });
});

describe('V10 opening, body, closing', () => {
  it.each<[string, Partial<TextFacts>, string]>([
    ['V10 both are there', {}, 'pass: 有片头，有片尾'],
    ['V10 no opening', opening('沙漠里的水'), 'look: 没有认出片头'],
    ['V10 no closing', closing('谢谢观看'), 'look: 没有认出片尾'],
    ['V10 neither', { opening: [], closing: [] }, 'look: 没有认出片头和片尾'],
  ])('%s', (_name, change, expected) => expect(said('V10', change)).toBe(expected));
});

describe('O5 public footage is captioned', () => {
  const quoted = (...frames: TextFrame[]): Partial<TextFacts> => ({ quoted: [{ materialId: 'm1', frames }] });
  it.each<[string, Partial<TextFacts>, Partial<WorkForm>, string]>([
    ['O5 captioned where it stands', {}, {}, 'pass: 1 处中 1 处读到“资料”'],
    ['O5 no caption', quoted(frame(43_000, '叶片转一圈'), frame(46_000)), {}, 'look: 1 处中 0 处读到“资料”'],
    ['O5 declared after the film was read', { quoted: [] }, {}, 'unchecked: 1 处中 0 处读到“资料”'],
    ['O5 moved since', quoted(frame(90_000, '资料')), {}, 'unchecked: 1 处中 0 处读到“资料”'],
    ['O5 none declared', {}, { materials: [] }, 'notApplicable: '],
  ])('%s', (_name, change, form, expected) => expect(said('O5', change, { ...readyForm(), ...form })).toBe(expected));

  it('O5 one place of two without a caption is pointed at, the other is shown', () => {
    const [material] = readyForm().materials;
    const form = { ...readyForm(), materials: [{ ...material!, ranges: [{ fromMs: 42_000, toMs: 50_000 }, { fromMs: 90_000, toMs: 95_000 }] }] };
    const found = finding('O5', quoted(frame(43_000, '资料：某电视台'), frame(92_000, '叶片转一圈')), form);
    expect(found).toMatchObject({ verdict: 'look', measured: '2 处中 1 处读到“资料”', atMs: [90_000] });
    expect(found.advice).toContain('1:30 起没有找到“资料”');
  });
});

describe('what is read by machine', () => {
  it('never blocks, whatever it says', () => {
    const nothing: TextFacts = { opening: [frame(0)], closing: [frame(250_000)], body: body('', ''), traditional: [], quoted: [{ materialId: 'm1', frames: [frame(43_000)] }] };
    const findings = filmFindings({ ...readyFacts(), text: nothing }, preset2025, readyForm());
    expect(blockingRules(findings, preset2025)).toEqual([]);
    expect(findings.filter(({ rule }) => ['V6', 'V7', 'V8', 'V10', 'O5'].includes(rule)).map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual(['V6 look', 'V7 look', 'V8 look', 'V10 look', 'O5 look']);
  });

  it('is unchecked where the recogniser could not run, with the reason', () => {
    const findings = filmFindings({ ...readyFacts(), toolFailures: [{ stage: 'text', reason: '文字识别程序不能用' }] }, preset2025, readyForm());
    const text = findings.filter(({ rule }) => ['V6', 'V7', 'V8', 'V10', 'O5'].includes(rule));
    expect(text.map(({ verdict }) => verdict)).toEqual(Array(5).fill('unchecked'));
    expect(text[0]?.advice).toContain('文字识别程序不能用');
  });
});
