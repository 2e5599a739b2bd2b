import { Injectable } from '@nestjs/common';
import { shownVerdict } from '@kepu/shared/inspection/judge';
import { In, MoreThan } from 'typeorm';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { HandlesJob } from '../../platform/jobs/job.decorator.js';
import type { JobPayloads } from '../../platform/jobs/job-names.js';
import { Campaigns } from '../campaign/campaigns.js';
import { FindingOverrides } from '../inspection/finding-overrides.js';
import { FindingRow } from '../inspection/inspection.entity.js';
import { BESIDE_OTHERS } from '../inspection/inspections.js';
import { shownSide } from '../work/shown-side.js';
import { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { OtherWorks } from './other-works.js';

const PAGE = 50;

/** O7 and O8 as rows the department can count and filter by. Only its lists read them: to others they would tell of works they may not know. */
@Injectable()
export class OtherWorksRows {
  constructor(
    private readonly db: Database,
    private readonly works: Works,
    private readonly campaigns: Campaigns,
    private readonly otherWorks: OtherWorks,
    private readonly overrides: FindingOverrides,
  ) {}

  @HandlesJob('other-works.recount')
  async run(payload: JobPayloads['other-works.recount']): Promise<void> {
    if ('workId' in payload) return this.refreshWithCounterparts(payload.workId);
    for (let after = ''; ; ) {
      const page = await this.db.read(Work).find({ where: { campaignId: payload.campaignId, id: MoreThan(after) }, select: { id: true }, order: { id: 'ASC' }, take: PAGE });
      for (const { id } of page) await this.refresh(id);
      if (page.length < PAGE) return;
      after = page.at(-1)?.id ?? '';
    }
  }

  /** The rows of one work, in a transaction of its own or in the open one. */
  async refresh(workId: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.works.get(workId);
      if (!work.filmFileId) return;
      const { config } = await this.campaigns.get(work.campaignId);
      const fileId = work.filmFileId;
      const found = await this.overrides.layOver(fileId, await this.otherWorks.judgedForDepartment(work, await this.formOf(work), fileId));
      await this.db.write(FindingRow).delete({ fileId, rule: In(BESIDE_OTHERS) });
      await this.db.write(FindingRow).insert(found.map((finding) => ({ id: newId(), fileId, workId, rule: finding.rule, verdict: shownVerdict(finding, config) })));
    });
  }

  private async refreshWithCounterparts(workId: string): Promise<void> {
    const work = await this.works.get(workId);
    const others = await this.otherWorks.counterparts(work, await this.formOf(work));
    for (const id of [workId, ...others]) await this.refresh(id);
  }

  private async formOf(work: Work) {
    return shownSide(work, await this.works.currentVersion(work), false).form;
  }
}
