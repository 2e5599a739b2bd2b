import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database.js';
import { HandlesJob } from '../../platform/jobs/job.decorator.js';
import type { JobPayloads } from '../../platform/jobs/job-names.js';
import { Work } from '../work/work.entity.js';
import { MoreThan } from 'typeorm';
import { Inspections } from './inspections.js';

const PAGE = 50;

/** Counts findings anew after a form or a call's settings changed: every list counts by the new ones. One short transaction a work. */
@Injectable()
export class RecountJob {
  constructor(
    private readonly db: Database,
    private readonly inspections: Inspections,
  ) {}

  @HandlesJob('inspection.recount')
  async run(payload: JobPayloads['inspection.recount']): Promise<void> {
    if ('workId' in payload) return this.db.transaction(() => this.inspections.recount(payload.workId));
    const { campaignId } = payload;
    for (let after = ''; ; ) {
      const page = await this.db.read(Work).find({ where: { campaignId, id: MoreThan(after) }, select: { id: true }, order: { id: 'ASC' }, take: PAGE });
      for (const { id } of page) await this.db.transaction(() => this.inspections.recount(id));
      if (page.length < PAGE) return;
      after = page.at(-1)?.id ?? '';
    }
  }
}
