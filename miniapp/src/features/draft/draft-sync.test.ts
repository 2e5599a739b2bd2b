import { describe, expect, it } from 'vitest';
import type { SaveFormReply, SaveFormRequest, WorkView } from '@kepu/shared/contracts/work';
import { emptyForm, type FormField, type WorkForm } from '@kepu/shared/forms/work-form';
import { NoAnswer } from '../../platform/no-answer';
import { memoryStore } from '../../platform/storage';
import { Refused } from '../session/refused';
import { DraftSync } from './draft-sync';

/** A server with one draft, in the words of the contract: a revision for each field. */
class SmallServer {
  form: WorkForm = emptyForm();
  revisions: Partial<Record<FormField, number>> = {};
  isAway = false;
  refusal: Refused | null = null;
  saves = 0;
  /** Runs between a request's arrival and its answer. */
  meanwhile: (() => void) | null = null;

  save = (_id: string, request: SaveFormRequest): Promise<SaveFormReply> => new Promise((resolve) => resolve(this.answer(request)));

  private answer({ changes }: SaveFormRequest): SaveFormReply {
    if (this.isAway) throw new NoAnswer('away');
    if (this.refusal) throw this.refusal;
    this.saves += 1;
    const conflicts = [];
    for (const { field, value, baseRevision } of changes) {
      const revision = this.revisions[field] ?? 0;
      if (revision !== baseRevision) {
        conflicts.push({ field, theirs: this.form[field], theirRevision: revision, theirDevice: 'iPhone 微信', theirAt: 5, mine: value });
        continue;
      }
      this.write(field, value);
    }
    const revisions = { ...this.revisions };
    this.meanwhile?.();
    this.meanwhile = null;
    return { revision: this.saves, fieldRevisions: revisions, savedAt: this.saves * 1000, conflicts, signature: null };
  }

  write(field: FormField, value: unknown): void {
    this.form = { ...this.form, [field]: value };
    this.revisions = { ...this.revisions, [field]: (this.revisions[field] ?? 0) + 1 };
  }

  view(): WorkView {
    return { id: 'w', form: this.form, fieldRevisions: { ...this.revisions }, draftChangedAt: 0, signature: null } as unknown as WorkView;
  }
}

function setUp(server = new SmallServer(), storage = memoryStore()) {
  const timers: { ms: number; work: () => void }[] = [];
  let isOnline = true;
  const ports = {
    storage,
    save: server.save,
    isOnline: () => Promise.resolve(isOnline),
    later: (ms: number, work: () => void) => {
      const timer = { ms, work };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  };
  const draft = new DraftSync(server.view(), ports);
  return { server, storage, draft, timers, state: () => draft.store.get(), goOffline: () => (isOnline = false) };
}

describe('autosave', () => {
  it('waits for a pause in the typing and then sends the last text once', async () => {
    const { draft, server, timers, state } = setUp();
    draft.edit('title', '风');
    draft.edit('title', '风从草原来');
    expect(timers.map(({ ms }) => ms)).toEqual([800]);
    await draft.flush();
    expect(server.form.title).toBe('风从草原来');
    expect(server.saves).toBe(1);
    expect(state().save).toBe('saved');
  });

  it('sends again what was typed while the answer was on its way', async () => {
    const { draft, server, state } = setUp();
    draft.edit('reach', '一');
    server.meanwhile = () => draft.edit('reach', '一二');
    await draft.flush();
    expect(state().save).toBe('saving');
    await draft.flush();
    expect(server.form.reach).toBe('一二');
    expect(state().conflicts).toEqual([]);
  });

  it('keeps the text on the phone while there is no network, and sends it after a restart', async () => {
    const { draft, server, storage, state, goOffline } = setUp();
    server.isAway = true;
    goOffline();
    draft.edit('summary', '一度电从哪里来');
    await draft.flush();
    expect(state().save).toBe('offline');

    server.isAway = false;
    const restarted = setUp(server, storage);
    await restarted.draft.recall();
    expect(restarted.state().form.summary).toBe('一度电从哪里来');
    await restarted.draft.flush();
    expect(server.form.summary).toBe('一度电从哪里来');
  });

  it('says that it is stuck after three tries and goes on trying', async () => {
    const { draft, server, state, timers } = setUp();
    server.isAway = true;
    draft.edit('title', '甲');
    const seen: string[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await draft.flush();
      seen.push(state().save);
    }
    expect(seen).toEqual(['retrying', 'retrying', 'stuck']);
    expect(timers).toHaveLength(1);
    draft.edit('title', '甲乙');
    expect(state().save).toBe('stuck');
  });

  it('stops at a refusal and gives its reasons, the text still there', async () => {
    const { draft, server, state, timers } = setUp();
    const reason = { code: 'AFTER_DEADLINE', deadline: 0, message: '推荐已截止' } as const;
    server.refusal = new Refused(409, { type: '', title: '', status: 409, code: 'AFTER_DEADLINE', requestId: '', reasons: [reason] });
    draft.edit('title', '甲');
    await draft.flush();
    expect(state()).toMatchObject({ save: 'refused', refusal: [reason], form: { title: '甲' } });
    expect(timers).toEqual([]);
  });
});

describe('two devices at once', () => {
  it('never overwrites the other text: both stay until one is chosen', async () => {
    const { draft, server, state } = setUp();
    server.write('reach', '别人的');
    draft.edit('reach', '我的');
    await draft.flush();
    expect(server.form.reach).toBe('别人的');
    expect(state().conflicts).toMatchObject([{ field: 'reach', mine: '我的', theirs: '别人的' }]);
    expect(state().form.reach).toBe('我的');
    expect(draft.isSettled).toBe(false);

    draft.settle('reach', '我的');
    await draft.flush();
    expect(server.form.reach).toBe('我的');
    expect(draft.isSettled).toBe(true);
  });

  it('takes theirs without sending anything', async () => {
    const { draft, server, state } = setUp();
    server.write('reach', '别人的');
    draft.edit('reach', '我的');
    await draft.flush();
    const saves = server.saves;
    draft.settle('reach', '别人的');
    await draft.flush();
    expect(state().form.reach).toBe('别人的');
    expect(server.saves).toBe(saves);
  });

  it('keeps the choice open over a restart', async () => {
    const { draft, server, storage } = setUp();
    server.write('reach', '别人的');
    draft.edit('reach', '我的');
    await draft.flush();
    const restarted = setUp(server, storage);
    await restarted.draft.recall();
    expect(restarted.state().conflicts).toMatchObject([{ field: 'reach', mine: '我的' }]);
    expect(restarted.state().form.reach).toBe('我的');
  });

  it('shows what changed elsewhere in fields nobody is typing in', () => {
    const { draft, server, state } = setUp();
    server.write('title', '新名称');
    expect(draft.take(server.view())).toEqual(['title']);
    expect(state().form.title).toBe('新名称');
  });

  it('leaves a text alone that is still on its way when a newer view arrives', async () => {
    const { draft, server, state } = setUp();
    draft.edit('title', '我的');
    server.write('title', '别人的');
    expect(draft.take(server.view())).toEqual([]);
    expect(state().form.title).toBe('我的');
    await draft.flush();
    expect(state().conflicts).toHaveLength(1);
  });

  it('does not take a saved text back when an older view arrives late', async () => {
    const { draft, server, state } = setUp();
    const old = server.view();
    draft.edit('title', '新');
    await draft.flush();
    draft.take(old);
    expect(state().form.title).toBe('新');
  });
});
