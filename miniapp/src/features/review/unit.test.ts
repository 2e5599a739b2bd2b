import { describe, expect, it } from 'vitest';
import type { SlotView } from '@kepu/shared/contracts/campaign';
import { freeSlots, slotBoxes } from './unit';

const slot = (number: number, kind: SlotView['kind'], work: SlotView['work'] = null): SlotView => ({ id: String(number), number, kind, work });
const work = (id: string, inEffect: boolean) => ({ id, title: id, inEffect });

describe('the slots of a unit', () => {
  const slots = [slot(1, 'regular', work('a', true)), slot(2, 'regular', work('b', false)), slot(3, 'regular'), slot(6, 'reserved')];

  it('tell a recommendation in effect from one that waits for its scan', () => {
    expect(slotBoxes(slots).map(({ word }) => word)).toEqual(['已推荐', '待扫描', '空', '专设']);
  });

  it('mark the work that is being looked at', () => expect(slotBoxes(slots, 'b')[1]).toEqual({ number: 2, state: 'now', word: '本部' }));

  it('count the kept slot apart: it is not for every work', () => expect(freeSlots(slots)).toEqual({ regular: 1, reserved: 1 }));
});
