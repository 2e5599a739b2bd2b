import { describe, expect, it } from 'vitest';
import { spellingFinding } from '../inspection/other-works.js';
import { readyForm } from '../testing/examples.js';
import { areUnitsAlike, spellingPairs } from './spelling.js';

describe('O7: one unit, one author, in two spellings', () => {
  it.each([
    ['marks and full width', '兴安盟、融媒体中心（A）', '兴安盟融媒体中心(Ａ)', true],
    ['the legal form', '内蒙古蓝天文化传媒有限公司', '内蒙古蓝天文化传媒', true],
    ['another legal form', '内蒙古蓝天文化传媒有限责任公司', '内蒙古蓝天文化传媒有限公司', true],
    ['the region in full', '内蒙古自治区科学技术馆', '内蒙古科学技术馆', true],
    ['one character too many', '兴安盟融媒体中心', '兴安盟融媒体中中心', true],
    ['the same word for word', '兴安盟融媒体中心', '兴安盟融媒体中心', true],
    ['not two schools by number', '呼和浩特市第一中学', '呼和浩特市第一二中学', false],
    ['not two districts', '东胜区融媒体中心', '东河区融媒体中心', false],
    ['not two short names', '科技馆', '科技馆馆', false],
    ['not nothing', '', '', false],
  ])('%s', (_name, one, other, alike) => expect(areUnitsAlike(one, other)).toBe(alike));

  const person = (name: string, organisation: string) => ({ creators: [{ id: 'c', name, organisation, post: '' }], producingUnits: [] });
  it.each([
    ['one name, the organisation in two spellings', person('张三', '蓝天传媒有限公司'), person('张三', '蓝天传媒'), 1],
    ['a character of the given name', person('王小明', '内蒙古大学'), person('王晓明', '内蒙古大学'), 1],
    ['not another surname', person('王小明', '内蒙古大学'), person('汪小明', '内蒙古大学'), 0],
    ['not a namesake elsewhere', person('张三', '内蒙古大学'), person('张三', '兴安盟融媒体中心'), 0],
    ['not the same spelling: that is decided without a hint', person('张三', '内蒙古大学'), person('张三', '内蒙古大学'), 0],
    ['not two short names', person('张三', '内蒙古大学'), person('张四', '内蒙古大学'), 0],
  ])('%s', (_name, one, other, count) => expect(spellingPairs(one, other)).toHaveLength(count));

  it('is told by both spellings, or by one’s own alone', () => {
    const pairs = spellingPairs(readyForm(), { ...readyForm(), producingUnits: [{ id: 'x', name: '兴安盟 融媒体中心', creditCode: '' }] });
    const told = (other: { title: string; unitName: string | null } | null) => spellingFinding(pairs.map((pair) => ({ ...pair, other: other && { ...other, year: null, isOutside: false } })));
    expect(told({ title: '风', unitName: '某盟科技局' })).toMatchObject({ check: 'O7.spelling', verdict: 'look', measured: '制作单位“兴安盟融媒体中心”与《风》（某盟科技局）的“兴安盟 融媒体中心”写法相近' });
    expect(told(null)?.measured).toBe('制作单位“兴安盟融媒体中心”与另一部已提交的作品写法相近');
    expect(spellingFinding([])).toBeNull();
  });
});
