import { Entity, Index } from 'typeorm';
import { At, Id, Ref, Words } from '../../platform/columns.js';

/** Something a person is told. */
@Entity('message')
@Index('ix_message_account', ['accountId', 'at'])
export class Message {
  @Id() id: string;
  @Ref() accountId: string;
  @Words(400) text: string;
  @Ref({ nullable: true }) workId: string | null;
  @At() at: number;
  @At({ nullable: true }) readAt: number | null;
}
