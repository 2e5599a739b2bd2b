import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';

export const SHOW_NAMES = {
  none: '尚无推荐',
  free: '有未用名额',
  nobody: '没有经办人',
  extended: '单独延期',
} as const;

export type Show = keyof typeof SHOW_NAMES;

export const SHOWS: readonly Show[] = ['none', 'free', 'nobody', 'extended'];

export interface UnitFilter {
  search: string;
  show: Show | null;
}

/** Units that fit, still in the order of the notice. */
export function filterUnits(rows: readonly UnitBoardRow[], { search, show }: UnitFilter): UnitBoardRow[] {
  const wanted = search.trim().toLowerCase();
  return rows.filter((row) => (show === null || fits(row, show)) && (wanted === '' || texts(row).some((text) => text.toLowerCase().includes(wanted))));
}

function fits(row: UnitBoardRow, show: Show): boolean {
  switch (show) {
    case 'none':
      return row.slots.every((slot) => slot.work === null);
    case 'free':
      return row.slots.some((slot) => slot.work === null);
    case 'nobody':
      return row.recommenders.length === 0;
    case 'extended':
      return row.unit.recommendBy !== null;
  }
}

function texts(row: UnitBoardRow): string[] {
  return [row.unit.name, row.unit.code, ...row.recommenders.map((person) => person.name ?? '')];
}

export interface SlotTotals {
  slots: number;
  taken: number;
  reserved: number;
  reservedTaken: number;
}

/** `28 个单位 · 141 个名额，已用 68，专用 5 个已用 3` is made of these. */
export function slotTotals(rows: readonly UnitBoardRow[]): SlotTotals {
  const slots = rows.flatMap((row) => row.slots);
  const reserved = slots.filter((slot) => slot.kind === 'reserved');
  const taken = (some: typeof slots) => some.filter((slot) => slot.work !== null).length;
  return { slots: slots.length, taken: taken(slots), reserved: reserved.length, reservedTaken: taken(reserved) };
}
