import type { IdentityKind } from '@kepu/shared/rules/identity';
import { Entity, Index } from 'typeorm';
import { Id, Ref, Words } from '../../platform/columns.js';

/**
 * One identity a recommended work holds for the whole call (O7, O8): its author, its producing unit, its
 * film. The unique key is the rule. Kinds the call only warns about are kept with the work's id in the
 * key, so that they can be compared without refusing each other.
 */
@Entity('identity_claim')
@Index('ux_identity_key', ['campaignId', 'kind', 'key'], { unique: true })
@Index('ix_identity_work', ['workId'])
export class IdentityClaimRow {
  @Id() id: string;
  @Ref() campaignId: string;
  @Words(14) kind: IdentityKind;
  @Words(190) key: string;
  @Ref() workId: string;
}
