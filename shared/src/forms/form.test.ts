import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import { sentenceOf } from '../errors.js';
import { readyForm } from '../testing/examples.js';
import { canonical, receiptNumber, versionCode } from './canonical.js';
import { formReasons, reasonsBySection } from './check-form.js';
import { formChanges } from './diff.js';
import { emptyForm, FORM_FIELDS, SECTIONS, sectionOf, type WorkForm } from './work-form.js';

const around = { config: preset2025, durationMs: 252_000, listedAreas: [{ code: '152221', name: '科尔沁右翼前旗' }] };
const found = (form: WorkForm) => formReasons(form, around).map((reason) => `${reason.path}: ${sentenceOf(reason)}`);
const changed = (change: Partial<WorkForm>) => found({ ...readyForm(), ...change });

const broadcast = (change: object) => ({ broadcasts: [{ ...readyForm().broadcasts[0]!, ...change }] });
const material = (change: object) => ({ materials: [{ ...readyForm().materials[0]!, ...change }] });
const characters = (count: number) => '字'.repeat(count);

describe('the form says everything that is missing or wrong, at its field', () => {
  it('names what is missing as the form runs, entry after entry, whichever rule asks for it', () => {
    const [record] = readyForm().broadcasts;
    if (!record) throw new Error('the ready form has a broadcast record');
    const form = { ...readyForm(), title: '', reach: '', broadcasts: [{ ...record, proofIds: [] }, { ...record, day: '' }], materials: readyForm().materials.map((material) => ({ ...material, proofIds: [] })), commitmentAccepted: false };
    expect(formReasons(form, around).map(({ path }) => path)).toEqual(['title', 'broadcasts.0.proofIds', 'broadcasts.1.day', 'reach', 'materials.0.proofIds', 'commitmentAccepted']);
  });

  it('finds nothing in a complete form', () => expect(found(readyForm())).toEqual([]));

  it('names every part of an empty form', () => {
    const sections = reasonsBySection(formReasons(emptyForm(), around));
    expect([...sections.keys()].sort()).toEqual(['about', 'broadcasts', 'commitment', 'creators', 'materials', 'texts']);
  });

  it.each<[string, Partial<WorkForm>, string]>([
    ['F1 no title', { title: '  ' }, 'title: 缺作品名称'],
    ['F1 no recommending unit', { unitId: null }, 'unitId: 缺推荐单位'],
    ['F1 no creator', { creators: [] }, 'creators: 缺主创人员'],
    ['F1 a creator without a post', { creators: [{ id: 'c', name: '张', organisation: '某校', post: '' }] }, 'creators.0.post: 缺职务或职称'],
    ['F1 a contact number that is none', { phone: '12' }, 'phone: 联系电话格式不对'],
    ['F1 an e-mail that is none', { email: 'author' }, 'email: 电子邮箱格式不对'],
    ['P5 no mobile of the first author', { authorMobile: '0471-6328711' }, 'authorMobile: 第一作者手机号不对'],
    ['P5 a unit\'s work without the unit', { producingUnits: [] }, 'producingUnits: 缺制作单位'],
    ['F2 a summary of 301 characters', { summary: characters(301) }, 'summary: 内容简介多了 1 字，限 300 字'],
    ['F3 innovations of 104 characters', { innovations: characters(104) }, 'innovations: 主要创新点多了 4 字，限 100 字'],
    ['F4 reach of 101 characters', { reach: characters(101) }, 'reach: 传播效果多了 1 字，限 100 字'],
    ['F5 a commitment not accepted', { commitmentAccepted: false }, 'commitmentAccepted: 请阅读并同意作者承诺及授权'],
    ['O1 produced after the window', { producedDay: '2025-01-01' }, 'producedDay: 制作完成日期须在 2024-01-01 至 2024-12-31 之间'],
    ['O1 produced before the window', { producedDay: '2023-12-31' }, 'producedDay: 制作完成日期须在 2024-01-01 至 2024-12-31 之间'],
    ['O1 a day that does not exist', { producedDay: '2024-02-30' }, 'producedDay: 制作完成日期不是有效日期'],
    ['O2 never shown', { broadcasts: [] }, 'broadcasts: 缺播出记录'],
    ['O2 shown outside the window', broadcast({ day: '2025-01-01' }), 'broadcasts.0.day: 播出时间须在 2024-01-01 至 2024-12-31 之间'],
    ['O2 a platform of no category', broadcast({ categoryId: '' }), 'broadcasts.0.categoryId: 缺平台类别'],
    ['O2 an online platform without an address', broadcast({ url: '' }), 'broadcasts.0.url: 网络平台须填播出网址'],
    ['O2 no proof', broadcast({ proofIds: [] }), 'broadcasts.0.proofIds: 缺播放证明'],
    ['O3 an empty ledger not confirmed', { materials: [] }, 'allOriginal: 没有引用素材请确认“全片原创”'],
    ['O3 more than a tenth', material({ ranges: [{ fromMs: 0, toMs: 26_000 }] }), 'materials: 非原创部分占 10.3%，超出上限 10%；超出 0.8 秒，请删减或改短'],
    ['O4 no kind', material({ kindId: '' }), 'materials.0.kindId: 缺引用类型'],
    ['O4 no position', material({ ranges: [] }), 'materials.0.ranges: 缺引用位置和时长'],
    ['O4 a range that runs backwards', material({ ranges: [{ fromMs: 5_000, toMs: 4_000 }] }), 'materials.0.ranges.0: 引用的结束时间要晚于开始时间'],
    ['O4 a range beyond the film', material({ ranges: [{ fromMs: 250_000, toMs: 260_000 }] }), 'materials.0.ranges.0: 引用位置超出了影片长度（4分12秒）'],
    ['O4 no licence', material({ licenceWay: '' }), 'materials.0.licenceWay: 缺授权方式'],
    ['O4 no proof', material({ proofIds: [] }), 'materials.0.proofIds: 缺授权证明'],
    ['P3 a county that is not listed', { listedAreaCode: '150300' }, 'listedAreaCode: 所选旗县不在该推荐单位的革命老区、边远贫困地区名单里'],
  ])('%s', (_name, change, reason) => expect(changed(change)).toEqual([reason]));

  it.each<[string, Partial<WorkForm>]>([
    ['F2 a summary of 300 characters with line breaks', { summary: `${characters(150)}\r\n${characters(150)}  \n` }],
    ['O1 the first and the last day of the window', { producedDay: '2024-01-01', ...broadcast({ day: '2024-12-31' }) }],
    ['O2 a television station without an address', broadcast({ categoryId: 'tv', url: '' })],
    ['O3 exactly a tenth', material({ ranges: [{ fromMs: 0, toMs: 25_200 }] })],
    ['O3 a film confirmed to be all original', { materials: [], allOriginal: true }],
    ['O4 a text without a position', material({ kindId: 'text', ranges: [], proofIds: [] })],
    ['P3 a listed county', { listedAreaCode: '152221' }],
    ['a work of individuals without a unit', { madeByUnit: false, producingUnits: [] }],
  ])('allows %s', (_name, change) => expect(changed(change)).toEqual([]));

  it('asks for no more than another call asks', () => {
    const hubei = { ...preset2025, nonOriginalShare: null, broadcast: { ...preset2025.broadcast, required: false } };
    const form = { ...readyForm(), broadcasts: [], ...material({ ranges: [{ fromMs: 0, toMs: 200_000 }] }) };
    expect(formReasons(form, { ...around, config: hubei })).toEqual([]);
  });
});

