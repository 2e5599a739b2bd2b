import { describe, expect, it } from 'vitest';
import { areOfOneHand, nameKeys, soughtKeys } from './name-keys.js';

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const CHARACTERS = [...'王李小晓明内蒙古兴安盟气象局科技融媒体中心公司集团一二3ＡaB ·（）*𠮷'];
const ENDS = ['', '有限公司', '股份有限公司', '集团', '自治区', '公司'];

/** Pairs that differ by nothing, by one character changed, left out or put in, or by a legal form. */
function pair(draw: (below: number) => number): [string, string] {
  const any = () => CHARACTERS[draw(CHARACTERS.length)] ?? '';
  const one = Array.from({ length: draw(11) }, any);
  const at = draw(one.length + 1);
  const other = [...one];
  const put = [[], [any()], [any(), any()]][draw(3)] ?? [];
  other.splice(at, draw(3), ...put);
  return [one.join('') + ENDS[draw(ENDS.length)], other.join('') + ENDS[draw(ENDS.length)]];
}

const shareKey = (one: Parameters<typeof nameKeys>[0], other: Parameters<typeof nameKeys>[0]): boolean => {
  const keys = new Set(nameKeys(other).map(({ kind, key }) => `${kind} ${key}`));
  return soughtKeys(one).some(({ kind, key }) => keys.has(`${kind} ${key}`));
};

describe('keys that works are found by', () => {
  it.each(['author', 'unit'] as const)('are shared by every two that are alike in %s', (kind) => {
    const draw = numbers(20251021);
    let alike = 0;
    let apart = 0;
    const missed: [string, string][] = [];
    for (let n = 0; n < 60_000; n += 1) {
      const [a, b] = pair(draw);
      const [one, other] = [{ author: '', unit: '', [kind]: a }, { author: '', unit: '', [kind]: b }];
      if (!areOfOneHand(one, other)) {
        apart += 1;
        continue;
      }
      alike += 1;
      if (!shareKey(one, other) || !shareKey(other, one)) missed.push([a, b]);
    }
    expect(missed).toEqual([]);
    expect(Math.min(alike, apart)).toBeGreaterThan(2_000);
  });

  it.each([
    ['王小明', '王晓明', true], ['王小明', '李小明', false], ['王小明', '王晓民', false], ['张三', '张三', true], ['张三', '张四', false], ['', '', false],
  ])('an author %s beside %s: %s', (a, b, shared) => expect(shareKey({ author: a, unit: '' }, { author: b, unit: '' })).toBe(shared && a !== ''));

  it('are none where nothing is named', () => expect(nameKeys({ author: ' ', unit: '有限公司' })).toEqual([]));
});
