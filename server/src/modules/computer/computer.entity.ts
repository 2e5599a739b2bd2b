import { Entity, Index } from 'typeorm';
import { At, Id, Ref, Words } from '../../platform/columns.js';

/** An editing computer: asks with a code, is allowed by a phone for one work, holds a ticket until it ends. */
@Entity('computer')
@Index('ux_computer_code', ['codeHash'], { unique: true })
@Index('ux_computer_secret', ['secretHash'], { unique: true })
@Index('ux_computer_ticket', ['ticketHash'], { unique: true })
@Index('ix_computer_work', ['workId'])
export class Computer {
  @Id() id: string;
  @Words(64) codeHash: string;
  @Words(64) secretHash: string;
  @Words(120) device: string;
  @At() askedAt: number;
  @At() codeExpiresAt: number;
  @Ref({ nullable: true }) workId: string | null;
  @Ref({ nullable: true }) accountId: string | null;
  /** The log-in that allowed it: with that it ends. */
  @Ref({ nullable: true }) sessionId: string | null;
  @At({ nullable: true }) allowedAt: number | null;
  @Words(64, { nullable: true }) ticketHash: string | null;
  @At({ nullable: true }) takenAt: number | null;
  @At({ nullable: true }) expiresAt: number | null;
  @At({ nullable: true }) endedAt: number | null;
}
