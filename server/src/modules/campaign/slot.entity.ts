import type { SlotKind } from '@kepu/shared/rules/quota';
import { Entity, Index } from 'typeorm';
import { At, Id, Int, Ref, Words } from '../../platform/columns.js';

/** One place a unit may fill. As many rows as the quota: so no interleaving can exceed it (P1). */
@Entity('slot')
@Index('ux_slot_number', ['unitId', 'number'], { unique: true })
@Index('ux_slot_work', ['workId'], { unique: true })
export class Slot {
  @Id() id: string;
  @Ref() campaignId: string;
  @Ref() unitId: string;
  /** The 序号 of the form. */
  @Int() number: number;
  @Words(10) kind: SlotKind;
  @Ref({ nullable: true }) workId: string | null;
  @At({ nullable: true }) takenAt: number | null;
}
