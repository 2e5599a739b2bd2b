/** The life of a call. Only an open one takes drafts, submissions and recommendations; an archived one is readable for ever. */
export const CALL_STATES = ['preparing', 'open', 'closed', 'archived'] as const;
export type CallState = (typeof CALL_STATES)[number];

export const CALL_STATE_NAMES: Record<CallState, string> = { preparing: '筹备中', open: '征集中', closed: '已结束', archived: '已归档' };

const NEXT: Record<CallState, readonly CallState[]> = { preparing: ['open'], open: ['closed'], closed: ['open', 'archived'], archived: [] };

/** Whether a call may go from one state to another. Closing can be taken back, archiving cannot. */
export const mayBecome = (from: CallState, to: CallState): boolean => NEXT[from].includes(to);

/**
 * What the receipts of a new call begin with: `KP25`, and a letter more where another call of that year has it already, so
 * that no two calls ever give the same number.
 */
export function receiptPrefix(year: number, taken: readonly string[]): string {
  const plain = `KP${String(year).slice(-2)}`;
  const letters = ['', ...'BCDEFGHJKLMNPQRSTUVWXYZ'];
  const free = letters.map((letter) => plain + letter).find((prefix) => !taken.includes(prefix));
  if (!free) throw new Error(`too many calls in ${year}`);
  return free;
}
