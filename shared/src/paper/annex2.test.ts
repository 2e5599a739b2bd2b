import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import { openNow } from '../campaign/shift.js';
import type { Creator, QuotedMaterial, WorkForm } from '../forms/work-form.js';
import { readyForm } from '../testing/examples.js';
import { beijing } from '../time.js';
import { annex2 } from './annex2.js';
import type { Annex2Data, Annex2Work } from './annex2-data.js';
import { wordsOf, type Inline, type PaperLayout, type Row, type Table } from './layout.js';

const version = { number: 2, code: '7F3A 91C2', verifyAddress: 'https://kepu.example.cn/verify/8Kx2mPq7Zt4v' };
const printed = (change: Partial<WorkForm> = {}, work: Partial<Annex2Work> = {}): Annex2Work => ({ form: { ...readyForm(), ...change }, version, electronic: null, ...work });
const paper = (work: Annex2Work | null, data: Partial<Annex2Data> = {}) =>
  annex2({ config: preset2025, madeAt: beijing('2025-11-22', '14:41'), unitName: '兴安盟科技局', slotNumber: 3, work, ...data });
const blank = () => paper(null, { unitName: null, slotNumber: null });

const tables = (layout: PaperLayout) => layout.body.filter((block): block is Table => block.kind === 'table');
const rows = (layout: PaperLayout): Row[] => tables(layout).flatMap((table) => table.rows);
const wordsIn = (cell: Row['cells'][number] | undefined) => (cell ? wordsOf({ ...blank(), body: cell.paragraphs }) : []);

/** What stands right of a label. */
function filled(layout: PaperLayout, label: string): string[] {
  for (const { cells } of rows(layout)) {
    const at = cells.findIndex((cell) => wordsIn(cell)[0] === label);
    if (at !== -1) return wordsIn(cells[at + 1]);
  }
  throw new Error(`no row ${label}`);
}

const inlinesOf = (layout: PaperLayout): Inline[] => rows(layout).flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs.flatMap((one) => one.inlines)));
const creator = (name: string): Creator => ({ id: name, name, organisation: '某校', post: '教师' });
const material = (change: Partial<QuotedMaterial>): QuotedMaterial => ({ id: 'm', kindId: 'music', note: '', ranges: [], licenceWay: '', licenceTerritory: '', licenceTerm: '', proofIds: [], ...change });

describe('the blank form', () => {
  it('holds every label, hint and sentence of Annex 2, to the letter and in its order', () => {
    expect(wordsOf(blank()).filter((words) => words !== '')).toEqual([
      '附件2', '2025年全区科普微视频作品推荐表', '推荐单位：', '序号：',
      '名   称', '领   域', '播出时间',
      '主创人员或单位', '（注明学习、工作单位及职务/职称）',
      '播出平台及网址', '联系地址', '联系电话', '电子邮箱',
      '内容简介', '（300字以内）',
      '主要创新点', '（内容、构思、表达等）', '（100字以内）',
      '传播效果', '（点击量等）', '（100字以内）',
      '引用素材', '引用类型（文案、图片、动画、元素等）：，引用位置及时长：，许可使用授权方式、区域、期限（提供证明材料）：',
      '作者承诺及授权',
      '本人（本单位）郑重承诺：对所提交的微视频作品拥有自主知识产权，作品内容为本人（本单位）原创，不存在侵犯他人知识产权和其他合法权益。如作品内容侵犯第三方合法权益导致任何争议、索赔、诉讼等后果，将由本人（本单位）承担后果。严格遵守评审有关规定，不以“请托”、“打招呼”等形式干扰评审工作。',
      '本人（本单位）同意授权主办方和承办方拥有微视频作品的使用权及展播许可权，在公益性科普宣传和公益性科学教育中，对参加评选作品所涉文本、字体、图片、图形、音频和视频资料等内容进行展播、摘编、汇编和出版。',
      '姓名（签字）：', '单位（盖章）：', '2025年月日', '注：如该作品为单位组织创作，由所在单位盖章。',
      '部门/地方', '推荐意见', '经审查，作者作品内容无政治性及科学性错误，作者无违背科研诚信及科技伦理的行为。', '同意参加评选。',
      '单位（盖章）：', '2025年月日', '注：签字须手写',
    ]);
  });

  it('leaves a blank for the pen at each of the five places inside a sentence', () => {
    const blanks = inlinesOf(blank()).filter((inline) => typeof inline !== 'string' && 'fill' in inline && inline.fill === '' && inline.blankMm >= 30);
    expect(blanks).toHaveLength(5);
  });

  it('is no draft: neither a watermark nor a code', () => {
    expect(blank()).toMatchObject({ watermark: null, footer: { lines: [], qr: null } });
  });

  it('gives more room to write in than a filled one', () => {
    const heights = (layout: PaperLayout) => rows(layout).map((row) => row.minHeightMm);
    const [withPen, withWords] = [heights(blank()), heights(paper(printed()))];
    expect(withPen.every((height, index) => height >= (withWords[index] ?? Infinity))).toBe(true);
  });

  it('carries the year of another call', () => {
    const next = wordsOf(paper(null, { config: openNow(preset2025, beijing('2026-11-22')) }));
    expect(next).toContain('2026年全区科普微视频作品推荐表');
    expect(next).toContain('2026年月日');
  });
});

