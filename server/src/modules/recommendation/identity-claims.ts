import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { ruleMode } from '@kepu/shared/inspection/rule-modes';
import type { IdentityClaim, IdentityKind } from '@kepu/shared/rules/identity';
import { Between, Not } from 'typeorm';
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
    for (const { kind, key: whole } of claims) {
      const key = fitting(whole);
      const other = { campaignId: work.campaignId, kind, workId: Not(work.id) };
      held[kind] ||= await this.db.read(IdentityClaimRow).existsBy([{ ...other, key }, { ...other, key: Between(`${key}#`, `${key}#g`) }]);
    }
    return held;
  }

  /** Takes them all, inside the open transaction; whoever comes second is refused by the key. */
  async take(work: Work, claims: IdentityClaim[], config: CampaignConfig): Promise<void> {
    for (const { kind, key: whole } of claims) {
      const key = fitting(whole);
      const warnsOnly = (kind === 'film' ? ruleMode(config, 'O8') : config.identity[kind]) !== 'block';
      const row = { id: newId(), campaignId: work.campaignId, kind, key: warnsOnly ? `${key}#${work.id}` : key, workId: work.id };
      await this.db.write(IdentityClaimRow).insert(row).catch((error: unknown) => {
        throw isDuplicate(error) ? new Refusal({ code: TAKEN[kind] }) : error;
      });
    }
  }

  async release(workId: string): Promise<void> {
    await this.db.write(IdentityClaimRow).delete({ workId });
  }
}

/** As long as the column takes with a work's id behind it. */
const LONGEST = 190 - 37;

/** Two long names that begin alike stay two: their end goes into a hash. */
function fitting(key: string): string {
  if (key.length <= LONGEST) return key;
  const hash = createHash('sha256').update(key).digest('hex');
  return `${key.slice(0, LONGEST - hash.length - 1).replace(/[\uD800-\uDBFF]$/u, '')}~${hash}`;
}
