import type { UnitType } from '@kepu/shared/campaign/config';
import type { ListedArea } from '@kepu/shared/campaign/units-inner-mongolia';
import { Entity, Index } from 'typeorm';
import { At, Flag, Id, Int, Json, Ref, Words } from '../../platform/columns.js';

/** A recommending unit of one call: a league, a city, a department, a university, an institute. */
@Entity('unit')
@Index('ux_unit_code', ['campaignId', 'code'], { unique: true })
export class Unit {
  @Id() id: string;
  @Ref() campaignId: string;
  /** Counts the changes of its settings: an edit names the version it was made on. */
  @Int({ default: 1 }) version: number;
  @Words(8) code: string;
  @Words(60) name: string;
  @Words(16) type: UnitType;
  @Words(6, { nullable: true }) areaCode: string | null;
  /** Place in the order of the notice: units are never ranked. */
  @Int() position: number;
  @Int({ nullable: true }) ownQuota: number | null;
  @Flag({ default: false }) hasBonus: boolean;
  @Json() listedAreas: ListedArea[];
  /** The unit's own closing time for creators. */
  @At({ nullable: true }) closesAt: number | null;
  /** Extension of the recommendation deadline for this unit. */
  @At({ nullable: true }) recommendBy: number | null;
}
