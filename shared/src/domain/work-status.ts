/**
 * The one state machine of a work. A recommended work whose sealed scan is not there yet is still
 * `recommended`: whether it is in effect follows from the scan (P8), never from a second status.
 */
/** Who has to do something about a work: its creator, its unit, the department; or nobody any more. */
export type Holder = 'creator' | 'unit' | 'department' | 'over';

/** How a status looks in a list: each app has one colour and one sign for each of these. */
export type StatusLook = 'begun' | 'waiting' | 'sent-back' | 'refused' | 'reached' | 'revoked';

interface StatusRow {
  name: string;
  look: StatusLook;
  with: Holder;
  /** Handed in at some time: others than its creator know of it. */
  isHandedIn: boolean;
  /** Takes one of its unit's places, and its identities for the whole call. */
  holdsSlot: boolean;
}

/** Every status there is. What one means is said here and asked below; nothing else names one. */
const STATUSES = {
  draft: { name: '未提交', look: 'begun', with: 'creator', isHandedIn: false, holdsSlot: false },
  submitted: { name: '待推荐单位审核', look: 'waiting', with: 'unit', isHandedIn: true, holdsSlot: false },
  returned: { name: '已退回', look: 'sent-back', with: 'creator', isHandedIn: true, holdsSlot: false },
  declined: { name: '不予推荐', look: 'refused', with: 'over', isHandedIn: true, holdsSlot: false },
  recommended: { name: '已推荐', look: 'reached', with: 'department', isHandedIn: true, holdsSlot: true },
  disqualified: { name: '已取消资格', look: 'revoked', with: 'over', isHandedIn: true, holdsSlot: false },
} as const satisfies Record<string, StatusRow>;

export type WorkStatus = keyof typeof STATUSES;

export const WORK_STATUSES = Object.keys(STATUSES) as WorkStatus[];
export const FIRST_STATUS: WorkStatus = 'draft';

export const STATUS_NAMES = Object.fromEntries(WORK_STATUSES.map((status) => [status, STATUSES[status].name])) as Record<WorkStatus, string>;
export const lookOf = (status: WorkStatus): StatusLook => STATUSES[status].look;

export const isWithCreator = (status: WorkStatus): boolean => STATUSES[status].with === 'creator';
/** With its creator, because its unit has sent it back. */
export const isSentBack = (status: WorkStatus): boolean => STATUSES[status].look === 'sent-back';
/** Under review by its unit. */
export const isWithUnit = (status: WorkStatus): boolean => STATUSES[status].with === 'unit';
export const isWithDepartment = (status: WorkStatus): boolean => STATUSES[status].with === 'department';
/** Nobody can move it any more, except to disqualify it. */
export const isOver = (status: WorkStatus): boolean => STATUSES[status].with === 'over';
export const isHandedIn = (status: WorkStatus): boolean => STATUSES[status].isHandedIn;
export const holdsSlot = (status: WorkStatus): boolean => STATUSES[status].holdsSlot;

const those = (is: (status: WorkStatus) => boolean): WorkStatus[] => WORK_STATUSES.filter(is);

/** The same questions as lists, for queries. */
export const STATUSES_OF = {
  withCreator: those(isWithCreator), sentBack: those(isSentBack), withUnit: those(isWithUnit), withDepartment: those(isWithDepartment),
  over: those(isOver), handedIn: those(isHandedIn), holdsSlot: those(holdsSlot),
} satisfies Record<string, WorkStatus[]>;

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
export const isEditable = isWithCreator;

/** Nobody changes the film from here on: what is judged is what was recommended. */
export const isFilmFrozen = (status: WorkStatus): boolean => !isEditable(status);

/** A recommendation takes effect with the sealed scan: until then the slot is taken and nothing more. */
export function inEffect({ status, scanFileId }: { status: WorkStatus; scanFileId: string | null }): boolean {
  return holdsSlot(status) && scanFileId !== null;
}
