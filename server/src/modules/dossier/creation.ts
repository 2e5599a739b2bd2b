import { Injectable } from '@nestjs/common';
import type { FieldChange, InspectionView, SaveFormReply, WorkView } from '@kepu/shared/contracts/work';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Refusal } from '../../platform/refusal.js';
import { Inspections } from '../inspection/inspections.js';
import { Drafts } from '../work/drafts.js';
import { Works } from '../work/works.js';
import { Dossiers } from './dossiers.js';

/** Beginning a work, and taking its film off again. */
@Injectable()
export class Creation {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly drafts: Drafts,
    private readonly inspections: Inspections,
    private readonly dossiers: Dossiers,
    private readonly jobs: Jobs,
  ) {}

  async create(actor: Actor, title: string): Promise<WorkView> {
    const { id } = await this.works.create(actor, title.trim());
    return this.dossiers.view(actor, id);
  }

  /** Autosave. What the film was found to say beside the form is counted anew with it, and the department is told who else goes by these names. */
  async save(actor: Actor, workId: string, changes: FieldChange[]): Promise<SaveFormReply> {
    return this.db.transaction(async () => {
      const saved = await this.drafts.save(actor, workId, changes);
      await this.inspections.recount(workId);
      if (changes.some(({ field }) => field === 'creators' || field === 'producingUnits')) await this.jobs.add('other-works.recount', { workId }, { uniqueKey: `other-works:${workId}` });
      return saved;
    });
  }

  /** Takes the film off the draft. The file itself stays, with who put it there and when. */
  async removeFilm(actor: Actor, workId: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.works.get(workId);
      await this.drafts.refuseFrozenFiles(work);
      if (work.filmFileId === null) return;
      if (!(await this.works.change(work, { filmFileId: null, filmState: 'none', durationMs: null, failing: 0, looking: 0 }))) throw new Refusal({ code: 'DRAFT_CHANGED' });
      await this.audit.record(actor, { action: 'work.remove-film', role: 'creator', campaignId: work.campaignId, workId, params: {} });
    });
  }

  async inspectionOf(workId: string): Promise<InspectionView> {
    const { filmFileId } = await this.works.get(workId);
    return this.inspections.viewOf(filmFileId);
  }
}
