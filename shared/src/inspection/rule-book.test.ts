import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import { RULE_IDS } from '../rules/rule-ids.js';
import { RULE_BOOK, sayLimits } from './rule-book.js';

const entries = RULE_BOOK.flatMap(({ rules }) => rules);
const limitsOf = (id: string, config = preset2025) => entries.filter((entry) => entry.id === id).flatMap((entry) => sayLimits(entry, config));

describe('the book of rules', () => {
  it('has every rule that is carried out, once, in the order of their numbers', () => {
    expect(entries.map(({ id }) => id)).toEqual(RULE_IDS.filter((id) => entries.some((entry) => entry.id === id)));
    expect(RULE_IDS.filter((id) => !entries.some((entry) => entry.id === id))).toEqual([]);
  });

  it.each([['V3', ['至少 1920×1080']], ['V5', ['100–300兆']], ['O3', ['不超过 10%']], ['F2', ['300 字以内']], ['V6', []]])('names the figures of this call for %s', (id, words) => {
    expect(limitsOf(id)).toEqual(words);
  });

  it('says where this call only warns, or does not check', () => {
    expect(limitsOf('V5', { ...preset2025, ruleModes: { V5: 'warn' } })).toContain('本次征集只提示、不拦');
    expect(limitsOf('V1', { ...preset2025, ruleModes: { V1: 'off' } })).toEqual(['本次征集不检查']);
  });
});
