import { Injectable } from '@nestjs/common';
import type { AuditChange } from '@kepu/shared/contracts/desk';
import type { Role } from '@kepu/shared/domain/roles';
import { displayName, type Actor } from '../access/actor.js';
import { Clock } from '../clock.js';
import { Database } from '../database.js';
import { trace } from '../log.js';
import { AuditEntry } from './audit-entry.entity.js';

/** Who did it: an actor, or somebody who proved who they are without having a session yet. */
export type Doer = Pick<Actor, 'accountId' | 'name' | 'phone'>;

export interface Deed {
  action: string;
  /** In which of the person's roles; null: the system itself. */
  role: Role | null;
  campaignId?: string | null;
  workId?: string | null;
  unitId?: string | null;
  reason?: string | null;
  changes?: AuditChange[];
}

/** The log that answers "who did what when". Written in the transaction of the deed, or not at all. */
@Injectable()
export class Audit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async record(actor: Doer | null, deed: Deed): Promise<void> {
    await this.db.write(AuditEntry).insert({
      at: this.clock.now(),
      requestId: trace.getStore()?.requestId ?? '',
      campaignId: deed.campaignId ?? null,
      actorId: actor?.accountId ?? null,
      actorName: actor ? displayName(actor) : '系统',
      role: deed.role ?? 'system',
      unitId: deed.unitId ?? null,
      action: deed.action,
      workId: deed.workId ?? null,
      reason: deed.reason ?? null,
      changes: bounded(deed.changes ?? []),
    });
  }
}

const LONGEST = 300;

/** A change of a long text is kept to its beginning: the whole text stands in the version it belongs to. */
function bounded(changes: AuditChange[]): AuditChange[] {
  const cut = (text: string | null) => (text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  return changes.slice(0, 30).map((change) => ({ label: change.label, before: cut(change.before), after: cut(change.after) }));
}