describe('the filled form', () => {
  it.each<[string, Partial<WorkForm>, string, string[]]>([
    ['puts the title', {}, '名   称', ['风从草原来——一度绿电的旅程']],
    ['puts one broadcast without a number', {}, '播出平台及网址', ['某视频平台　https://video.example.cn/1']],
    ['puts its day', {}, '播出时间', ['2024年8月16日']],
    ['puts the creators one a line, then the producing unit', {}, '主创人员或单位', ['张某某　兴安盟融媒体中心　编导', '李某某　内蒙古大学　副教授', '制作单位：兴安盟融媒体中心']],
    ['puts no producing unit where there is none', { creators: [creator('王㛃')], producingUnits: [] }, '主创人员或单位', ['王㛃　某校　教师']],
    ['keeps the hint above the summary', { summary: '第一段\r\n第二段' }, '内容简介', ['（300字以内）', '第一段', '第二段']],
    ['drops what paper cannot show', { address: '某街\t1\u200b号\ufeff' }, '联系地址', ['某街 1号']],
  ])('%s', (_name, change, label, words) => {
    expect(filled(paper(printed(change)), label)).toEqual(words);
  });

  it('numbers several broadcasts alike in both cells', () => {
    const [first] = readyForm().broadcasts;
    const broadcasts = [{ ...first!, platform: '甲' }, { ...first!, day: '2024-09-02', platform: '乙', url: '' }];
    const layout = paper(printed({ broadcasts }));
    expect(filled(layout, '播出时间')).toEqual(['1. 2024年8月16日', '2. 2024年9月2日']);
    expect(filled(layout, '播出平台及网址')).toEqual(['1. 甲　https://video.example.cn/1', '2. 乙']);
  });

  it('says a day that all broadcasts share once', () => {
    const [first] = readyForm().broadcasts;
    expect(filled(paper(printed({ broadcasts: [first!, { ...first!, platform: '乙' }] })), '播出时间')).toEqual(['2024年8月16日']);
  });

  it.each<[string, Partial<WorkForm>, string[]]>([
    ['one material in the notice\'s own sentence', {}, ['引用类型（文案、图片、动画、元素等）：公共视频素材（事件、报道等），新闻画面，引用位置及时长：0:42.0–0:50.0，共8秒，许可使用授权方式、区域、期限（提供证明材料）：授权使用、全国、长期（证明材料 1 份）']],
    ['无 for a work said to be all original', { materials: [], allOriginal: true }, ['引用类型（文案、图片、动画、元素等）：无，引用位置及时长：无，许可使用授权方式、区域、期限（提供证明材料）：无']],
    ['nothing while nobody has said so', { materials: [], allOriginal: false }, ['引用类型（文案、图片、动画、元素等）：，引用位置及时长：，许可使用授权方式、区域、期限（提供证明材料）：']],
    [
      'several numbered, what overlaps within one counted once',
      { materials: [material({ ranges: [{ fromMs: 0, toMs: 12_400 }, { fromMs: 10_000, toMs: 20_000 }], licenceWay: '购买' }), material({ kindId: 'text', note: '片头文案' })] },
      [
        '1. 引用类型（文案、图片、动画、元素等）：音乐，引用位置及时长：0:00.0–0:12.4、0:10.0–0:20.0，共20秒，许可使用授权方式、区域、期限（提供证明材料）：购买',
        '2. 引用类型（文案、图片、动画、元素等）：文案（含人工智能生成的文案），片头文案，引用位置及时长：，许可使用授权方式、区域、期限（提供证明材料）：',
      ],
    ],
  ])('puts %s', (_name, change, words) => {
    expect(filled(paper(printed(change)), '引用素材')).toEqual(words);
  });

  it.each<[string, string[], string]>([
    ['one author', ['王㛃'], '王㛃'],
    ['three authors', ['甲', '乙', '丙'], '甲、乙、丙'],
    ['twelve authors', [...'甲乙丙丁戊己庚辛壬癸子丑'], '甲、乙、丙等12人'],
  ])('names %s in the opinion', (_name, names, said) => {
    const [opinion] = filled(paper(printed({ title: '绿电', creators: names.map(creator) })), '部门/地方');
    expect(opinion).toBe(`经审查，作者${said}作品绿电内容无政治性及科学性错误，作者无违背科研诚信及科技伦理的行为。`);
  });

  it('puts unit and slot above the table, and leaves a slot that is not taken yet blank', () => {
    expect(wordsOf(paper(printed())).slice(2, 4)).toEqual(['推荐单位：兴安盟科技局', '序号：3']);
    expect(wordsOf(paper(printed(), { slotNumber: null }))).toContain('序号：');
  });

  it('ties every page to its version by code and address', () => {
    const { footer, watermark } = paper(printed());
    expect(footer).toMatchObject({ lines: ['第 2 版　版本码 7F3A 91C2', '扫右侧二维码，核对是否为最新版本'], pageLine: '第 {page} 页，共 {pages} 页', qr: `${version.verifyAddress}?p={page}-{pages}` });
    expect(watermark).toBeNull();
  });

  it('says of a draft that it is not submitted, and gives it no code', () => {
    const draft = paper(printed({}, { version: null }));
    expect(draft).toMatchObject({ watermark: '草稿，未提交', footer: { lines: ['草稿，未提交，不作报送用'], qr: null } });
  });

  const pictures = (layout: PaperLayout) => rows(layout).flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs.filter((one) => one.picture)));

  it('leaves the place of the signature blank for the pen', () => {
    expect(pictures(paper(printed()))).toEqual([]);
  });

  it('shows the drawn signature on the electronic copy, in the same words as the paper', () => {
    const copy = paper(printed({}, { electronic: { signature: 'data:image/png;base64,AA==' } }));
    expect(pictures(copy)).toMatchObject([{ inlines: ['姓名（签字）：'], picture: { image: 'data:image/png;base64,AA==' } }]);
    expect(wordsOf(copy)).toEqual(wordsOf(paper(printed())));
  });

  it.each([['with its signature', 'data:image/png;base64,AA=='], ['without one', null]])('says on every page of an electronic copy %s that it is not the paper to be handed in', (_name, signature) => {
    const { watermark, footer } = paper(printed({}, { electronic: { signature } }));
    expect([watermark, ...footer.lines]).toEqual(['电子版', '电子版，以手写签字、盖章的纸质件为准', '第 2 版　版本码 7F3A 91C2', '扫右侧二维码，核对是否为最新版本']);
    expect(footer.qr).toBe(`${version.verifyAddress}?p={page}-{pages}`);
  });

  it.each([['blank', blank()], ['filled', paper(printed())]])('covers the whole width in each row when %s', (_name, layout) => {
    for (const table of tables(layout)) {
      for (const { cells } of table.rows) expect(cells.reduce((sum, cell) => sum + cell.span, 0)).toBe(table.columnsMm.length);
      const { widthMm, leftMm, rightMm } = layout.page;
      expect(table.columnsMm.reduce((sum, mm) => sum + mm, 0)).toBe(widthMm - leftMm - rightMm);
    }
  });
});
