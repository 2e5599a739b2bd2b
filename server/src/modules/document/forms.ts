import { Injectable } from '@nestjs/common';
import type { MediaLinkReply, VerifyReply } from '@kepu/shared/contracts/work';
import { versionCode } from '@kepu/shared/forms/canonical';
import { annex2, ELECTRONIC_MARK } from '@kepu/shared/paper/annex2';
import type { Response } from 'express';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { found } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { MediaLinks } from '../media/media-links.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Works } from '../work/works.js';
import { FormContents, type FormCopy } from './form-contents.js';
import { PaperRenderer } from './paper-renderer.js';

/** The official form of a work as PDF, and the public page that its code opens. */
@Injectable()
export class Forms {
  private blank: { key: string; bytes: Promise<Buffer> } | null = null;

  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly units: Units,
    private readonly campaigns: Campaigns,
    private readonly links: MediaLinks,
    private readonly papers: PaperRenderer,
    private readonly contents: FormContents,
  ) {}

  async link(actor: Actor, workId: string, copy: FormCopy = 'paper'): Promise<MediaLinkReply> {
    const work = await this.works.get(workId);
    const changes = copy === 'electronic' ? [{ label: '版式', before: null, after: ELECTRONIC_MARK }] : [];
    await this.db.transaction(() => this.audit.record(actor, { action: 'work.print', role: roleOn(actor, work), campaignId: work.campaignId, workId, unitId: work.unitId, changes }));
    const link = this.links.make(actor, { kind: 'form', id: workId });
    // Not signed with the rest: whoever may print the form may have either copy.
    return copy === 'electronic' ? { ...link, url: `${link.url}&as=${copy}` } : link;
  }

  /** Draws the form for whoever holds the link. */
  async send(workId: string, query: Record<string, unknown>, response: Response): Promise<void> {
    const actor = await this.links.admit({ kind: 'form', id: workId }, query);
    const work = await this.works.get(workId);
    const contents = await this.contents.of(work, work.ownerId === actor.accountId, query.as === 'electronic' ? 'electronic' : 'paper');
    const bytes = await this.papers.render(annex2(contents));
    const mark = contents.work?.electronic ? `_${ELECTRONIC_MARK}` : '';
    response.setHeader('Content-Type', 'application/pdf');
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`推荐表_${work.title}${mark}.pdf`)}`);
    response.end(bytes);
  }

  /** The blank form for printing: public, so it is drawn once for each version of the call. */
  async sendBlank(response: Response): Promise<void> {
    const { id, version, config } = await this.campaigns.current();
    const key = `${id}/${version}`;
    if (this.blank?.key !== key) this.blank = { key, bytes: this.papers.render(annex2({ config, madeAt: config.opensAt, unitName: null, slotNumber: null, work: null })) };
    const bytes = await this.blank.bytes.catch((error: unknown) => {
      this.blank = null; // the next request draws it again
      throw error;
    });
    response.setHeader('Content-Type', 'application/pdf');
    response.setHeader('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${config.wording.title}.pdf`)}`);
    response.end(bytes);
  }

  /** What anyone who scans the code of a printed form may know: nothing personal but what the form's title says. */
  async verify(code: string): Promise<VerifyReply> {
    const version = found(await this.db.read(WorkVersion).findOneBy({ verifyCode: code.trim().toUpperCase() }));
    const work = await this.works.get(version.workId);
    const { config } = await this.campaigns.get(work.campaignId);
    return {
      title: version.form.title,
      unitName: (await this.units.get(version.unitId)).name,
      campaignTitle: config.title,
      versionNumber: version.number,
      isCurrent: version.number === work.versionNumber,
      currentVersion: work.versionNumber,
      code: versionCode(version.sha256),
      submittedAt: version.submittedAt,
      status: work.status,
    };
  }
}
