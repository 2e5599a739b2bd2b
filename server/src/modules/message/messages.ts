import { Injectable } from '@nestjs/common';
import type { MessageView } from '@kepu/shared/contracts/desk';
import { sayMessage, type MessageKindId, type MessageParams } from '@kepu/shared/domain/message-kinds';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { Accounts } from '../account/accounts.js';
import { Deliveries } from './deliveries.js';
import { Message } from './message.entity.js';

const LONGEST = 400;

/** What people are told: kept for the app at once, on every other channel by a job. */
@Injectable()
export class Messages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly deliveries: Deliveries,
  ) {}

  /** Tells people something, inside the transaction that makes it true. */
  async tell<K extends MessageKindId>(accountIds: readonly string[], kind: K, params: MessageParams<K>, workId: string | null): Promise<void> {
    const text = (sayMessage(kind, params) ?? '').slice(0, LONGEST);
    for (const accountId of new Set(accountIds)) {
      const message: Message = { id: newId(), accountId, text, kind, params, workId, at: this.clock.now(), readAt: null };
      await this.db.write(Message).insert(message);
      await this.deliveries.order(message);
    }
  }

  /** Tells everyone who acts for a unit. */
  async tellUnit<K extends MessageKindId>(unitId: string, kind: K, params: MessageParams<K>, workId: string | null): Promise<void> {
    const people = await this.accounts.recommendersOf([unitId]);
    await this.tell(people.map(({ account }) => account.id), kind, params, workId);
  }

  async latest(accountId: string): Promise<{ unread: number; messages: MessageView[] }> {
    const rows = await this.db.read(Message).find({ where: { accountId }, order: { at: 'DESC', id: 'DESC' }, take: 50 });
    const unread = await this.db.read(Message).countBy({ accountId, readAt: IsNull() });
    return { unread, messages: rows.map(({ id, text, workId, at, readAt }) => ({ id, text, workId, at, readAt })) };
  }

  async markRead(accountId: string): Promise<void> {
    await this.db.transaction(() => this.db.write(Message).update({ accountId, readAt: IsNull() }, { readAt: this.clock.now() }));
  }
}
