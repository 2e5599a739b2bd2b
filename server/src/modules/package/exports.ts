import { Injectable } from '@nestjs/common';
import { nextCall } from '@kepu/shared/campaign/next-calls';
import type { MakeExportRequest, PackageView } from '@kepu/shared/contracts/handover';
import { In, Not } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database.js';
import { Refusal } from '../../platform/refusal.js';
import { BULK_PAPERS } from '@kepu/shared/paper/paper-names';
import { isDay, sayMoment } from '@kepu/shared/time';
import { Clock } from '../../platform/clock.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Works } from '../work/works.js';
import { Package } from './package.entity.js';
import { PackageSources } from './package-sources.js';
import { Packages } from './packages.js';

const MOST_SHOWN = 50;

/** What the department takes out: all of the call, a selection, works for the next level's call, papers for printing. */
@Injectable()
export class Exports {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly campaigns: Campaigns,
    private readonly works: Works,
    private readonly sources: PackageSources,
    private readonly packages: Packages,
  ) {}

  async list(campaignId: string): Promise<PackageView[]> {
    return this.packages.views(await this.db.read(Package).find({ where: { campaignId, kind: In(['export', 'next-level', 'papers']), state: Not('cancelled') }, order: { createdAt: 'DESC', id: 'DESC' }, take: MOST_SHOWN }));
  }

  async make(actor: Actor, campaignId: string, { workIds, nextLevel, papers }: MakeExportRequest): Promise<PackageView> {
    const next = nextCall(nextLevel);
    if (nextLevel && papers) throw new Refusal({ code: 'INVALID_INPUT', path: 'papers' });
    if (papers?.certificate && !isDay(papers.certificate.awardedDay)) throw new Refusal({ code: 'INVALID_INPUT', path: 'papers.certificate.awardedDay' });
    if (nextLevel && !next) throw new Refusal({ code: 'NEXT_CALL_UNKNOWN', path: 'nextLevel.callId' });
    const id = await this.db.transaction(async () => {
      const { config } = await this.campaigns.get(campaignId);
      const sources = workIds.length > 0 ? await this.sources.ofWorks(campaignId, workIds) : await this.sources.ofCampaign(campaignId);
      const absent = workIds.find((workId) => !sources.some(({ work }) => work.id === workId));
      if (absent !== undefined) throw new Refusal({ code: 'WORK_NOT_FOR_EXPORT', title: (await this.works.get(absent)).title });
      if (sources.length === 0) throw new Refusal({ code: 'NOTHING_TO_HAND_OVER' });
      const paper = BULK_PAPERS.find((one) => one.paper === papers?.paper);
      const what = next ? `报送${next.label}` : paper ? `批量打印${paper.label}` : workIds.length > 0 ? '选定作品' : '全部推荐作品';
      const title = `${what} ${sources.length} 部（${sayMoment(this.clock.now())}）`;
      // A sealed scan names the unit that recommended here: the next level gets a form to be sealed anew.
      const works = next ? sources.map((source) => ({ ...source, scan: null })) : sources;
      const row = await this.packages.freeze(actor, { campaignId, kind: next ? 'next-level' : papers ? 'papers' : 'export', unitId: null, number: null, title, nextLevel, papers, works, config });
      await this.packages.record(actor, row, 'package.export', { title: row.title, works: sources.length });
      return row.id;
    });
    return this.packages.view(id);
  }
}
