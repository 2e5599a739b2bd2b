import { Injectable } from '@nestjs/common';
import type { JuryPaperQuery, UnitPaperQuery } from '@kepu/shared/contracts/paper';
import type { MediaLinkReply } from '@kepu/shared/contracts/work';
import { FORMAT_NAMES, JURY_PAPERS, unitPaper, UNIT_PAPERS, type JuryPaperName, type PaperFileFormat, type UnitPaperName } from '@kepu/shared/paper/paper-names';
import type { Response } from 'express';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { Refusal } from '../../platform/refusal.js';
import { Units } from '../campaign/units.js';
import { MediaLinks } from '../media/media-links.js';
import { UnitPapers } from './unit-papers.js';
import { formatIn, sendFile } from './send-file.js';

/** Signed addresses of a unit's papers and of those of the judging, and what they open. */
@Injectable()
export class PaperDesk {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly units: Units,
    private readonly links: MediaLinks,
    private readonly papers: UnitPapers,
  ) {}

  async unitLink(actor: Actor, unitId: string, { paper, format = 'pdf' }: UnitPaperQuery): Promise<MediaLinkReply> {
    const { label, formats } = unitPaper(paper);
    if (!formats.includes(format)) throw new Refusal({ code: 'PAPER_FORMAT', label, formats: formats.map((one) => FORMAT_NAMES[one]).join('、'), path: 'format' });
    const { works } = await this.papers.ofUnit(unitId);
    if (works.length === 0) throw new Refusal({ code: 'NOTHING_RECOMMENDED' });
    const { campaignId } = await this.units.get(unitId);
    const role = roleOn(actor, { ownerId: null, unitId });
    await this.db.transaction(() => this.audit.record(actor, { action: 'unit.print', role, campaignId, unitId, params: { paper: label, format: FORMAT_NAMES[format] } }));
    return this.linkTo(actor, { kind: 'unit-paper', id: unitId }, paper, format);
  }

  async juryLink(actor: Actor, campaignId: string, { paper }: JuryPaperQuery): Promise<MediaLinkReply> {
    const { works } = await this.papers.ofCampaign(campaignId);
    if (works.length === 0) throw new Refusal({ code: 'NOTHING_RECOMMENDED' });
    const label = labelOf(paper);
    await this.db.transaction(() => this.audit.record(actor, { action: 'campaign.print-jury', role: roleOn(actor, { ownerId: null, unitId: null }), campaignId, params: { paper: label } }));
    return this.linkTo(actor, { kind: 'jury-paper', id: campaignId }, paper, 'pdf');
  }

  async sendUnitPaper(unitId: string, query: Record<string, unknown>, response: Response): Promise<void> {
    await this.links.admit({ kind: 'unit-paper', id: unitId }, query);
    const { paper, label } = UNIT_PAPERS.find((one) => one.paper === query.paper) ?? UNIT_PAPERS[0];
    const format = formatIn(query);
    const { name } = await this.units.get(unitId);
    sendFile(response, await this.drawUnitPaper(unitId, paper, format), `${label}_${name}`, format === 'html' ? 'pdf' : format);
  }

  async sendJuryPaper(campaignId: string, query: Record<string, unknown>, response: Response): Promise<void> {
    await this.links.admit({ kind: 'jury-paper', id: campaignId }, query);
    const { paper, label } = JURY_PAPERS.find((one) => one.paper === query.paper) ?? JURY_PAPERS[0];
    const bytes = paper === 'score' ? await this.papers.scorePdf(campaignId) : await this.papers.meetingPdf(campaignId);
    sendFile(response, bytes, label, 'pdf');
  }

  private drawUnitPaper(unitId: string, paper: UnitPaperName, format: string): Promise<Buffer> {
    switch (paper) {
      case 'summary':
        return format === 'xlsx' ? this.papers.summaryXlsx(unitId) : this.papers.summaryPdf(unitId);
      case 'letter':
        return format === 'docx' ? this.papers.letterDocx(unitId) : this.papers.letterPdf(unitId);
      case 'packing':
        return this.papers.packingPdf(unitId);
      case 'parcel':
        return this.papers.parcelPdf(unitId);
      case 'disc':
        return this.papers.discPdf(unitId);
    }
  }

  /** Not signed with the rest: whoever may print one of these papers may print each. */
  private linkTo(actor: Actor, target: Parameters<MediaLinks['make']>[1], paper: string, format: PaperFileFormat): MediaLinkReply {
    const link = this.links.make(actor, target);
    return { ...link, url: `${link.url}&paper=${paper}&format=${format}` };
  }
}

function labelOf(name: JuryPaperName): string {
  return JURY_PAPERS.find(({ paper }) => paper === name)?.label ?? name;
}
