import { Injectable } from '@nestjs/common';
import type { FormPreview } from '@kepu/shared/contracts/paper';
import type { FormLinkQuery, MediaLinkReply, VerifyReply } from '@kepu/shared/contracts/work';
import { inEffect } from '@kepu/shared/domain/work-status';
import { versionCode } from '@kepu/shared/forms/canonical';
import { annex2, ELECTRONIC_MARK } from '@kepu/shared/paper/annex2';
import type { PaperLayout } from '@kepu/shared/paper/layout';
import { paperHtml } from '@kepu/shared/paper/paper-html';
import type { Response } from 'express';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { qrOutline } from '../../platform/qr-outline.js';
import { found } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { MediaLinks } from '../media/media-links.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Works } from '../work/works.js';
import { FormContents, type FormCopy } from './form-contents.js';
import { PaperRenderer } from './paper-renderer.js';
import { formatIn, sendFile, type SentFormat } from './send-file.js';

/** The official form of a work as PDF, Word document and on the screen, and the public page that its code opens. */
@Injectable()
export class Forms {
  private readonly blanks = new Map<string, { version: string; bytes: Promise<Buffer> }>();

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

  async link(actor: Actor, workId: string, { copy = 'paper', format = 'pdf' }: FormLinkQuery): Promise<MediaLinkReply> {
    const work = await this.works.get(workId);
    const copyWords = [...(copy === 'electronic' ? [ELECTRONIC_MARK] : []), ...(format === 'docx' ? ['Word'] : [])].join('，');
    await this.db.transaction(() => this.audit.record(actor, { action: 'work.print', role: roleOn(actor, work), campaignId: work.campaignId, workId, unitId: work.unitId, params: { copy: copyWords } }));
    const link = this.links.make(actor, { kind: 'form', id: workId });
    // Not signed with the rest: whoever may print the form may have either copy in any format.
    return { ...link, url: `${link.url}${copy === 'electronic' ? `&as=${copy}` : ''}${format === 'pdf' ? '' : `&format=${format}`}` };
  }

  /** Draws the form for whoever holds the link. */
  async send(workId: string, query: Record<string, unknown>, response: Response): Promise<void> {
    const actor = await this.links.admit({ kind: 'form', id: workId }, query);
    const work = await this.works.get(workId);
    const contents = await this.contents.of(work, work.ownerId === actor.accountId, query.as === 'electronic' ? 'electronic' : 'paper');
    const mark = contents.work?.electronic ? `_${ELECTRONIC_MARK}` : '';
    const format = formatIn(query);
    sendFile(response, await this.draw(annex2(contents), format), `推荐表_${work.title}${mark}`, format);
  }

  /** The form as it would be printed now, for a screen that draws it itself. */
  async preview(actor: Actor, workId: string, copy: FormCopy = 'paper'): Promise<FormPreview> {
    const work = await this.works.get(workId);
    const layout = annex2(await this.contents.of(work, work.ownerId === actor.accountId, copy));
    return { layout, qrImage: qrImageOf(layout) };
  }

  /** The blank form for printing: public, so it is drawn once for each version of the call. */
  async sendBlank(campaignId: string, query: Record<string, unknown>, response: Response): Promise<void> {
    const { id, version, config } = await this.campaigns.get(campaignId);
    const format = formatIn(query) === 'docx' ? 'docx' : 'pdf';
    sendFile(response, await this.blank(`${id}/${version}`, format, annex2({ config, madeAt: config.opensAt, unitName: null, slotNumber: null, work: null })), config.wording.title, format, true);
  }

  private async blank(version: string, format: 'pdf' | 'docx', layout: PaperLayout): Promise<Buffer> {
    const before = this.blanks.get(format);
    const bytes = before?.version === version ? before.bytes : this.papers.render(layout, format);
    this.blanks.set(format, { version, bytes });
    return bytes.catch((error: unknown) => {
      this.blanks.delete(format); // the next request draws it again
      throw error;
    });
  }

  private async draw(layout: PaperLayout, format: SentFormat): Promise<Buffer> {
    if (format !== 'html') return this.papers.render(layout, format === 'docx' ? 'docx' : 'pdf');
    return Buffer.from(paperHtml(layout, qrImageOf(layout)));
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
      inEffect: inEffect(work),
    };
  }
}

/** The code of a paper's foot as a picture that any screen can show; null for a paper without one. */
function qrImageOf({ footer: { qr } }: PaperLayout): string | null {
  if (qr === null) return null;
  const { path, modules } = qrOutline(qr);
  return `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules} ${modules}"><path d="${path}"/></svg>`).toString('base64')}`;
}
