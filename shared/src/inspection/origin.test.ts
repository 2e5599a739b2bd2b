import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import type { QuotedMaterial, WorkForm } from '../forms/work-form.js';
import { readyFacts, readyForm, readySubmission } from '../testing/examples.js';
import { submissionReasons } from '../rules/submission.js';
import type { FilmFacts, MarkFacts } from './facts.js';
import { blockingRules, filmFindings } from './judge.js';

const judged = (rule: string, form: Partial<WorkForm>, facts: Partial<FilmFacts> = {}, config = preset2025) =>
  filmFindings({ ...readyFacts(), ...facts }, config, { ...readyForm(), ...form }).find((finding) => finding.rule === rule);
const [record, material] = [readyForm().broadcasts[0]!, readyForm().materials[0]!];
const quoted = (change: Partial<QuotedMaterial>): Partial<WorkForm> => ({ materials: [{ ...material, ...change }] });
const shown = (change: Partial<typeof record>): Partial<WorkForm> => ({ broadcasts: [{ ...record, ...change }] });

describe('Annex 1, 一（一）、一（四）2: origin beside the film', () => {
  it.each<[string, string, Partial<WorkForm>, string | undefined]>([
    ['O1', 'finished on the first day of the window', { producedDay: '2024-01-01' }, 'pass'],
    ['O1', 'finished a day after the window', { producedDay: '2025-01-01' }, 'fail'],
    ['O1', 'no day yet says nothing', { producedDay: '' }, undefined],
    ['O2', 'shown in time with proof', {}, 'pass'],
    ['O2', 'shown too late', shown({ day: '2025-01-02' }), 'fail'],
    ['O2', 'shown without proof', shown({ proofIds: [] }), 'fail'],
    ['O2', 'an online platform without its address', shown({ url: '' }), 'fail'],
    ['O2', 'a record still being written says nothing', shown({ platform: '' }), undefined],
    ['O2', 'no record yet says nothing', { broadcasts: [] }, undefined],
    ['O3', 'exactly a tenth', quoted({ ranges: [{ fromMs: 0, toMs: 25_200 }] }), 'pass'],
    ['O3', 'a second over a tenth', quoted({ ranges: [{ fromMs: 0, toMs: 26_200 }] }), 'fail'],
    ['O3', 'all original, as declared', { materials: [], allOriginal: true }, 'pass'],
    ['O3', 'an empty list that nobody has confirmed says nothing', { materials: [], allOriginal: false }, undefined],
    ['O4', 'each with licence and proof', {}, 'pass'],
    ['O4', 'without proof', quoted({ proofIds: [] }), 'fail'],
    ['O4', 'without a position', quoted({ ranges: [] }), 'fail'],
    ['O4', 'beyond the end of the film', quoted({ ranges: [{ fromMs: 250_000, toMs: 260_000 }] }), 'fail'],
    ['O4', 'all original, as declared', { materials: [], allOriginal: true }, 'notApplicable'],
  ])('%s %s', (rule, _name, form, verdict) => expect(judged(rule, form)?.verdict).toBe(verdict));

  it('says measured, required, and what to do', () => {
    expect(judged('O1', { producedDay: '2025-01-01' })).toMatchObject({ measured: '2025-01-01', required: '2024-01-01 至 2024-12-31', clause: '附件1 一（一）', advice: expect.stringContaining('核对') });
    expect(judged('O3', {})).toMatchObject({ measured: '申报 8秒，占 3.2%', required: '不超过时长的 10%', evidence: [{ kind: 'range', fromMs: 42_000, toMs: 50_000 }] });
    expect(judged('O4', quoted({ proofIds: [] }))?.advice).toBe('第 1 处：缺授权证明。请在“引用素材”里改正。');
  });

  it('measures the share against the film, and says so when the film could not be measured', () => {
    expect(judged('O3', quoted({ ranges: [{ fromMs: 0, toMs: 20_000 }] }), { durationMs: 130_000 })?.verdict).toBe('fail');
    expect(judged('O3', {}, { durationMs: null, toolFailures: [{ stage: 'container', reason: '检测超时' }] })?.verdict).toBe('unchecked');
  });

  it('refuses a form once: its own reasons block, the findings beside the film do not', () => {
    const form = { ...readyForm(), producedDay: '2025-01-01', materials: [{ ...material, proofIds: [] }] };
    const findings = filmFindings(readyFacts(), preset2025, form);
    expect(findings.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule)).toEqual(['O1', 'O4']);
    expect(blockingRules(findings, preset2025)).toEqual([]);
    const ready = readySubmission();
    expect(submissionReasons({ ...ready, form, film: { ...ready.film, findings } }).map(({ code }) => code)).toEqual(['OUTSIDE_WINDOW', 'NO_LICENCE_PROOF']);
  });
});

describe('O6: marks of generated material against what is declared', () => {
  const none: MarkFacts = { aigc: [], hasC2pa: false };
  const aigc: MarkFacts = { ...none, aigc: [{ where: '元数据 AIGC', text: '{"Label":"1"}' }] };
  const generated = quoted({ kindId: 'ai' });
  const told = (marks: MarkFacts | undefined, form: Partial<WorkForm> = {}) => judged('O6', form, { marks });

  it.each<[string, MarkFacts, Partial<WorkForm>, string, string]>([
    ['a mark nobody declared', aigc, {}, 'look', '文件里有 AIGC 标识；没有申报'],
    ['a mark that is declared', aigc, generated, 'look', '文件里有 AIGC 标识；申报 1 处：0:42–0:50'],
    ['a text written by a machine explains no mark in the file', aigc, quoted({ kindId: 'text' }), 'look', '文件里有 AIGC 标识；没有申报'],
    ['a C2PA manifest', { ...none, hasC2pa: true }, {}, 'look', '文件里有 C2PA 来源凭证；没有申报'],
    ['nothing found is not a pass', none, {}, 'nothing', '文件里没有发现标识'],
    ['nothing found, but declared', none, generated, 'nothing', '文件里没有发现标识；申报 1 处：0:42–0:50'],
  ])('%s', (_name, marks, form, verdict, measured) => expect(told(marks, form)).toMatchObject({ verdict, measured }));

  it('tells a provenance manifest alone from a mark of generation: a camera writes one too', () => {
    expect([told({ ...none, hasC2pa: true })?.advice, told(aigc)?.advice]).toEqual([expect.stringContaining('也可能只是相机'), expect.not.stringContaining('相机')]);
  });

  it('shows the text as it stands in the file, and where', () => {
    expect(told(aigc)?.evidence).toEqual([{ kind: 'text', atMs: 0, text: '{"Label":"1"}', note: '元数据 AIGC' }]);
  });

  it('never blocks, and blames nobody for a file that was not looked into', () => {
    expect(blockingRules([told(aigc)!], preset2025)).toEqual([]);
    expect(told(undefined)).toBeUndefined();
    expect(judged('O6', {}, { toolFailures: [{ stage: 'marks', reason: '检测超时' }] })?.verdict).toBe('unchecked');
  });
});
