import { Inject, Injectable } from '@nestjs/common';
import type { MessageView } from '@kepu/shared/contracts/desk';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { HandlesJob } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Accounts } from '../account/accounts.js';
import { Message } from './message.entity.js';
import { MESSAGE_SENDERS, type MessageSender } from './sender.port.js';

/** What people are told: kept for the app at once, handed to every other sender by a job. */
@Injectable()
export class Messages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly accounts: Accounts,
    @Inject(MESSAGE_SENDERS) private readonly senders: MessageSender[],
  ) {}

  /** Tells people something, inside the transaction that makes it true. */
  async tell(accountIds: readonly string[], text: string, workId: string | null): Promise<void> {
    for (const accountId of new Set(accountIds)) {
      const id = newId();
      await this.db.write(Message).insert({ id, accountId, text: text.slice(0, 400), workId, at: this.clock.now(), readAt: null });
      await this.jobs.add('message.deliver', { messageId: id });
    }
  }

  /** Tells everyone who acts for a unit. */
  async tellUnit(unitId: string, text: string, workId: string | null): Promise<void> {
    const people = await this.accounts.recommendersOf([unitId]);
    await this.tell(people.map(({ account }) => account.id), text, workId);
  }

  async latest(accountId: string): Promise<{ unread: number; messages: MessageView[] }> {
    const rows = await this.db.read(Message).find({ where: { accountId }, order: { at: 'DESC', id: 'DESC' }, take: 50 });
    const unread = await this.db.read(Message).countBy({ accountId, readAt: IsNull() });
    return { unread, messages: rows.map(({ id, text, workId, at, readAt }) => ({ id, text, workId, at, readAt })) };
  }

  async markRead(accountId: string): Promise<void> {
    await this.db.transaction(() => this.db.write(Message).update({ accountId, readAt: IsNull() }, { readAt: this.clock.now() }));
  }

  @HandlesJob('message.deliver')
  async deliver({ messageId }: { messageId: string }): Promise<void> {
    const message = await this.db.read(Message).findOneBy({ id: messageId });
    if (!message || this.senders.length === 0) return;
    const { phone, wechatOpenId } = await this.accounts.get(message.accountId);
    for (const sender of this.senders) await sender.send({ id: messageId, text: message.text, workId: message.workId, phone, wechatOpenId });
  }
}