describe('a rule of origin the call only warns about', () => {
  it.each<['O1' | 'O2' | 'O3' | 'O4', Partial<WorkForm>]>([
    ['O1', { producedDay: '2019-01-01' }],
    ['O2', { broadcasts: [] }],
    ['O3', material({ ranges: [{ fromMs: 0, toMs: 26_000 }] })],
    ['O4', material({ proofIds: [], licenceTerm: '' })],
  ])('%s keeps no form from being handed in', (rule, change) => {
    const form = { ...readyForm(), ...change };
    expect(formReasons(form, around)).not.toEqual([]);
    expect(formReasons(form, { ...around, config: { ...around.config, ruleModes: { [rule]: 'warn' } } })).toEqual([]);
  });
});

describe('sections', () => {
  it('hold every field exactly once', () => {
    expect(SECTIONS.flatMap((section) => section.fields).sort()).toEqual([...FORM_FIELDS].sort());
  });

  it.each([['materials.2.ranges.0', 'materials'], ['film', 'film'], ['signature', 'commitment'], ['creators.0.name', 'creators']])('%s lies in %s', (path, id) => expect(sectionOf(path).id).toBe(id));
});

describe('what is hashed and compared', () => {
  it('is the same for the same content in any order of keys and any line ending', () => {
    expect(canonical({ b: ' 甲\r\n乙 ', a: [{ d: 1, c: null }] })).toBe(canonical({ a: [{ c: null, d: 1 }], b: '甲\n乙' }));
    expect(canonical({ a: ['1', '2'] })).not.toBe(canonical({ a: ['2', '1'] }));
  });

  it('gives short codes for the eye', () => {
    expect(versionCode('7f3a91c2e40b')).toBe('7F3A 91C2');
    expect(receiptNumber('KP25', 'XA', 37)).toBe('KP25-XA-0037');
  });

  it('says what changed between two versions, in words', () => {
    const before = readyForm();
    const after = { ...readyForm(), reach: '截至2025年11月30日，播放12.4万次。', materials: [...before.materials, { ...before.materials[0]!, id: 'm2', kindId: 'music', note: '片头音乐' }] };
    expect(formChanges(before, after, preset2025, String)).toEqual([
      { path: 'reach', label: '传播效果', before: before.reach, after: after.reach },
      { path: 'materials.1', label: '引用素材第 2 条', before: '', after: '音乐，片头音乐，0:42.0–0:50.0，授权使用、全国、长期，证明 1 份' },
    ]);
    expect(formChanges(before, { ...before, broadcasts: [] }, preset2025, String)[0]?.label).toBe('播出记录（原第 1 条）');
    expect(formChanges(before, readyForm(), preset2025, String)).toEqual([]);
  });
});
