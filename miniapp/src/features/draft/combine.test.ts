import { describe, expect, it } from 'vitest';
import { combined } from './combine';
import { changed, moved, restored, without } from './list-edit';

describe('putting two versions together', () => {
  it('keeps every word of both texts', () => expect(combined('播放12.6万次。', '进校园9场。')).toBe('播放12.6万次。\n进校园9场。'));

  it('does not double a text the other already contains', () => expect(combined('甲乙丙', '乙')).toBe('甲乙丙'));

  it('keeps the entries of both lists, also two versions of one entry', () => {
    const mine = [{ id: 'a', name: '张' }, { id: 'b', name: '李' }];
    const theirs = [{ id: 'a', name: '张三' }, { id: 'c', name: '王' }];
    expect(combined(mine, theirs)).toEqual([{ id: 'a', name: '张' }, { id: 'a-2', name: '张三' }, { id: 'b', name: '李' }, { id: 'c', name: '王' }]);
  });
});

describe('lists on the form', () => {
  it('move one place and stay whole', () => expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']));
  it('give back what was removed, where it was', () => expect(restored(without(['a', 'b', 'c'], 1), 1, 'b')).toEqual(['a', 'b', 'c']));
  it('give it back at the end when the list has become shorter meanwhile', () => expect(restored(['a'], 3, 'd')).toEqual(['a', 'd']));
  it('change one entry only', () => expect(changed([{ n: 1 }, { n: 2 }], 1, { n: 5 })).toEqual([{ n: 1 }, { n: 5 }]));
});
