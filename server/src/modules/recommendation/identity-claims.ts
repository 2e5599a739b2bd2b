import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { ruleMode } from '@kepu/shared/inspection/rule-modes';
import type { IdentityClaim, IdentityKind } from '@kepu/shared/rules/identity';
import { Like, Not } from 'typeorm';
import { Database, isDuplicate } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { Refusal } from '../../platform/refusal.js';
import type { Work } from '../work/work.entity.js';
import { IdentityClaimRow } from './identity-claim.entity.js';

const TAKEN = { author: 'AUTHOR_TAKEN', producingUnit: 'UNIT_TAKEN', film: 'FILM_TAKEN' } as const;

/** "One work per author, per unit, per film" (O7, O8), kept by a unique key over the whole call. */
@Injectable()
export class IdentityClaims {
  constructor(private readonly db: Database) {}

  /** Which identities another recommended work already holds, be it only to be compared. */
  async taken(work: Pick<Work, 'id' | 'campaignId'>, claims: IdentityClaim[]): Promise<Record<IdentityKind, boolean>> {
    const held = { author: false, producingUnit: false, film: false };
    for (const { kind, key } of claims) {
      const other = { campaignId: work.campaignId, kind, workId: Not(work.id) };
      held[kind] ||= await this.db.read(IdentityClaimRow).existsBy([{ ...other, key }, { ...other, key: Like(`${key.replace(/[%_\\]/gu, '_')}#%`) }]);
    }
    return held;
  }

  /** Takes them all, inside the open transaction; whoever comes second is refused by the key. */
  async take(work: Work, claims: IdentityClaim[], config: CampaignConfig): Promise<void> {
    for (const { kind, key } of claims) {
      const warnsOnly = (kind === 'film' ? ruleMode(config, 'O8') : config.identity[kind]) !== 'block';
      const row = { id: newId(), campaignId: work.campaignId, kind, key: (warnsOnly ? `${key}#${work.id}` : key).slice(0, 190), workId: work.id };
      await this.db.write(IdentityClaimRow).insert(row).catch((error: unknown) => {
        throw isDuplicate(error) ? new Refusal({ code: TAKEN[kind] }) : error;
      });
    }
  }

  async release(workId: string): Promise<void> {
    await this.db.write(IdentityClaimRow).delete({ workId });
  }
}
