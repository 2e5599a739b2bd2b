import type { AuditChange } from '@kepu/shared/contracts/desk';
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { At, Json, LongText, Ref, Words } from '../columns.js';

/** Who did what, when, to what, from what to what. Only ever inserted. */
@Entity('audit_entry')
@Index('ix_audit_work', ['workId', 'id'])
@Index('ix_audit_campaign', ['campaignId', 'id'])
@Index('ix_audit_unit', ['unitId', 'at'])
export class AuditEntry {
  @PrimaryGeneratedColumn() id: number;
  @At() at: number;
  @Words(64) requestId: string;
  @Ref({ nullable: true }) campaignId: string | null;
  @Ref({ nullable: true }) actorId: string | null;
  @Words(60) actorName: string;
  @Words(16) role: string;
  @Ref({ nullable: true }) unitId: string | null;
  @Words(60) action: string;
  @Ref({ nullable: true }) workId: string | null;
  @LongText({ nullable: true }) reason: string | null;
  /** Words of entries from before actions kept typed data; empty for all others. */
  @Json() changes: AuditChange[];
  /** What its action keeps (`AUDIT_ACTIONS`); null for entries from before. */
  @Json({ nullable: true }) params: object | null;
}
