/**
 * The one state machine of a work. A recommended work whose sealed scan is not there yet is still
 * `recommended`: whether it is in effect follows from the scan (P8), never from a second status.
 */
export const WORK_STATUSES = ['draft', 'submitted', 'returned', 'declined', 'recommended', 'disqualified'] as const;

export type WorkStatus = (typeof WORK_STATUSES)[number];

export const STATUS_NAMES: Record<WorkStatus, string> = {
  draft: '未提交',
  submitted: '待推荐单位审核',
  returned: '已退回',
  declined: '不予推荐',
  recommended: '已推荐',
  disqualified: '已取消资格',
};

interface Move {
  action: WorkAction;
  from: readonly WorkStatus[];
  to: WorkStatus;
}

export type WorkAction = 'submit' | 'withdraw' | 'return' | 'decline' | 'recommend' | 'withdraw-recommendation' | 'disqualify';

/** Every transition there is. Who may do it: domain/roles.ts; what must hold: rules/. */
export const WORK_MOVES: readonly Move[] = [
  { action: 'submit', from: ['draft', 'returned'], to: 'submitted' },
  { action: 'withdraw', from: ['submitted'], to: 'draft' },
  { action: 'return', from: ['submitted'], to: 'returned' },
  { action: 'decline', from: ['submitted'], to: 'declined' },
  { action: 'recommend', from: ['submitted'], to: 'recommended' },
  { action: 'withdraw-recommendation', from: ['recommended'], to: 'submitted' },
  { action: 'disqualify', from: ['submitted', 'returned', 'declined', 'recommended'], to: 'disqualified' },
];

/** Where an action takes a work, or null if the work's status does not allow it. */
export function nextStatus(status: WorkStatus, action: WorkAction): WorkStatus | null {
  return WORK_MOVES.find((move) => move.action === action && move.from.includes(status))?.to ?? null;
}

/** The creator may still change form and film. */
export function isEditable(status: WorkStatus): boolean {
  return status === 'draft' || status === 'returned';
}

/** Nobody changes the film from here on: what is judged is what was recommended. */
export function isFilmFrozen(status: WorkStatus): boolean {
  return !isEditable(status);
}

/** A recommendation takes effect with the sealed scan: until then the slot is taken and nothing more. */
export function inEffect({ status, scanFileId }: { status: WorkStatus; scanFileId: string | null }): boolean {
  return status === 'recommended' && scanFileId !== null;
}
