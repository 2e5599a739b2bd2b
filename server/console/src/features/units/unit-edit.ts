import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { call } from '../../api/call';
import type { Reading } from '../../api/queries';
import { editOf, type UnitChange } from './unit-change';

const TOUCHED: Reading[] = ['GET /api/units', 'GET /api/campaign', 'GET /api/campaigns/:campaignId', 'GET /api/overview', 'GET /api/audit'];

/** Writes a change of one unit on top of what `row` shows; the server refuses it when somebody changed the unit meanwhile. */
export function useUnitEdit(row: UnitBoardRow) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ change, reason }: { change: UnitChange; reason: string }) => call('PUT /api/units/:unitId', { params: { unitId: row.unit.id }, body: editOf(row, change, reason) }),
    onSettled: () => Promise.all(TOUCHED.map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
}
