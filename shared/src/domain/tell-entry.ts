import type { AuditChange, HistoryStep } from '../contracts/desk.js';
import { pathWords } from '../forms/path-words.js';
import { AUDIT_ACTIONS, type AuditAction } from './audit-actions.js';
import type { AuditRow, Reader } from './audit-rows.js';
import { ROLE_IDS, ROLES } from './roles.js';

/** An entry of the log as it is kept. `params` null: written before actions kept typed data, its words stand in `changes`. */
export interface KeptEntry {
  action: string;
  role: string;
  params: unknown;
  reason: string | null;
  changes: AuditChange[];
}

export interface ToldEntry {
  name: string;
  changes: AuditChange[];
  step: HistoryStep | null;
}

const isAction = (text: string): text is AuditAction => Object.prototype.hasOwnProperty.call(AUDIT_ACTIONS, text);
const rowOf = (action: string): AuditRow<unknown> | null => (isAction(action) ? AUDIT_ACTIONS[action] : null);

/** Whose side somebody was on who acted in a role; null: nobody's, as the machine. */
const sideOf = (role: string): Reader | null => ROLE_IDS.filter((id) => id === role).map((id) => ROLES[id].reads)[0] ?? null;

/** Allow list: what the table does not give to a reader stays hidden. A side always reads its own acts. */
export function isReadableBy({ action, role }: Pick<KeptEntry, 'action' | 'role'>, reader: Reader): boolean {
  const row = rowOf(action);
  if (!row) return reader === 'department' || reader === 'auditor';
  return row.readers.includes(reader) || sideOf(role) === reader;
}

/** An entry in words for the one who reads it. */
export function tellEntry(entry: KeptEntry, reader: Reader): ToldEntry {
  const row = rowOf(entry.action);
  if (!row) return { name: entry.action, changes: entry.changes, step: null };
  if (entry.params === null) return { name: row.name, changes: olderLines(entry), step: olderStep(entry, row) };
  const { step } = row;
  return {
    name: row.name,
    changes: row.lines?.(entry.params, reader) ?? [],
    step: step ? { ...(step.look?.(entry.params) ?? { state: step.state, mark: step.mark }), title: step.title(entry.params, entry.reason ?? '') } : null,
  };
}

/** Older entries name places of the form by their path, and put what is required where the old value stands. */
function olderLines({ action, changes }: KeptEntry): AuditChange[] {
  if (action === 'work.return') return changes.map((change) => ({ ...change, label: pathWords({ path: change.label }) }));
  if (action !== 'inspection.done') return changes;
  return changes.map(({ label, before, after }) => ({ label, before: null, after: before ? `${after ?? '没有测得'}（要求 ${before}）` : after }));
}

function olderStep({ reason, changes }: KeptEntry, { name, step }: AuditRow<unknown>): HistoryStep | null {
  const [change] = changes;
  return step ? { state: step.state, mark: step.mark, title: [name, change?.label, reason].filter(Boolean).join(' ') } : null;
}
