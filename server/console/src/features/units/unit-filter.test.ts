import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { describe, expect, it } from 'vitest';
import { unitsByType } from './groups';
import { filterUnits, slotTotals } from './unit-filter';

const slot = (number: number, taken: boolean, kind: 'regular' | 'reserved' = 'regular') => ({ id: `s${number}`, number, kind, work: taken ? { id: 'w', title: '甲', inEffect: true } : null });

const row = (name: string, change: Partial<Omit<UnitBoardRow, 'unit'>> & { unit?: Partial<UnitBoardRow['unit']> } = {}): UnitBoardRow => ({
  ownQuota: null, hasBonus: false, slots: [slot(1, true), slot(2, false)], underReview: 0, recommenders: [{ name: '刘某某', phone: '138****0013' }], lastActivityAt: null,
  ...change,
  version: 1,
  unit: { id: name, code: 'XX', name, type: 'league', closesAt: null, recommendBy: null, listedAreas: [], ...change.unit },
});

const rows = [
  row('呼和浩特市科技局'),
  row('兴安盟科技局', { slots: [slot(1, true), slot(6, false, 'reserved')], unit: { code: 'XA' } }),
  row('内蒙古大学', { slots: [slot(1, false)], recommenders: [], unit: { type: 'university', recommendBy: 1 } }),
  row('满洲里市工信和科技局', { slots: [slot(1, true)], unit: { type: 'plannedCity' } }),
];
const names = (filter: Parameters<typeof filterUnits>[1]) => filterUnits(rows, filter).map(({ unit }) => unit.name);

describe('the board of units', () => {
  it('keeps the order of the notice in groups, whatever the order of the answer', () => {
    expect(unitsByType([...rows].reverse(), preset2025).map(({ label, units }) => [label, units.map(({ unit }) => unit.name)])).toEqual([
      ['盟市', ['兴安盟科技局', '呼和浩特市科技局']],
      ['计划单列市', ['满洲里市工信和科技局']],
      ['高校', ['内蒙古大学']],
    ]);
  });

  it.each([
    ['who has recommended nothing', 'none', ['内蒙古大学']],
    ['who has slots left, the reserved one counted', 'free', ['呼和浩特市科技局', '兴安盟科技局', '内蒙古大学']],
    ['who has nobody to recommend', 'nobody', ['内蒙古大学']],
    ['whose deadline was extended', 'extended', ['内蒙古大学']],
  ] as const)('finds %s', (_name, show, found) => expect(names({ search: '', show })).toEqual(found));

  it('finds a unit by name, code or the person in charge', () => {
    expect(names({ search: '兴安', show: null })).toEqual(['兴安盟科技局']);
    expect(names({ search: 'xa', show: null })).toEqual(['兴安盟科技局']);
    expect(names({ search: '刘某', show: 'none' })).toEqual([]);
  });

  it('adds the slots up, reserved ones apart as well', () => {
    expect(slotTotals(rows)).toEqual({ slots: 6, taken: 3, reserved: 1, reservedTaken: 0 });
  });
});
