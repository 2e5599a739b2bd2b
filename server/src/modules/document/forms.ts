import { Inject, Injectable } from '@nestjs/common';
import type { MediaLinkReply, VerifyReply } from '@kepu/shared/contracts/work';
import { versionCode } from '@kepu/shared/forms/canonical';
import { annex2, type PrintedVersion } from '@kepu/shared/paper/annex2';
import type { Response } from 'express';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { found } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { MediaLinks } from '../media/media-links.js';
import { WorkVersion } from '../work/work-version.entity.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { PdfRenderer } from './pdf-renderer.js';

/** The official form of a work as PDF, and the public page that its code opens. */
@Injectable()
export class Forms {
  private blank: { key: string; bytes: Promise<Buffer> } | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly units: Units,
    private readonly campaigns: Campaigns,
    private readonly links: MediaLinks,
    private readonly pdf: PdfRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async link(actor: Actor, workId: string): Promise<MediaLinkReply> {
    const work = await this.works.get(workId);
    await this.db.transaction(() => this.audit.record(actor, { action: 'work.print', role: roleOn(actor, work), campaignId: work.campaignId, workId, unitId: work.unitId }));
    return this.links.make(actor, { kind: 'form', id: workId });
  }

  /** Draws the form for whoever holds the link: the draft for its creator while it can be changed, else the frozen version. */
  async send(workId: string, query: Record<string, unknown>, response: Response): Promise<void> {
    const actor = await this.links.admit({ kind: 'form', id: workId }, query);
    const work = await this.works.get(workId);
    const bytes = await this.pdf.render(annex2(await this.dataOf(work, work.ownerId === actor.accountId)));
    response.setHeader('Content-Type', 'application/pdf');
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`推荐表_${work.title}.pdf`)}`);
    response.end(bytes);
  }

  /** The blank form for printing: public, so it is drawn once for each version of the call. */
  async sendBlank(response: Response): Promise<void> {
    const { id, version, config } = await this.campaigns.current();
    const key = `${id}/${version}`;
    if (this.blank?.key !== key) this.blank = { key, bytes: this.pdf.render(annex2({ config, madeAt: config.opensAt, unitName: null, slotNumber: null, work: null })) };
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

  private async dataOf(work: Work, isOwner: boolean) {
    const version = await this.works.currentVersion(work);
    const showsDraft = version === null || work.status === 'draft' || (isOwner && work.status === 'returned');
    const shown = showsDraft ? null : version;
    const config = shown ? await this.campaigns.configAt(work.campaignId, shown.configVersion) : (await this.campaigns.get(work.campaignId)).config;
    const unit = await this.units.find(shown?.unitId ?? work.draft.unitId);
    const slot = await this.units.slotOf(work.id);
    return {
      config,
      madeAt: shown?.submittedAt ?? this.clock.now(),
      unitName: unit?.name ?? null,
      slotNumber: shown ? (slot?.number ?? null) : null,
      work: { form: shown?.form ?? work.draft, version: shown ? this.printed(shown) : null, signature: null },
    };
  }

  private printed(version: WorkVersion): PrintedVersion {
    return { number: version.number, code: versionCode(version.sha256), verifyAddress: `${this.config.publicUrl}/v/${version.verifyCode}` };
  }
}
