import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { ComputerDeskReply, ComputerFilmView, ProofPlace } from '@kepu/shared/contracts/computer';
import { isEditable } from '@kepu/shared/domain/work-status';
import { sayBroadcast, sayMaterial } from '@kepu/shared/forms/diff';
import type { Finding } from '@kepu/shared/inspection/finding';
import { shownVerdict } from '@kepu/shared/inspection/judge';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import { isOfScan } from '@kepu/shared/upload/policy';
import type { Actor } from '../../platform/access/actor.js';
import { found } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Inspections } from '../inspection/inspections.js';
import { Files, toFileView } from '../upload/files.js';
import { Uploads } from '../upload/uploads.js';
import { Works } from '../work/works.js';
import { Computers } from './computers.js';

/** What a computer with a ticket sees of the work it uploads to: nothing of the people on the form. */
@Injectable()
export class ComputerDesk {
  constructor(
    private readonly works: Works,
    private readonly campaigns: Campaigns,
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly inspections: Inspections,
    private readonly computers: Computers,
  ) {}

  async view(actor: Actor, workId: string): Promise<ComputerDeskReply> {
    const work = await this.works.get(workId);
    const { config } = await this.campaigns.get(work.campaignId);
    const files = await this.files.ofWork(workId);
    return {
      title: work.title,
      status: work.status,
      expiresAt: await this.computers.expiryOf(actor),
      upload: isEditable(work.status) ? await this.uploads.openFilm(workId) : null,
      film: await this.filmOf(work.filmFileId, config),
      places: placesOf(work.draft, config),
      proofs: files.filter(({ purpose }) => purpose !== 'film' && !isOfScan(purpose)).map((file) => toFileView(placed(file, work.draft))),
    };
  }

  /** The computer says it is done. */
  async leave(actor: Actor, workId: string): Promise<void> {
    await this.computers.revoke(actor, workId, found(actor.ticket ?? null).id);
  }

  private async filmOf(fileId: string | null, config: CampaignConfig): Promise<ComputerFilmView | null> {
    const film = await this.files.find(fileId);
    if (!film) return null;
    const { state, findings } = await this.inspections.viewOf(film.id);
    return {
      name: film.name,
      bytes: film.bytes,
      uploadedAt: film.uploadedAt,
      state,
      findings: findings.map((finding) => ({ ...only(finding), verdict: shownVerdict(finding, config) })),
    };
  }
}

const only = ({ check, subject, measured, required, advice, isMoot }: Finding) => ({ check, subject, measured, required, advice, ...(isMoot ? { isMoot } : {}) });

function placesOf(form: WorkForm, config: CampaignConfig): ProofPlace[] {
  return [
    ...form.broadcasts.map((record, index): ProofPlace => ({ id: record.id, purpose: 'broadcast-proof', label: `播放证明：${sayBroadcast(record, config) || `第 ${index + 1} 条播出记录`}` })),
    ...form.materials.map((material, index): ProofPlace => ({ id: material.id, purpose: 'licence-proof', label: `授权证明：${sayMaterial(material, config) || `第 ${index + 1} 项引用素材`}` })),
  ];
}

/** Where the form has put a file counts for more than what its sender meant. */
function placed<F extends { id: string; place: string | null }>(file: F, form: WorkForm): F {
  const entry = [...form.broadcasts, ...form.materials].find(({ proofIds }) => proofIds.includes(file.id));
  return entry ? { ...file, place: entry.id } : file;
}
