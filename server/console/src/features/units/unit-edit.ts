import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EditUnitRequest, UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { call } from '../../api/call';
import type { Reading } from '../../api/queries';

export type UnitChange = Partial<Omit<EditUnitRequest, 'reason'>>;

/** The unit was changed by somebody else after the dialog was opened: nothing has been written. */
export class ChangedMeanwhile extends Error {
  constructor(readonly now: UnitBoardRow | null) {
    super('the unit has been changed meanwhile');
  }
}

const TOUCHED: Reading[] = ['GET /api/units', 'GET /api/campaign', 'GET /api/overview', 'GET /api/audit'];

/** Everything a unit's settings are, as the API takes them. */
export function settingsOf({ unit, ownQuota, hasBonus }: UnitBoardRow): Omit<EditUnitRequest, 'reason'> {
  return { name: unit.name, ownQuota, hasBonus, recommendBy: unit.recommendBy, closesAt: unit.closesAt };
}

export function isSameUnit(a: UnitBoardRow, b: UnitBoardRow): boolean {
  return JSON.stringify(settingsOf(a)) === JSON.stringify(settingsOf(b));
}

/**
 * Writes a change of one unit. The API takes all settings at once and no version, so the board is read
 * again first: what somebody else changed meanwhile is never written over unseen.
 */
export function useUnitEdit(row: UnitBoardRow) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ change, reason }: { change: UnitChange; reason: string }) => {
      const board = await call('GET /api/units', {});
      const now = board.find((candidate) => candidate.unit.id === row.unit.id) ?? null;
      if (!now || !isSameUnit(now, row)) throw new ChangedMeanwhile(now);
      await call('PUT /api/units/:unitId', { params: { unitId: row.unit.id }, body: { ...settingsOf(row), ...change, reason } });
    },
    onSettled: () => Promise.all(TOUCHED.map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
}
