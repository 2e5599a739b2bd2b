import type { EditUnitRequest, UnitBoardRow } from '@kepu/shared/contracts/campaign';

export type UnitChange = Partial<Omit<EditUnitRequest, 'reason' | 'baseVersion'>>;

/** An edit as the API takes it: all settings of the unit as they were seen, with what changes in them. */
export function editOf({ unit, ownQuota, hasBonus, version }: UnitBoardRow, change: UnitChange, reason: string): EditUnitRequest {
  const { name, listedAreas, recommendBy, closesAt } = unit;
  return { name, ownQuota, hasBonus, listedAreas, recommendBy, closesAt, ...change, baseVersion: version, reason };
}
