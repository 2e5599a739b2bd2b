import { Inject, Injectable } from '@nestjs/common';
import { channelContents } from '@kepu/shared/domain/message-kinds';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { HandlesJob, WhenGivenUp } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Accounts } from '../account/accounts.js';
import { MESSAGE_CHANNELS, type MessageChannel } from './channel.port.js';
import { Message, MessageDelivery } from './message.entity.js';

const ANSWER = 400;

/** Messages on their way out of the app: a row and a job for each channel, so that one that fails is tried again alone. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly accounts: Accounts,
    @Inject(MESSAGE_CHANNELS) private readonly channels: MessageChannel[],
  ) {}

  /** Sends a message on every channel that has a template for it and reaches the person; in the open transaction. */
  async order(message: Message): Promise<void> {
    const contents = channelContents(message.kind ?? '', message.params);
    if (!contents || this.channels.length === 0) return;
    const to = await this.accounts.get(message.accountId);
    for (const { channel, reaches } of this.channels.map((one) => ({ channel: one.channel, reaches: one.reaches(to) }))) {
      if (!reaches || contents[channel] === null) continue;
      const id = newId();
      await this.db.write(MessageDelivery).insert({ id, messageId: message.id, channel, state: 'waiting', answer: null, attempts: 0, createdAt: this.clock.now(), endedAt: null });
      await this.jobs.add('message.deliver', { deliveryId: id });
    }
  }

  @HandlesJob('message.deliver')
  async deliver({ deliveryId }: { deliveryId?: string }): Promise<void> {
    const row = deliveryId === undefined ? null : await this.db.read(MessageDelivery).findOneBy({ id: deliveryId, state: 'waiting' });
    const message = row && (await this.db.read(Message).findOneBy({ id: row.messageId }));
    const channel = this.channels.find((one) => one.channel === row?.channel);
    const content = row && channelContents(message?.kind ?? '', message?.params)?.[row.channel];
    if (!row || !message || !channel || !content) return;
    const { phone, wechatOpenId } = await this.accounts.get(message.accountId);
    await this.db.transaction(() => this.db.write(MessageDelivery).increment({ id: row.id }, 'attempts', 1));
    const answer = await channel.send({ id: row.id, to: { phone, wechatOpenId }, workId: message.workId, content });
    await this.conclude(row.id, 'sent', answer);
  }

  @WhenGivenUp('message.deliver')
  async giveUp({ deliveryId }: { deliveryId?: string }, error: unknown): Promise<void> {
    if (deliveryId !== undefined) await this.conclude(deliveryId, 'failed', error instanceof Error ? error.message : String(error));
  }

  private async conclude(id: string, state: 'sent' | 'failed', answer: string): Promise<void> {
    await this.db.transaction(() => this.db.write(MessageDelivery).update({ id, state: 'waiting' }, { state, answer: answer.slice(0, ANSWER), endedAt: this.clock.now() }));
  }
}
