import { describe, expect, it } from 'vitest';
import { beijing, dayOf, sayDeadline } from '../time.js';
import { ruleMode } from '../inspection/rule-modes.js';
import type { CheckId } from '../rules/rule-ids.js';
import { configProblems } from './check-config.js';
import { completeConfig, type StoredConfig } from './complete-config.js';
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

describe('a configuration stored before there was as much to set', () => {
  it('has today’s defaults, and keeps all it says itself', () => {
    const stored: StoredConfig = { ...preset2025, ruleModes: { V3: 'warn', V6: 'block' } };
    delete stored.hints;
    delete stored.overrides;
    expect(completeConfig(stored)).toEqual({ ...preset2025, ruleModes: { V3: 'warn', V6: 'warn' } });
    expect(completeConfig({ ...stored, hints: { quietLufs: -28 } }).hints).toEqual({ ...preset2025.hints, quietLufs: -28 });
    expect(configProblems(completeConfig(stored))).toEqual([]);
  });
});

describe('how a check acts', () => {
  it.each<[string, CampaignConfig['ruleModes'], CheckId, string]>([
    ['blocks where it measures', {}, 'V5', 'block'],
    ['points where it infers', {}, 'V6', 'warn'],
    ['points though its rule blocks', { V2: 'block' }, 'V2.bars', 'warn'],
    ['is off with its rule', { V2: 'off' }, 'V2.bars', 'off'],
    ['stays on by itself with its rule off', { V2: 'off', 'V2.bars': 'warn' }, 'V2.bars', 'warn'],
    ['is off by itself', { 'O8.likeness': 'off' }, 'O8.likeness', 'off'],
    ['leaves its rule alone', { 'O8.likeness': 'off' }, 'O8', 'block'],
  ])('%s', (_name, ruleModes, check, mode) => expect(ruleMode({ ruleModes }, check)).toBe(mode));
});

describe('a configuration that contradicts itself is named', () => {
  it.each<[string, Partial<CampaignConfig>, string]>([
    ['a deadline before the opening', { recommendBy: preset2025.opensAt - 1 }, 'recommendBy'],
    ['a window that ends before it begins', { workWindow: { fromDay: '2024-12-31', toDay: '2024-01-01' } }, 'workWindow'],
    ['a day that does not exist', { workWindow: { fromDay: '2024-02-30', toDay: '2024-12-31' } }, 'workWindow'],
    ['a smallest size above the largest', { film: { ...preset2025.film, minBytes: 400_000_000 } }, 'film.maxBytes'],
    ['more than the whole film non-original', { nonOriginalShare: 1.2 }, 'nonOriginalShare'],
    ['a limit of no characters', { limits: { ...preset2025.limits, summary: 0 } }, 'limits.summary'],
    ['a hint that is to block', { ruleModes: { V6: 'block' } }, 'ruleModes.V6'],
    ['the part of a rule that is to block', { ruleModes: { 'V2.bars': 'block' } }, 'ruleModes.V2.bars'],
    ['a switch for what cannot be switched', { ruleModes: { F1: 'off' } }, 'ruleModes.F1'],
    ['a stretch shorter than what is measured', { hints: { ...preset2025.hints, blackMs: 2_000 } }, 'hints.blackMs'],
    ['quieter than quiet', { hints: { ...preset2025.hints, quietLufs: -90 } }, 'hints.quietLufs'],
    ['a likeness that is not kept', { hints: { ...preset2025.hints, likenessShare: 0.2 } }, 'hints.likenessShare'],
    ['a scan due before the recommendation', { scanBy: preset2025.recommendBy - 1 }, 'scanBy'],
  ])('%s', (_name, change, path) => {
    expect(configProblems({ ...preset2025, ...change }).map((p) => p.path)).toContain(path);
  });

  it('allows what another call leaves open', () => {
    const open: Partial<CampaignConfig> = { nonOriginalShare: null, bonus: null, film: { ...preset2025.film, minMs: null, minWidth: null, minHeight: null, aspect: null } };
    expect(configProblems({ ...preset2025, ...open })).toEqual([]);
  });
});
