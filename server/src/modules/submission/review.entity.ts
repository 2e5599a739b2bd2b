import type { ReturnReason } from '@kepu/shared/contracts/work';
import { Entity, Index } from 'typeorm';
import { At, Id, Int, Json, LongText, Ref, Words } from '../../platform/columns.js';

/** One duty attested by one named person for one version of a work (P6). */
@Entity('sign_off')
@Index('ux_sign_off_duty', ['workId', 'versionNumber', 'dutyId'], { unique: true })
export class SignOff {
  @Id() id: string;
  @Ref() workId: string;
  @Int() versionNumber: number;
  @Words(20) dutyId: string;
  @LongText() opinion: string;
  /** What the duty said when it was signed; null: signed before these words were kept. */
  @LongText({ nullable: true }) statement: string | null;
  @Ref() accountId: string;
  @Words(60) accountName: string;
  @At() at: number;
}

/** A version sent back, with every thing to mend at its field or second. Only ever inserted. */
@Entity('return_note')
@Index('ix_return_work', ['workId', 'at'])
export class ReturnNote {
  @Id() id: string;
  @Ref() workId: string;
  @Int() versionNumber: number;
  @Ref() unitId: string;
  @Words(60) unitName: string;
  @Ref() byId: string;
  @Words(60) byName: string;
  @Json() reasons: ReturnReason[];
  @At() resubmitBy: number;
  @At() at: number;
}
