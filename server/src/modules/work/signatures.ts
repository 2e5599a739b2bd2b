import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { SignatureView, SignRequest } from '@kepu/shared/contracts/work';
import { fingerprint } from '@kepu/shared/forms/fingerprint';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { Refusal } from '../../platform/refusal.js';
import { Storage } from '../../platform/storage.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Drafts, formHash, standingOf } from './drafts.js';
import { isWholePng } from './whole-png.js';
import { Signature } from './work-version.entity.js';
import { Works } from './works.js';

const LARGEST_IMAGE = 300 * 1024;
const LARGEST_STROKES = 60_000;

/** Signatures drawn on the phone, each bound to the form it was put under (F5). */
@Injectable()
export class Signatures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly storage: Storage,
    private readonly works: Works,
    private readonly drafts: Drafts,
    private readonly campaigns: Campaigns,
  ) {}

  async sign(actor: Actor, workId: string, { strokes, image, revision, commitmentVersion }: SignRequest): Promise<void> {
    const png = readPng(image);
    if (JSON.stringify(strokes).length > LARGEST_STROKES || strokes.lines.every((line) => line.length < 6)) throw new Refusal({ code: 'BAD_SIGNATURE' });
    const id = newId();
    const imageKey = `signatures/${this.storage.keyOf(id)}.png`;
    await this.storage.put(imageKey, png);
    await this.db.transaction(async () => {
      const work = await this.works.get(workId);
      await this.drafts.refuseFrozen(work);
      if (work.revision !== revision) throw new Refusal({ code: 'DRAFT_CHANGED' });
      const { wording } = (await this.campaigns.get(work.campaignId)).config;
      if (commitmentVersion !== undefined && commitmentVersion !== wording.commitmentVersion) throw new Refusal({ code: 'COMMITMENT_CHANGED' });
      await this.db.write(Signature).insert({
        id, workId, accountId: actor.accountId, device: actor.device, strokes, imageKey, imageSha256: createHash('sha256').update(png).digest('hex'),
        formSha256: formHash(work.draft), commitmentVersion: wording.commitmentVersion, commitmentSha256: fingerprint(wording.commitment), signedAt: this.clock.now(),
      });
      if (!(await this.works.change(work, { signatureId: id }))) throw new Refusal({ code: 'DRAFT_CHANGED' });
      await this.audit.record(actor, { action: 'work.sign', role: 'creator', campaignId: work.campaignId, workId, params: {} });
    });
  }

  find(id: string | null): Promise<Signature | null> {
    return id === null ? Promise.resolve(null) : this.db.read(Signature).findOneBy({ id });
  }

  /** As a data address, to be shown or printed. */
  async pictureOf(signature: Signature): Promise<string> {
    const parts: Buffer[] = [];
    for await (const part of this.storage.stream(signature.imageKey)) parts.push(part as Buffer);
    return `data:image/png;base64,${Buffer.concat(parts).toString('base64')}`;
  }

  /** The signature under a form, judged by the words of the configuration the form belongs to. */
  async viewOf(signatureId: string | null, form: WorkForm, config: CampaignConfig): Promise<SignatureView | null> {
    const signature = await this.find(signatureId);
    return signature && { signedAt: signature.signedAt, ...standingOf(signature, form, config), image: await this.pictureOf(signature) };
  }
}

/** The bytes of a PNG data address, or a refusal: a whole, true-colour picture of bounded size. */
function readPng(address: string): Buffer {
  const encoded = /^data:image\/png;base64,([A-Za-z0-9+/=]+)$/u.exec(address)?.[1];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (bytes.length > LARGEST_IMAGE || !isWholePng(bytes)) throw new Refusal({ code: 'BAD_SIGNATURE' });
  return bytes;
}
