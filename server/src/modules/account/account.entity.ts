import type { Role } from '@kepu/shared/domain/roles';
import { Entity, Index } from 'typeorm';
import { At, Flag, Id, Int, Ref, Words } from '../../platform/columns.js';

/** A person. What they may do stands in their grants. */
@Entity('account')
@Index('ux_account_phone', ['phone'], { unique: true })
@Index('ux_account_wechat', ['wechatOpenId'], { unique: true })
export class Account {
  @Id() id: string;
  @Words(20) phone: string;
  @Words(60, { nullable: true }) name: string | null;
  @Words(64, { nullable: true }) wechatOpenId: string | null;
  @Words(200, { nullable: true }) passwordHash: string | null;
  /** Secret of the second factor, sealed. */
  @Words(200, { nullable: true }) totpSecret: string | null;
  /** Last time step a code was accepted for: a code works once. */
  @Int({ default: 0 }) totpLastStep: number;
  @Words(20, { nullable: true }) consentVersion: string | null;
  @Flag({ default: false }) isDisabled: boolean;
  @At() createdAt: number;
}

/** One role of one person; for a recommender, of one unit. */
@Entity('role_grant')
@Index('ix_grant_account', ['accountId'])
@Index('ix_grant_unit', ['unitId'])
export class RoleGrant {
  @Id() id: string;
  @Ref() accountId: string;
  @Words(16) role: Role;
  @Ref({ nullable: true }) unitId: string | null;
  @At() grantedAt: number;
  @At({ nullable: true }) revokedAt: number | null;
}

/** Each time somebody agreed to the privacy notice. Only ever inserted. */
@Entity('consent')
@Index('ix_consent_account', ['accountId'])
export class Consent {
  @Id() id: string;
  @Ref() accountId: string;
  @Words(20) version: string;
  @Words(120) device: string;
  @At() acceptedAt: number;
}
