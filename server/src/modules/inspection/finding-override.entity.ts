import type { CheckId } from '@kepu/shared/rules/rule-ids';
import type { OverrideSide } from '@kepu/shared/rules/override';
import { Entity, Index } from 'typeorm';
import { At, Id, LongText, Ref, Words } from '../../platform/columns.js';

/** A finding of one film that a named person set aside. Taken back, it is gone: the log keeps both. */
@Entity('finding_override')
@Index('ux_override_check', ['fileId', 'checkId'], { unique: true })
@Index('ix_override_work', ['workId'])
export class FindingOverride {
  @Id() id: string;
  @Ref() fileId: string;
  @Ref() workId: string;
  @Words(16) checkId: CheckId;
  /** What the finding said then: one that says something else is not covered. */
  @Words(64) basis: string;
  @LongText() reason: string;
  @Words(12) side: OverrideSide;
  @Ref({ nullable: true }) unitId: string | null;
  @Words(60, { nullable: true }) unitName: string | null;
  @Ref() byId: string;
  @Words(60) byName: string;
  @At() at: number;
}
