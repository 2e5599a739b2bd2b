import { describe, expect, it } from 'vitest';
import { beijing, dayOf, sayDeadline } from '../time.js';
import { configProblems } from './check-config.js';
import type { CampaignConfig } from './config.js';
import { preset2025 } from './preset-2025.js';
import { openNow } from './shift.js';

describe('the notice of 2025 as data', () => {
  it('says what the notice says', () => {
    expect(preset2025.theme).toBe('矢志创新发展 建设科技强国');
    expect(sayDeadline(preset2025.recommendBy)).toBe('12月10日 24:00');
    expect(preset2025.unitTypes.filter((t) => t.type === 'league' || t.type === 'department').map((t) => t.quota)).toEqual([5, 5]);
    expect(preset2025.unitTypes.find((t) => t.type === 'plannedCity')?.quota).toBe(3);
    expect(preset2025.awards.count).toBe(6);
    expect([preset2025.film.minBytes, preset2025.film.maxBytes]).toEqual([100_000_000, 314_572_800]);
  });

  it('has no contradiction', () => expect(configProblems(preset2025)).toEqual([]));
});

describe('a campaign whose dates are moved to be open now', () => {
  const now = beijing('2026-11-22', '14:32');
  const moved = openNow(preset2025, now);

  it('is open, closes at a 24:00, and judges the works of the year before', () => {
    expect(moved.opensAt).toBeLessThan(now);
    expect(dayOf(moved.recommendBy - 1)).toBe('2026-12-10');
    expect(sayDeadline(moved.recommendBy)).toBe('12月10日 24:00');
    expect(moved.workWindow).toEqual({ fromDay: '2025-01-01', toDay: '2025-12-31' });
    expect(configProblems(moved)).toEqual([]);
  });

  it('speaks of its own year everywhere but keeps the notice it was made from', () => {
    expect(moved.title).toContain('2026年');
    expect(moved.wording.title).toContain('2026年');
    expect(moved.documentNumber).toBe(preset2025.documentNumber);
  });
});

describe('a configuration that contradicts itself is named', () => {
  it.each<[string, Partial<CampaignConfig>, string]>([
    ['a deadline before the opening', { recommendBy: preset2025.opensAt - 1 }, 'recommendBy'],
    ['a window that ends before it begins', { workWindow: { fromDay: '2024-12-31', toDay: '2024-01-01' } }, 'workWindow'],
    ['a day that does not exist', { workWindow: { fromDay: '2024-02-30', toDay: '2024-12-31' } }, 'workWindow'],
    ['a smallest size above the largest', { film: { ...preset2025.film, minBytes: 400_000_000 } }, 'film.maxBytes'],
    ['more than the whole film non-original', { nonOriginalShare: 1.2 }, 'nonOriginalShare'],
    ['a limit of no characters', { limits: { ...preset2025.limits, summary: 0 } }, 'limits.summary'],
    ['a scan due before the recommendation', { scanBy: preset2025.recommendBy - 1 }, 'scanBy'],
  ])('%s', (_name, change, path) => {
    expect(configProblems({ ...preset2025, ...change }).map((p) => p.path)).toContain(path);
  });

  it('allows what another call leaves open', () => {
    const open: Partial<CampaignConfig> = { nonOriginalShare: null, bonus: null, film: { ...preset2025.film, minMs: null, minWidth: null, minHeight: null, aspect: null } };
    expect(configProblems({ ...preset2025, ...open })).toEqual([]);
  });
});
