import { describe, expect, it } from 'vitest';
import { actorWords } from './audit-words';

describe('the log in words', () => {
  it.each([
    ['a recommender in the name of the unit', { actorName: '刘某某', role: 'recommender', unitName: '兴安盟科技局' }, '刘某某（兴安盟科技局）'],
    ['a creator by their role, also where a unit is concerned', { actorName: '张某某', role: 'creator', unitName: '兴安盟科技局' }, '张某某（作者）'],
    ['staff by their role', { actorName: '张某某', role: 'staff', unitName: '兴安盟科技局' }, '张某某（科技厅工作人员）'],
    ['the machine by itself', { actorName: '系统', role: 'system', unitName: null }, '系统'],
  ])('names %s', (_name, entry, words) => expect(actorWords(entry)).toBe(words));
});
