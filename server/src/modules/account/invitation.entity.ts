import type { Role } from '@kepu/shared/domain/roles';
import { Entity, Index } from 'typeorm';
import { At, Id, Ref, Words } from '../../platform/columns.js';

/** The only way to become a recommender or a member of staff: used once, until it expires. */
@Entity('invitation')
@Index('ux_invitation_hash', ['tokenHash'], { unique: true })
export class Invitation {
  @Id() id: string;
  @Words(64) tokenHash: string;
  @Words(16) role: Exclude<Role, 'creator'>;
  @Ref({ nullable: true }) unitId: string | null;
  @Words(60) name: string;
  @Words(20) phone: string;
  @Ref({ nullable: true }) createdBy: string | null;
  @At() createdAt: number;
  @At() expiresAt: number;
  @At({ nullable: true }) acceptedAt: number | null;
}
