import type { Channel } from '@kepu/shared/domain/message-channels';
import { Entity, Index } from 'typeorm';
import { At, Id, Int, Json, Ref, Words } from '../../platform/columns.js';

/** Something a person is told. */
@Entity('message')
@Index('ix_message_account', ['accountId', 'at'])
export class Message {
  @Id() id: string;
  @Ref() accountId: string;
  /** The sentence as it was said in the app: a record, whatever the kind says today. */
  @Words(400) text: string;
  /** Its kind (`MESSAGE_KINDS`) and what it is about, for every other channel; null: from before there were kinds. */
  @Words(40, { nullable: true }) kind: string | null;
  @Json({ nullable: true }) params: object | null;
  @Ref({ nullable: true }) workId: string | null;
  @At() at: number;
  @At({ nullable: true }) readAt: number | null;
}

export type DeliveryState = 'waiting' | 'sent' | 'failed';

/** One message on its way through one channel: each is tried and told apart by itself. */
@Entity('message_delivery')
@Index('ux_delivery_channel', ['messageId', 'channel'], { unique: true })
export class MessageDelivery {
  @Id() id: string;
  @Ref() messageId: string;
  @Words(16) channel: Channel;
  @Words(16) state: DeliveryState;
  /** What the gateway said, of a delivery that failed the last error. */
  @Words(400, { nullable: true }) answer: string | null;
  @Int({ default: 0 }) attempts: number;
  @At() createdAt: number;
  @At({ nullable: true }) endedAt: number | null;
}
