import { Injectable } from '@nestjs/common';
import type { OverrideSide } from '@kepu/shared/rules/override';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Refusal } from '../../platform/refusal.js';
import { OtherWorksRows } from '../comparison/other-works-rows.js';
import { OtherWorks } from '../comparison/other-works.js';
import { judged, type Judged } from '../inspection/finding-overrides.js';
import { Inspections } from '../inspection/inspections.js';
import { shownSide } from '../work/shown-side.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';

export interface StandingFinding {
  work: Work;
  side: OverrideSide;
  fileId: string;
  /** null: nothing of the kind is found any more. */
  entry: Judged | null;
}

/** Findings as they are now, about the film and beside other works; counted anew when one was set aside. */
@Injectable()
export class StandingFindings {
  constructor(
    private readonly works: Works,
    private readonly inspections: Inspections,
    private readonly otherWorks: OtherWorks,
    private readonly rows: OtherWorksRows,
  ) {}

  /** The finding as it is, with the work kept still until the transaction ends. */
  async load(actor: Actor, workId: string, check: string): Promise<StandingFinding> {
    const work = await this.works.getToChange(workId);
    const role = roleOn(actor, work);
    if (role !== 'recommender' && role !== 'staff') throw new Refusal({ code: 'NOT_ALLOWED' });
    const { filmFileId: fileId, form } = shownSide(work, await this.works.currentVersion(work), false);
    if (!fileId) throw new Refusal({ code: 'FINDING_CHANGED' });
    const inspection = await this.inspections.find(fileId);
    const film = inspection?.state === 'done' ? inspection.findings.map(judged) : [];
    const all = [...film, ...(await this.otherWorks.judgedFor(actor, work, form, fileId))];
    return { work, side: role, fileId, entry: all.find(({ finding }) => finding.check === check) ?? null };
  }

  async count(workId: string, isBesideOthers: boolean): Promise<void> {
    await this.inspections.recount(workId);
    if (isBesideOthers) await this.rows.refresh(workId);
  }
}
