import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditParams } from '@kepu/shared/domain/audit-actions';
import type { Role } from '@kepu/shared/domain/roles';
import { displayName, type Actor } from '../access/actor.js';
import { Clock } from '../clock.js';
import { Database } from '../database.js';
import { trace } from '../log.js';
import { AuditEntry } from './audit-entry.entity.js';

/** Who did it: an actor, or somebody who proved who they are without having a session yet. */
export type Doer = Pick<Actor, 'accountId' | 'name' | 'phone'>;

export interface Deed<A extends AuditAction> {
  action: A;
  /** In which of the person's roles; null: the system itself. */
  role: Role | null;
  campaignId?: string | null;
  workId?: string | null;
  unitId?: string | null;
  /** What the person wrote. */
  reason?: string | null;
  params: AuditParams<A>;
}

/** The log that answers "who did what when". Written in the transaction of the deed, or not at all. */
@Injectable()
export class Audit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async record<A extends AuditAction>(actor: Doer | null, deed: Deed<A>): Promise<void> {
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
      changes: [],
      params: boundedRecord(deed.params),
    });
  }
}

const LONGEST = 300;
const MOST = 30;

/** Long texts are kept to their beginning, long lists to their first rows: the whole stands in the version it belongs to. */
function bounded(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (Array.isArray(value)) return value.slice(0, MOST).map(bounded);
  return typeof value === 'object' && value !== null ? boundedRecord(value) : value;
}

const boundedRecord = (record: object): object => Object.fromEntries(Object.entries(record).map(([key, part]) => [key, bounded(part)]));
