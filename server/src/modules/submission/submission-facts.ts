import { Injectable } from '@nestjs/common';
import { fileIdsOf } from '@kepu/shared/forms/shape';
import { filmState } from '@kepu/shared/rules/film-state';
import type { SubmissionFacts } from '@kepu/shared/rules/submission';
import { Clock } from '../../platform/clock.js';
import { refuse } from '../../platform/refusal.js';
import { Campaigns, type CurrentCampaign } from '../campaign/campaigns.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Units } from '../campaign/units.js';
import { FindingOverrides } from '../inspection/finding-overrides.js';
import type { Inspection } from '../inspection/inspection.entity.js';
import { Inspections } from '../inspection/inspections.js';
import type { StoredFile } from '../upload/file.entity.js';
import { Files } from '../upload/files.js';
import { Uploads } from '../upload/uploads.js';
import { Drafts } from '../work/drafts.js';
import type { Work } from '../work/work.entity.js';

/** A draft with everything its submission is judged by and made from. */
export interface Gathered {
  work: Work;
  campaign: CurrentCampaign;
  unit: Unit | null;
  film: StoredFile | null;
  inspection: Inspection | null;
  facts: SubmissionFacts;
}

/** What is known of a draft when it is to be handed in. */
@Injectable()
export class SubmissionFactsReader {
  constructor(
    private readonly clock: Clock,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly inspections: Inspections,
    private readonly overrides: FindingOverrides,
    private readonly drafts: Drafts,
  ) {}

  /** What speaks for and against submitting, as the rules see it. */
  async gather(work: Work): Promise<Gathered> {
    const campaign = await this.campaigns.getOpen(work.campaignId);
    const unit = await this.units.find(work.draft.unitId);
    const film = await this.files.find(work.filmFileId);
    const inspection = film ? await this.inspections.find(film.id) : null;
    const facts: SubmissionFacts = {
      status: work.status,
      form: work.draft,
      config: campaign.config,
      unit,
      film: { state: filmState(film && { inspection: inspection?.state ?? 'queued' }, film === null && (await this.uploads.openFilm(work.id)) !== null), durationMs: inspection?.facts?.durationMs ?? null, registeredAt: film?.registeredAt ?? null, findings: film && inspection ? await this.overrides.lay(film.id, inspection.findings) : [] },
      signature: await this.drafts.signatureStanding(work),
      draftChangedAt: work.draftChangedAt,
      now: this.clock.now(),
    };
    return { work, campaign, unit, film, inspection, facts };
  }

  /** A form may only point to files that are this work's own. */
  async refuseUnknownFiles(work: Work): Promise<void> {
    const known = await this.files.knownOf(work.id, fileIdsOf(work.draft), ['broadcast-proof', 'licence-proof']);
    const entries = [...work.draft.broadcasts.map((entry, index) => ({ entry, path: `broadcasts.${index}.proofIds` })), ...work.draft.materials.map((entry, index) => ({ entry, path: `materials.${index}.proofIds` }))];
    refuse(entries.filter(({ entry }) => entry.proofIds.some((id) => !known.has(id))).map(({ path }) => ({ code: 'UNKNOWN_FILE', path })));
  }
}
