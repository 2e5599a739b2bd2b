import type { UnitSlotsReply, SlotView } from '@kepu/shared/contracts/campaign';
import type { Page, WorkListItem } from '@kepu/shared/contracts/work';
import { STATUSES_OF, type WorkStatus } from '@kepu/shared/domain/work-status';
import type { SlotState } from '@kepu/shared/rules/quota';
import { cached } from '../../state/cached';
import type { SlotBox } from '../../ui/SlotMeter';
import { api } from '../session/api';

/** Works handed to the unit that are in one of the statuses, the first handed in first. */
export const inboxResource = (unitId: string, statuses: readonly WorkStatus[]) =>
  cached<Page<WorkListItem>>(`inbox:${unitId}:${statuses.join()}`, () => api.call('GET /api/units/:unitId/inbox', { params: { unitId }, query: { status: statuses.join(), limit: '50' } }));

/** What the unit has said no to: sent back, or declined. */
export const DECIDED: readonly WorkStatus[] = [...STATUSES_OF.sentBack, ...STATUSES_OF.over];

/** The unit's slots, its clocks and its extra slot. */
export const slotsResource = (unitId: string) => cached<UnitSlotsReply>(`slots:${unitId}`, () => api.call('GET /api/units/:unitId/slots', { params: { unitId } }));

export const toSlotState = ({ number, kind, work }: SlotView): SlotState => ({ number, kind, taken: work !== null });

/** Slots as boxes: taken and in effect, taken and waiting for the scan, empty, or kept for a few. */
export function slotBoxes(slots: readonly SlotView[], ownWorkId: string | null = null): SlotBox[] {
  return slots.map(({ number, kind, work }) => {
    if (work && work.id === ownWorkId) return { number, state: 'now', word: '本部' };
    if (work) return work.inEffect ? { number, state: 'used', word: '已推荐' } : { number, state: 'now', word: '待扫描' };
    return kind === 'reserved' ? { number, state: 'kept', word: '专设' } : { number, state: 'free', word: '空' };
  });
}

export interface FreeSlots {
  regular: number;
  reserved: number;
}

export function freeSlots(slots: readonly SlotView[]): FreeSlots {
  const free = slots.filter(({ work }) => work === null);
  return { regular: free.filter(({ kind }) => kind === 'regular').length, reserved: free.filter(({ kind }) => kind === 'reserved').length };
}
