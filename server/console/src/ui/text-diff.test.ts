import { describe, expect, it } from 'vitest';
import { textDiff } from './text-diff';

const written = (before: string, after: string) =>
  textDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

describe('what became of a text', () => {
  it.each([
    ['a replaced number', '点击量约十万次', '点击量12.4 万次', '点击量[-约十-][+12.4 +]万次'],
    ['a number as a whole', '12月10日 24:00', '12月10日 18:00', '12月10日 [-24:00-][+18:00+]'],
    ['no digit of a number as kept', '100 兆', '90 兆', '[-100-][+90+] 兆'],
    ['an added sentence', '走进风机。', '走进风机。看它发电。', '走进风机。[+看它发电。+]'],
    ['a removed word', '一度绿电的漫长旅程', '一度绿电的旅程', '一度绿电的[-漫长-]旅程'],
    ['nothing before', '', '补充', '[+补充+]'],
    ['nothing after', '删去', '', '[-删去-]'],
    ['another text altogether as a whole', '风从草原来', '盐湖的颜色', '[-风从草原来-][+盐湖的颜色+]'],
    ['the same text', '不变', '不变', '不变'],
  ])('shows %s', (_name, before, after, expected) => expect(written(before, after)).toBe(expected));

  it('loses no character on either side, also in long texts', () => {
    const before = '影片跟着草原上的一阵风，走进风机叶片、齿轮箱和发电机。'.repeat(40);
    const after = `${before.slice(0, 300)}新的一句。${before.slice(420)}`;
    const side = (kind: 'removed' | 'added') => textDiff(before, after).filter((part) => part.kind === 'same' || part.kind === kind).map((part) => part.text).join('');
    expect(side('removed')).toBe(before);
    expect(side('added')).toBe(after);
  });
});
