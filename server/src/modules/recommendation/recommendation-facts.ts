import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { IdentityClaim } from '@kepu/shared/rules/identity';
import { Clock } from '../../platform/clock.js';
import type { Slot } from '../campaign/slot.entity.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Inspections } from '../inspection/inspections.js';
import { Reviews } from '../submission/reviews.js';
import type { WorkVersion } from '../work/work-version.entity.js';
import type { Work } from '../work/work.entity.js';
import { IdentityClaims } from './identity-claims.js';
import { isFromListedArea, toState } from './places.js';

export interface Known {
  work: Work;
  unit: Unit;
  version: WorkVersion;
  slots: Slot[];
  claims: IdentityClaim[];
  config: CampaignConfig;
}

/** What speaks for and against recommending a work, as the rules see it. */
@Injectable()
export class RecommendationFactsReader {
  constructor(
    private readonly clock: Clock,
    private readonly reviews: Reviews,
    private readonly claims: IdentityClaims,
    private readonly inspections: Inspections,
  ) {}

  forWithdrawal({ status }: Work, unit: Unit, config: CampaignConfig) {
    return { status, unit, config, now: this.clock.now() };
  }

  async gather({ work, unit, version, slots, claims, config }: Known) {
    return {
      work: { status: work.status, fromListedArea: isFromListedArea(work) },
      config,
      unit,
      slots: slots.map(toState),
      signedDuties: (await this.reviews.standingSignOffs(work)).map((row) => row.dutyId),
      findings: await this.inspections.findingsOf(version),
      taken: await this.claims.taken(work, claims),
      now: this.clock.now(),
    };
  }
}
