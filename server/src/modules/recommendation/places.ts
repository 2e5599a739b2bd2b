import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { IdentityClaim } from '@kepu/shared/rules/identity';
import { slotReason, usableSlots } from '@kepu/shared/rules/quota';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/refusal.js';
import type { Slot } from '../campaign/slot.entity.js';
import { Units } from '../campaign/units.js';
import type { Work } from '../work/work.entity.js';
import { IdentityClaims } from './identity-claims.js';

/** What a recommended work holds: a slot of its unit and its identities, taken and given back together inside the open transaction. */
@Injectable()
export class Places {
  constructor(
    private readonly clock: Clock,
    private readonly units: Units,
    private readonly claims: IdentityClaims,
  ) {}

  /** Refuses whoever comes second, in the words of the rules. */
  async take(work: Work, slots: Slot[], claims: IdentityClaim[], config: CampaignConfig): Promise<Slot> {
    const slot = await this.units.takeSlot(usableSlots(slots.map(toState), isFromListedArea(work)), work.id, this.clock.now());
    if (!slot) throw await this.lostRace(work, slots, config);
    await this.claims.take(work, claims, config);
    return slot;
  }

  async release(work: Work): Promise<Slot | null> {
    await this.claims.release(work.id);
    return this.units.freeSlotOf(work.id);
  }

  /** Somebody took the last slot between reading and taking: say so as the rule would have. */
  private async lostRace(work: Work, [known]: Slot[], config: CampaignConfig): Promise<Refusal> {
    const slots = known ? (await this.units.slotsOf(known.unitId)).map(toState) : [];
    return new Refusal(slotReason(slots, isFromListedArea(work), config.bonus) ?? { code: 'NO_FREE_SLOT', used: slots.length });
  }
}

export const toState = (slot: Slot) => ({ ...slot, taken: slot.workId !== null });
export const isFromListedArea = (work: Work) => work.listedAreaCode !== null;
