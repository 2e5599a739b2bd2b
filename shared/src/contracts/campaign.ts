import type { CallState } from '../campaign/call-state.js';
import type { BonusPolicy, CampaignConfig, UnitType } from '../campaign/config.js';
import type { ListedArea } from '../campaign/units-inner-mongolia.js';
import type { SlotKind } from '../rules/quota.js';
import type { Instant } from '../time.js';

/** Which call an address speaks of; without it the current one. */
export interface OfCall {
  campaignId?: string;
}

/** One call among others. */
export interface CallView {
  id: string;
  state: CallState;
  year: number;
  title: string;
  opensAt: Instant;
  recommendBy: Instant;
}

export interface CloneCampaignRequest {
  /** The earlier call. */
  from: string;
  year: number;
  /** How many days later than in the earlier call every date is. */
  shiftDays: number;
  reason: string;
}

export interface SetCallStateRequest {
  state: CallState;
  reason: string;
}

/** What anyone may know: the call, the units, the clock. */
export interface CampaignReply {
  id: string;
  state: CallState;
  config: CampaignConfig;
  units: UnitOption[];
  serverTime: Instant;
  isDemonstration: boolean;
  /** False where no WeChat account is configured: the one-tap login is then not offered. */
  hasWechat: boolean;
}

/**
 * A unit as anyone may know it. Both clocks are among it: whoever fills a form may choose any unit, and the phone
 * works out from them until when (`submitBy`). Quota, extra slot, people and version are the department's (`UnitBoardRow`).
 */
export interface UnitOption {
  id: string;
  code: string;
  name: string;
  type: UnitType;
  /** The unit's own closing time for creators; null: when recommendation closes. */
  closesAt: Instant | null;
  /** Extension granted to this unit; null: the call's deadline. */
  recommendBy: Instant | null;
  /** Whose works may use the reserved slot. */
  listedAreas: ListedArea[];
}

export interface SlotView {
  id: string;
  number: number;
  kind: SlotKind;
  work: { id: string; title: string; inEffect: boolean } | null;
}

export interface UnitSlotsReply {
  unit: UnitOption;
  slots: SlotView[];
  recommendBy: Instant;
  submitBy: Instant;
  bonus: BonusPolicy | null;
}

/** One line of the console's board of units, in the order of the notice. */
export interface UnitBoardRow {
  unit: UnitOption;
  /** Of the unit's settings, to be sent back with an edit of them. */
  version: number;
  ownQuota: number | null;
  hasBonus: boolean;
  slots: SlotView[];
  /** Works waiting for this unit's review. */
  underReview: number;
  /** Masked phone numbers. */
  recommenders: { name: string | null; phone: string }[];
  lastActivityAt: Instant | null;
}

export interface EditUnitRequest {
  name: string;
  ownQuota: number | null;
  hasBonus: boolean;
  /** Whose works the reserved slot is for; not said: as they are. */
  listedAreas?: ListedArea[];
  /** Department's extension for this unit alone; null: the call's deadline. */
  recommendBy: Instant | null;
  closesAt: Instant | null;
  /** The version this edit started from: a newer one refuses it. */
  baseVersion: number;
  reason: string;
}

export interface SetClosingRequest {
  closesAt: Instant | null;
}

export interface ConfigReply {
  config: CampaignConfig;
  version: number;
  changedAt: Instant;
  changedBy: string | null;
  reason: string;
}

export interface EditConfigRequest {
  config: CampaignConfig;
  /** The version this edit started from: a newer one refuses it. */
  baseVersion: number;
  reason: string;
}
