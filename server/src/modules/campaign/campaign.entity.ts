import type { CallState } from '@kepu/shared/campaign/call-state';
import type { StoredConfig } from '@kepu/shared/campaign/complete-config';
import { Entity, Index } from 'typeorm';
import { At, Id, Int, Json, Ref, Words } from '../../platform/columns.js';

/** One call. What it says stands in its configuration's versions. */
@Entity('campaign')
@Index('ux_campaign_prefix', ['receiptPrefix'], { unique: true })
export class Campaign {
  @Id() id: string;
  @Words(12, { default: 'open' }) state: CallState;
  /** What its receipts begin with: two calls of one year never give the same number. */
  @Words(12, { default: '' }) receiptPrefix: string;
  @Int() year: number;
  @Int() configVersion: number;
  /** Last running number given to a receipt. */
  @Int({ default: 0 }) lastReceipt: number;
  @At() createdAt: number;
}

/** One version of a call's configuration. Only ever inserted. */
@Entity('campaign_config')
@Index('ux_config_version', ['campaignId', 'version'], { unique: true })
export class CampaignConfigVersion {
  @Id() id: string;
  @Ref() campaignId: string;
  @Int() version: number;
  /** As it was saved: read through `completeConfig`, which knows the keys that came later. */
  @Json() config: StoredConfig;
  @Words(200) reason: string;
  @At() changedAt: number;
  @Words(60, { nullable: true }) changedBy: string | null;
}
