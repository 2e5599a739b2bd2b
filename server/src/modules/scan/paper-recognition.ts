import { Injectable } from '@nestjs/common';
import type { Paper } from '@kepu/shared/contracts/scan';
import { formChanges } from '@kepu/shared/forms/diff';
import { readPaperCode } from '@kepu/shared/rules/scan';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Database } from '../../platform/database.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { WorkVersion } from '../work/work-version.entity.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';

/** Most differences of two versions that are listed: the sentence on top says that there are more. */
const MOST_CHANGES = 12;

/** Which paper a printed code belongs to, as it stands now and as far as the reader may know. */
@Injectable()
export class PaperRecognition {
  constructor(
    private readonly db: Database,
    private readonly works: Works,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
  ) {}

  async of(actor: Actor, work: Work, text: string | null): Promise<Paper> {
    if (text === null) return { kind: 'unread' };
    const printed = readPaperCode(text);
    const version = printed && (await this.db.read(WorkVersion).findOneBy({ verifyCode: printed.code }));
    if (!printed || !version) return { kind: 'foreign' };
    if (version.workId !== work.id) return { kind: 'other-work', title: await this.titleFor(actor, version) };
    const { page, pages } = printed;
    if (version.number === work.versionNumber) return { kind: 'current', page, pages };
    const current = await this.works.version(work.id, work.versionNumber);
    const { config } = await this.campaigns.get(work.campaignId);
    return { kind: 'older', page, pages, version: version.number, changes: formChanges(version.form, current.form, config, await this.units.namesOf([version.unitId, current.unitId])).slice(0, MOST_CHANGES) };
  }

  private async titleFor(actor: Actor, version: WorkVersion): Promise<string | null> {
    const other = await this.works.get(version.workId);
    return roleOn(actor, other) === null ? null : version.form.title;
  }
}
