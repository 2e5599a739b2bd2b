import type { FieldConflict, SaveFormReply, SaveFormRequest, WorkView } from '@kepu/shared/contracts/work';
import type { Problem } from '@kepu/shared/errors';
import { canonical } from '@kepu/shared/forms/canonical';
import type { FormField, WorkForm } from '@kepu/shared/forms/work-form';
import type { SignatureStanding } from '@kepu/shared/rules/submission';
import type { Instant } from '@kepu/shared/time';
import type { TextStore } from '../../platform/storage';
import { createStore } from '../../state/store';
import { Refused } from '../session/refused';
import { changesOf, readKept, writeKept, type PendingField } from './kept-draft';

/**
 * saved: all of it is on the server · saving: on its way · retrying: did not get through, trying again ·
 * stuck: tried three times, still trying now and then · offline: kept on the phone until there is a network ·
 * refused: the server will not take it, and says why.
 */
export type SaveState = 'saved' | 'saving' | 'retrying' | 'stuck' | 'offline' | 'refused';

export interface DraftState {
  form: WorkForm;
  save: SaveState;
  savedAt: Instant;
  /** Fields two devices changed at once: both texts are kept until the person has chosen. */
  conflicts: readonly FieldConflict[];
  refusal: Problem['reasons'];
  signature: SignatureStanding | null;
}

export interface DraftPorts {
  storage: TextStore;
  save: (workId: string, request: SaveFormRequest) => Promise<SaveFormReply>;
  isOnline: () => Promise<boolean>;
  /** Runs work later; returns how to call it off. */
  later: (ms: number, work: () => void) => () => void;
}

const PAUSE_MS = 800;
const RETRY_MS = [2_000, 5_000, 10_000, 30_000] as const;
const STUCK_AFTER = 3;

/**
 * Autosave of one work. Every change is written to the phone first and then sent, field by field, each with
 * the revision it was based on; so neither a lost network nor a restart nor a second device loses a text.
 */
export class DraftSync {
  readonly store;
  private readonly revisions: Partial<Record<FormField, number>>;
  private readonly pending = new Map<FormField, PendingField>();
  private sending: Promise<void> | null = null;
  private failures = 0;
  private callOff: (() => void) | null = null;
  private recalling: Promise<void> | null = null;
  private isStopped = false;

  constructor(
    work: WorkView,
    private readonly ports: DraftPorts,
  ) {
    this.workId = work.id;
    this.revisions = { ...work.fieldRevisions };
    this.store = createStore<DraftState>({
      form: work.form, save: 'saved', savedAt: work.draftChangedAt, conflicts: [], refusal: [], signature: work.signature,
    });
  }

  readonly workId: string;

  /** Brings back what an earlier start of the app could not send any more. */
  recall(): Promise<void> {
    return (this.recalling ??= this.readKept());
  }

  /** Sends nothing any more: its person has left, and what is still unsent stays on the phone for them. */
  stop(): void {
    this.isStopped = true;
    this.callOff?.();
    this.callOff = null;
  }

  private async readKept(): Promise<void> {
    const kept = await readKept(this.ports.storage, this.workId);
    for (const [field, entry] of kept.pending) {
      if (this.pending.has(field) || canonical(entry.value) === canonical(this.store.get().form[field])) continue;
      this.pending.set(field, entry);
      this.show(field, entry.value);
    }
    for (const conflict of kept.conflicts) this.show(conflict.field, conflict.mine);
    if (kept.conflicts.length > 0) this.store.set((state) => ({ ...state, conflicts: kept.conflicts }));
    // What the server has had in the meantime waits no longer.
    if (kept.pending.length > 0) this.keep();
    if (this.pending.size > 0) void this.flush();
  }

  edit<F extends FormField>(field: F, value: WorkForm[F]): void {
    const conflict = this.store.get().conflicts.find((entry) => entry.field === field);
    this.show(field, value);
    if (conflict) this.store.set((state) => ({ ...state, conflicts: state.conflicts.map((entry) => (entry === conflict ? { ...entry, mine: value } : entry)) }));
    else this.pending.set(field, { value, base: this.pending.get(field)?.base ?? this.revisions[field] ?? 0 });
    this.keep();
    if (!conflict) this.sendSoon(PAUSE_MS, 'saving');
  }

  /** Sends what is waiting now. Resolves when it has been tried; whether it got there is in the state. */
  async flush(): Promise<void> {
    this.callOff?.();
    this.callOff = null;
    if (this.sending) await this.sending;
    if (this.pending.size === 0 || this.isStopped) return;
    this.sending = this.send().finally(() => {
      this.sending = null;
    });
    await this.sending;
  }

