import { describe, expect, it } from 'vitest';
import { conditionsOf, readFilter, without, writeFilter } from './filter';

const unitName = (id: string | null) => (id === 'xa' ? '兴安盟科技局' : '？');
const address = 'status=submitted%2Creturned&unitId=xa&having=looking&rule=V5&search=%E9%A3%8E';

describe('a list’s address', () => {
  it('brings back exactly the filter it was made from', () => {
    expect(writeFilter(readFilter(new URLSearchParams(address))).toString()).toBe(address);
  });

  it('drops what it does not know instead of showing an empty list', () => {
    expect(writeFilter(readFilter(new URLSearchParams('status=gone&having=anything&rule=<b>&page=7'))).toString()).toBe('');
  });

  it('says its conditions in words', () => {
    expect(conditionsOf(readFilter(new URLSearchParams(address)), unitName).map(({ words }) => words)).toEqual([
      '状态：待推荐单位审核或已退回', '推荐单位：兴安盟科技局', '有提示', '规则 V5', '含“风”',
    ]);
  });

  it('loses one condition and keeps the others', () => {
    const left = without(readFilter(new URLSearchParams(address)), 'having');
    expect(conditionsOf(left, unitName).map(({ key }) => key)).toEqual(['status', 'unitId', 'rule', 'search']);
  });
});
