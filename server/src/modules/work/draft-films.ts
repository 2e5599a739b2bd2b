import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { Refusal } from '../../platform/refusal.js';
import { Drafts } from './drafts.js';
import { Works } from './works.js';

/** The film of a draft. The file itself stays when it is taken off, with who put it there and when. */
@Injectable()
export class DraftFilms {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly drafts: Drafts,
  ) {}

  async remove(actor: Actor, workId: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.works.get(workId);
      await this.drafts.refuseFrozenFiles(work);
      if (work.filmFileId === null) return;
      if (!(await this.works.change(work, { filmFileId: null, filmState: 'none', durationMs: null, failing: 0, looking: 0 }))) throw new Refusal({ code: 'DRAFT_CHANGED' });
      await this.audit.record(actor, { action: 'work.remove-film', role: 'creator', campaignId: work.campaignId, workId, params: {} });
    });
  }
}