  /** Takes a newer view of the work; answers which fields somebody changed elsewhere. */
  take(work: WorkView): FormField[] {
    const changed: FormField[] = [];
    for (const [field, revision = 0] of Object.entries(work.fieldRevisions) as [FormField, number | undefined][]) {
      // An older view may arrive after a newer save: it must not take a text back.
      if (revision <= (this.revisions[field] ?? 0) || this.isMine(field)) continue;
      this.revisions[field] = revision;
      this.show(field, work.form[field]);
      changed.push(field);
    }
    this.store.set((state) => ({ ...state, signature: work.signature, savedAt: Math.max(state.savedAt, work.draftChangedAt) }));
    return changed;
  }

  /** Goes on with the text the person has settled on, over the newer one they have seen. */
  settle<F extends FormField>(field: F, value: WorkForm[F]): void {
    const conflict = this.store.get().conflicts.find((entry) => entry.field === field);
    if (!conflict) return;
    this.store.set((state) => ({ ...state, conflicts: state.conflicts.filter((entry) => entry !== conflict) }));
    this.revisions[field] = conflict.theirRevision;
    this.show(field, value);
    if (canonical(value) !== canonical(conflict.theirs)) this.pending.set(field, { value, base: conflict.theirRevision });
    this.keep();
    void this.flush();
  }

  /** Everything typed is on the server and nothing is left to choose. */
  get isSettled(): boolean {
    return this.pending.size === 0 && this.store.get().conflicts.length === 0;
  }

  private async send(): Promise<void> {
    const sent = new Map(this.pending);
    this.store.set((state) => ({ ...state, save: state.save === 'refused' ? state.save : 'saving' }));
    try {
      this.accept(sent, await this.ports.save(this.workId, { changes: changesOf(sent) }));
    } catch (error) {
      await this.miss(error);
    }
    this.keep();
  }

  private accept(sent: ReadonlyMap<FormField, PendingField>, reply: SaveFormReply): void {
    this.failures = 0;
    const conflicts: FieldConflict[] = [];
    for (const [field, { value }] of sent) {
      const conflict = reply.conflicts.find((entry) => entry.field === field);
      const now = this.pending.get(field);
      if (conflict) {
        this.pending.delete(field);
        conflicts.push({ ...conflict, mine: now?.value ?? value });
        continue;
      }
      this.revisions[field] = reply.fieldRevisions[field] ?? this.revisions[field] ?? 0;
      if (now && now.value !== value) this.pending.set(field, { value: now.value, base: this.revisions[field] });
      else this.pending.delete(field);
    }
    this.store.set((state) => ({
      ...state,
      save: this.pending.size > 0 ? 'saving' : 'saved',
      savedAt: reply.savedAt,
      conflicts: [...state.conflicts, ...conflicts],
      refusal: [],
      signature: reply.signature,
    }));
    if (this.pending.size > 0) this.sendSoon(PAUSE_MS, 'saving');
  }

  private async miss(error: unknown): Promise<void> {
    if (error instanceof Refused && !error.has('DRAFT_CHANGED') && error.status !== 429 && error.status < 500) {
      this.store.set((state) => ({ ...state, save: 'refused', refusal: error.reasons }));
      return;
    }
    this.failures += 1;
    const save = !(await this.ports.isOnline()) ? 'offline' : this.failures >= STUCK_AFTER ? 'stuck' : 'retrying';
    this.sendSoon(RETRY_MS[Math.min(this.failures, RETRY_MS.length) - 1] ?? PAUSE_MS, save);
  }

  private sendSoon(ms: number, save: SaveState): void {
    this.callOff?.();
    if (this.isStopped) return;
    const { save: before } = this.store.get();
    // While a failure stands, typing on must not make it look as if things were well.
    const stays = save === 'saving' && this.failures > 0;
    this.store.set((state) => ({ ...state, save: stays ? before : save }));
    this.callOff = this.ports.later(ms, () => void this.flush());
  }

  private isMine(field: FormField): boolean {
    return this.pending.has(field) || this.store.get().conflicts.some((entry) => entry.field === field);
  }

  private show(field: FormField, value: unknown): void {
    this.store.set((state) => ({ ...state, form: { ...state.form, [field]: value } }));
  }

  private keep(): void {
    writeKept(this.ports.storage, this.workId, { pending: [...this.pending], conflicts: [...this.store.get().conflicts] });
  }
}
