import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';

export interface UnitGroup {
  label: string;
  quota: number;
  units: UnitBoardRow[];
}

/** Units grouped by type in the order of the notice; the order within a type is the one given. */
export function unitsByType(rows: readonly UnitBoardRow[], config: Pick<CampaignConfig, 'unitTypes'>): UnitGroup[] {
  return config.unitTypes
    .map(({ type, label, quota }) => ({ label, quota, units: rows.filter((row) => row.unit.type === type) }))
    .filter((group) => group.units.length > 0);
}
