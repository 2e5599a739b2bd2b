import { describe, expect, it } from 'vitest';
import { beyondDue, missingOf, receivedOf, surplusOf } from './receipts.js';

describe('what arrived, beside what is due', () => {
  it('counts an entry that was taken back as nothing', () => {
    expect(receivedOf([{ kind: 'paper', count: 2 }, { kind: 'disc', count: 1 }, { kind: 'paper', count: -2 }])).toEqual({ paper: 0, disc: 1 });
  });
  it('says what is missing and what is too much, each kind on its own', () => {
    expect(missingOf({ paper: 4, disc: 1 }, { paper: 1, disc: 3 })).toEqual(['纸质推荐表 3 份']);
    expect(surplusOf({ paper: 4, disc: 1 }, { paper: 1, disc: 3 })).toEqual(['光盘 2 张']);
    expect([missingOf({ paper: 1, disc: 1 }, { paper: 1, disc: 1 }), surplusOf({ paper: 1, disc: 1 }, { paper: 1, disc: 1 })]).toEqual([[], []]);
  });
  it.each([
    ['the last one that is due', 2, 1, 1, 0],
    ['one more than due', 2, 2, 1, 1],
    ['partly more than due', 2, 1, 3, 2],
    ['all of it when there is too much already', 2, 5, 3, 3],
    ['nothing is due', 0, 0, 1, 1],
  ])('%s', (_case, required, received, count, beyond) => expect(beyondDue(required, received, count)).toBe(beyond));
});
