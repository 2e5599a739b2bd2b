import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { settingsOf } from '@kepu/shared/campaign/settings';
import { expect, it } from 'vitest';
import { NOTICE_2025 } from '../notice/notice-2025';
import { readLength } from './read-length';
import { settingSections } from './setting-rows';

const rows = settingSections(preset2025).flatMap((section) => section.rows);

it('shows every setting of the call exactly once', () => {
  const shown = rows.flatMap((row) => row.settings.map(({ label }) => label));
  expect([...shown].sort()).toEqual(settingsOf(preset2025).map(({ label }) => label).sort());
});

it('lifts out only words that stand in the sentence beside a setting', () => {
  for (const { label, clause, mark } of rows) {
    if (clause && mark) expect(NOTICE_2025.clauses[clause].words, label).toContain(mark);
  }
});

it('leaves the extra slot out where a call knows none', () => {
  const without = settingSections({ ...preset2025, bonus: null }).flatMap((section) => section.rows);
  expect(without.some((row) => row.label === '增加的名额')).toBe(false);
});

it.each([['2:00', 120_000], ['', null], ['abc', undefined], ['4:75', undefined]])('reads the length %j', (typed, ms) => expect(readLength(typed)).toBe(ms));
