import type { AuditChange, HistoryStep } from '../contracts/desk.js';

/** Whose eyes the log is read with. An auditor reads everything and changes nothing. */
export type Reader = 'creator' | 'unit' | 'department' | 'auditor';

/** How a step of a work's history is drawn: what was reached, what is open again, what went wrong. */
type Look = Pick<HistoryStep, 'state' | 'mark'>;

/** What an entry of one action keeps, and how it is told. The reason is kept beside it: whatever the person wrote. */
export interface AuditRow<P> {
  /** What the log calls it, in the words of the people who do it. */
  name: string;
  /** Who may read it. Whoever did it reads it anyway: a side always reads its own acts. */
  readers: readonly Reader[];
  /** What was changed, from what to what; made for the one who reads, from what is kept. */
  lines?(params: P, reader: Reader): AuditChange[];
  /** The step it is in the history of a work; without one it is too small a thing for the phone's page. */
  step?: Look & { title(params: P, reason: string): string; /** Where the outcome decides. */ look?(params: P): Look };
}

/** Params without a type: the action keeps nothing of its own. */
export const row = <P = Record<string, never>>(entry: AuditRow<P>): AuditRow<P> => entry;

export const EVERYBODY = ['creator', 'unit', 'department', 'auditor'] as const satisfies readonly Reader[];
/** What happens inside the unit or with its papers: no creator reads it. */
export const UNIT_AND_DEPARTMENT = ['unit', 'department', 'auditor'] as const satisfies readonly Reader[];
/** What the department does for itself, or what names works of other units. */
export const DEPARTMENT = ['department', 'auditor'] as const satisfies readonly Reader[];

export const REACHED: Look = { state: 'done', mark: 'check' };
export const OPEN_AGAIN: Look = { state: 'next', mark: 'undo' };
export const SENT_BACK: Look = { state: 'bad', mark: 'undo' };
export const ENDED: Look = { state: 'bad', mark: 'cross' };

/** A line about something that is so from now on, or was so until now. */
export const now = (label: string, after: string): AuditChange => ({ label, before: null, after });
export const gone = (label: string, before: string): AuditChange => ({ label, before, after: null });
