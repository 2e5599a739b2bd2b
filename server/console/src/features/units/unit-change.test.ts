import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { expect, it } from 'vitest';
import { editOf } from './unit-change';

const row: UnitBoardRow = {
  unit: { id: 'u', code: 'XA', name: '兴安盟科技局', type: 'league', closesAt: 5, recommendBy: null, listedAreas: [] },
  version: 7, ownQuota: null, hasBonus: true, slots: [], underReview: 0, recommenders: [], lastActivityAt: null,
};

it('sends what was seen, with the change in it and the version it was made on', () => {
  expect(editOf(row, { ownQuota: 6 }, '来函')).toEqual({ name: '兴安盟科技局', ownQuota: 6, hasBonus: true, listedAreas: [], recommendBy: null, closesAt: 5, baseVersion: 7, reason: '来函' });
});
