import type { WorkStatus } from '../domain/work-status.js';
import type { RuleId } from '../rules/rule-ids.js';
import type { Instant } from '../time.js';

/** One thing a person has to do next. Derived from the state of the works, so it can never be stale. */
export interface Todo {
  kind: 'finish-draft' | 'mend-returned' | 'review-work' | 'upload-scan';
  workId: string;
  /** The unit it is to be done for; null: for oneself, as creator. */
  unitId: string | null;
  title: string;
  until: Instant | null;
  count: number;
}

export interface MessageView {
  id: string;
  /** Sentence in Chinese. */
  text: string;
  workId: string | null;
  at: Instant;
  readAt: Instant | null;
}

export interface DeskReply {
  todos: Todo[];
  unread: number;
  messages: MessageView[];
}

export interface AuditEntryView {
  id: number;
  at: Instant;
  action: string;
  /** What the action is called. */
  name: string;
  actorName: string;
  /** In which role it was done; `system`: by nobody. */
  role: string;
  /** The unit it concerns; whether it was done in its name, the role says (`unitActedFor`). */
  unitName: string | null;
  workId: string | null;
  workTitle: string | null;
  reason: string | null;
  /** In words for the one who reads. */
  changes: AuditChange[];
  /** The step it is in the history of a work; null: too small a thing for that. */
  step: HistoryStep | null;
}

export interface HistoryStep {
  state: 'done' | 'next' | 'bad';
  mark: 'check' | 'undo' | 'cross' | 'shield' | 'stamp' | 'upload' | 'user';
  title: string;
}

export interface AuditChange {
  label: string;
  before: string | null;
  after: string | null;
}

export interface OverviewReply {
  serverTime: Instant;
  opensAt: Instant;
  recommendBy: Instant;
  worksByStatus: Record<WorkStatus, number>;
  awaitingScan: number;
  slots: { total: number; taken: number; reserved: number; reservedTaken: number };
  unitsWithoutRecommendation: number;
  returnedOverdue: number;
  inspectionsFailed: number;
  findingsByRule: { rule: RuleId; subject: string; fail: number; look: number }[];
  running: { inspectionsQueued: number; inspectionsRunning: number; oldestWaitMs: number | null; uploadsOpen: number; diskFreeBytes: number; diskTotalBytes: number };
}
