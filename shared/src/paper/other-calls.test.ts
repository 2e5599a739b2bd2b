import { describe, expect, it } from 'vitest';
import { configProblems } from '../campaign/check-config.js';
import type { CampaignConfig } from '../campaign/config.js';
import type { FormCell, FormDesign } from '../campaign/form-design.js';
import { preset2025 } from '../campaign/preset-2025.js';
import { completeConfig } from '../campaign/complete-config.js';
import { readyForm } from '../testing/examples.js';
import { beijing } from '../time.js';
import { annex2 } from './annex2.js';
import { wordsOf } from './layout.js';
import { letterPaper } from './unit-papers.js';

const label = (text: string): FormCell => ({ kind: 'label', span: 1, text, note: null });
const value = (field: Extract<FormCell, { kind: 'value' }>['field'], as: 'line' | 'essay' = 'line', hint: string | null = null): FormCell => ({ kind: 'value', span: 1, field, as, hint });
const row = (...cells: FormCell[]) => ({ filledMm: 12, blankMm: 20, grows: false, cells });

/** A call of another province: two columns, the author first, no slot number, no quoted materials, its own commitment. */
const guangdong: FormDesign = {
  head: [{ text: '申报单位：{unit}', widthMm: 150 }],
  columnsMm: [40, 118],
  rows: [
    row(label('作  者'), value('authors')),
    row(label('作品名称'), value('title')),
    row(label('作品介绍'), value('summary', 'essay', '（不超过{limit}字）')),
    row(label('承诺'), { kind: 'words', span: 1, lines: [{ kind: 'commitment' }, { kind: 'line', text: '作者签名：    {year}年  月  日', style: 'sign', leftMm: 20, beforeMm: 6, afterMm: 0, takesSignature: true }] }),
  ],
  notes: ['一式三份。'],
};

const call: CampaignConfig = {
  ...preset2025, year: 2022, bonus: null, form: guangdong, limits: { ...preset2025.limits, summary: 200 }, handOver: { ...preset2025.handOver, formCopies: 3 },
  organiser: { ...preset2025.organiser, name: '广东省科学技术厅', office: '引智与科普处' },
  wording: { ...preset2025.wording, annex: '附件1', title: '广东省科普微视频作品申报表', commitment: ['本人承诺作品为原创。'] },
};

const paper = (config: CampaignConfig) => annex2({ config, madeAt: beijing('2022-07-01'), unitName: '某市科技局', slotNumber: 1, work: { form: readyForm(), version: null, electronic: null } });

describe('the form of another call', () => {
  it('is printed from its configuration alone', () => {
    expect(configProblems(call)).toEqual([]);
    expect(wordsOf(paper(call))).toEqual([
      '附件1', '广东省科普微视频作品申报表', '申报单位：某市科技局', '作  者', '张某某、李某某', '作品名称', '风从草原来——一度绿电的旅程',
      '作品介绍', '（不超过200字）', readyForm().summary, '承诺', '本人承诺作品为原创。', '作者签名：2022年月日', '一式三份。',
    ]);
  });

  it('has its own letters too', () => {
    const letter = letterPaper({ config: { ...call, papers: { ...call.papers, letter: { ...call.papers.letter, title: '关于推荐作品的函', body: ['现推荐{works}，附表{copies}份。'] } } }, madeAt: 0, unitName: '某市科技局', handOver: null, works: [{ form: readyForm(), unitName: '', slotNumber: 1, durationMs: null, areaName: null, versionCode: '' }] });
    expect(wordsOf(letter)).toEqual(expect.arrayContaining(['关于推荐作品的函', '广东省科学技术厅引智与科普处：', '现推荐《风从草原来——一度绿电的旅程》，附表3份。']));
  });
});

describe('a design that cannot be printed is named', () => {
  const rows = preset2025.form.rows;
  it.each<[string, Partial<FormDesign>, string]>([
    ['columns wider than the page', { columnsMm: [60, 48, 24, 52] }, '推荐表各列宽度之和应为 158 毫米，现为 184 毫米。'],
    ['a row that does not fill its columns', { rows: [row(label('名称'))] }, '推荐表第 1 行的格子没有占满 4 列。'],
    ['no rows', { rows: [] }, '推荐表没有任何一行。'],
    ['a row of no height', { rows: [{ ...rows[0]!, filledMm: 0 }] }, '推荐表第 1 行的高度应在 0 到 240 毫米之间。'],
    ['a place nothing is filled into', { rows: [{ ...rows[11]!, cells: [label('意见'), { kind: 'words', span: 3, lines: [{ kind: 'line', text: '{seal}', style: 'sign', leftMm: 0, beforeMm: 0, afterMm: 0, takesSignature: false }] }] }] }, '“{seal}”不是可以填入的内容，可用：{year}{unit}{slot}。'],
  ])('%s', (_name, change, message) => {
    expect(configProblems({ ...preset2025, form: { ...preset2025.form, ...change } }).map((problem) => problem.message)).toContain(message);
  });

  it('a place unknown to the other papers too', () => {
    const papers = { ...preset2025.papers, parcel: { title: '{who}', lines: [] } };
    expect(configProblems({ ...preset2025, papers }).map(({ path }) => path)).toEqual(['papers.parcel.title']);
  });
});

it('a configuration stored before the form was data prints the form of then', () => {
  const stored = { ...preset2025, form: undefined, papers: undefined };
  expect(wordsOf(paper(completeConfig(stored)))).toEqual(wordsOf(paper(preset2025)));
});
