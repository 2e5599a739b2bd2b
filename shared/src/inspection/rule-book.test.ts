import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import { RULE_IDS, type RuleId } from '../rules/rule-ids.js';
import { RULE_BOOK, ruleActs, sayLimits } from './rule-book.js';

const entries = RULE_BOOK.flatMap(({ rules }) => rules);
const limitsOf = (id: string, config = preset2025) => entries.filter((entry) => entry.id === id).flatMap((entry) => sayLimits(entry, config));

describe('the book of rules', () => {
  it('has every rule that is carried out, once, in the order of their numbers', () => {
    expect(entries.map(({ id }) => id)).toEqual(RULE_IDS.filter((id) => entries.some((entry) => entry.id === id)));
    expect(RULE_IDS.filter((id) => !entries.some((entry) => entry.id === id))).toEqual([]);
  });

  it.each([['V3', ['至少 1920×1080']], ['V5', ['100–300兆']], ['O3', ['不超过 10%']], ['F2', ['300 字以内']], ['P11', ['评选出 6 部']], ['V7', []]])('names the figures of this call for %s', (id, words) => {
    expect(limitsOf(id)).toEqual(words);
  });

  it('says from where on this call gives a hint', () => {
    expect(limitsOf('V9', { ...preset2025, hints: { ...preset2025.hints, quietLufs: -28 } })).toEqual(['按本次征集的设置：响度低于 -28 或高于 -8 LUFS 才提示']);
  });

  it('says what each check of a rule does in this call', () => {
    const said = (id: RuleId, change: Partial<typeof preset2025> = {}) => ruleActs(id, { ...preset2025, ...change }).map(({ label, name }) => [label, name].filter(Boolean).join(' '));
    expect(said('V5')).toEqual(['阻止']);
    expect(said('V5', { ruleModes: { V5: 'warn' } })).toEqual(['提醒']);
    expect(said('V2')).toEqual(['画面比例 阻止', '黑边与填充 提醒']);
    expect(said('V2', { ruleModes: { 'V2.bars': 'off' } })).toEqual(['画面比例 阻止', '黑边与填充 关闭']);
    expect(said('O7', { identity: { author: 'block', producingUnit: 'warn' } })).toEqual(['同一第一作者 阻止', '同一第一制作单位 提醒', '作者和单位写法相近 提醒']);
    expect(said('F1')).toEqual([]);
  });
});
