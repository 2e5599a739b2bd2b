import type { BonusPolicy, CampaignConfig, UnitType } from '../campaign/config.js';
import type { ListedArea } from '../campaign/units-inner-mongolia.js';

export type SlotKind = 'regular' | 'reserved';

export interface SlotPlan {
  number: number;
  kind: SlotKind;
}

export interface UnitQuota {
  type: UnitType;
  hasBonus: boolean;
  /** A number agreed with this one unit; null: its type's. */
  ownQuota: number | null;
}

/** How many works a unit may recommend, as the rows it gets (P1, P2). Numbers are the 序号 of the form. */
export function slotPlan(unit: UnitQuota, config: Pick<CampaignConfig, 'unitTypes' | 'bonus'>): SlotPlan[] {
  const regular = unit.ownQuota ?? config.unitTypes.find((policy) => policy.type === unit.type)?.quota ?? 0;
  const bonus = unit.hasBonus ? (config.bonus?.slots ?? 0) : 0;
  const kind: SlotKind = config.bonus?.mode === 'open' ? 'regular' : 'reserved';
  return [
    ...Array.from({ length: regular }, (_, index): SlotPlan => ({ number: index + 1, kind: 'regular' })),
    ...Array.from({ length: bonus }, (_, index): SlotPlan => ({ number: regular + index + 1, kind })),
  ];
}

/** Why a unit may not have its extra slot: a reserved one takes works from listed counties only, so without any nobody could fill it (P2). */
export function bonusReason(unit: { name: string; hasBonus: boolean; listedAreas: readonly ListedArea[] }, bonus: BonusPolicy | null) {
  if (!unit.hasBonus || bonus?.mode !== 'reserved' || bonus.slots === 0 || unit.listedAreas.length > 0) return null;
  return { code: 'BONUS_WITHOUT_AREAS', unit: unit.name, label: bonus.label } as const;
}

export interface SlotState {
  number: number;
  kind: SlotKind;
  taken: boolean;
}

/**
 * The slots a work may take, best first: a work from a listed area uses the reserved slot before a
 * regular one, so that it never costs another work its place (P2).
 */
export function usableSlots<S extends SlotState>(slots: readonly S[], fromListedArea: boolean): S[] {
  const free = slots.filter((slot) => !slot.taken && (slot.kind === 'regular' || fromListedArea));
  const rank = (slot: S) => (slot.kind === 'reserved' ? 0 : 1);
  return [...free].sort((a, b) => rank(a) - rank(b) || a.number - b.number);
}

/** Why no slot can be taken, or null if one can. */
export function slotReason(slots: readonly SlotState[], fromListedArea: boolean, bonus: Pick<BonusPolicy, 'label'> | null) {
  if (usableSlots(slots, fromListedArea).length > 0) return null;
  const kept = slots.find((slot) => !slot.taken);
  if (kept) return { code: 'ONLY_RESERVED_SLOT', slot: kept.number, label: bonus?.label ?? '专设' } as const;
  return { code: 'NO_FREE_SLOT', used: slots.length } as const;
}
