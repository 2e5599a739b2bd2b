import { Injectable } from '@nestjs/common';
import { FORM_FIELDS, type WorkForm } from '@kepu/shared/forms/work-form';
import { DAY_MS } from '@kepu/shared/time';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Recommendations } from '../recommendation/recommendations.js';
import { ScanBundle } from '../scan/scan.entity.js';
import { Reviews } from '../submission/reviews.js';
import { Submissions } from '../submission/submissions.js';
import { Drafts } from '../work/drafts.js';
import { Signatures } from '../work/signatures.js';
import { Works } from '../work/works.js';
import { demoFile, demoScan } from './demo-files.js';
import { DemoUploads } from './demo-uploads.js';
import type { DemoWork } from './demo-works.js';

export type DemoActors = ReadonlyMap<string, Actor>;

export interface DemoCall {
  year: number;
  units: readonly Unit[];
  people: DemoActors;
}

/** Takes a sample work through the services a person would use, as far as its sample says. */
@Injectable()
export class DemoWorkSeed {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly works: Works,
    private readonly drafts: Drafts,
    private readonly signatures: Signatures,
    private readonly files: DemoUploads,
    private readonly submissions: Submissions,
    private readonly reviews: Reviews,
    private readonly recommendations: Recommendations,
  ) {}

  async sow(sample: DemoWork, number: number, { year, units, people }: DemoCall): Promise<void> {
    const owner = personIn(people, sample.owner);
    const unit = units.find((candidate) => candidate.code === sample.unit);
    if (!unit) throw new Error(`no unit ${sample.unit}`);
    const id = await this.works.create(owner, unit.campaignId, '');
    const form: Partial<WorkForm> = { ...sample.form(year), unitId: unit.id };
    await this.putProofs(owner, id, form, sample.stage !== 'draft');
    await this.save(owner, id, form);
    if (sample.film !== 'none') await this.files.putFilm(owner, id, number, sample.film);
    if (sample.signed) await this.sign(owner, id);
    if (sample.stage === 'draft') return;
    await this.submissions.submit(owner, id, { revision: (await this.works.get(id)).revision });
    await this.review(sample, id, people);
  }

  private async review(sample: DemoWork, id: string, people: DemoActors): Promise<void> {
    const [first, second] = [personIn(people, 'recommender'), personIn(people, 'recommender-2')];
    if (sample.returnReasons) await this.reviews.sendBack(first, id, { reasons: sample.returnReasons, resubmitBy: this.clock.now() + 12 * DAY_MS });
    if (sample.stage !== 'recommended' && sample.stage !== 'in-effect') return;
    for (const [index, dutyId] of ['political', 'scientific', 'identity', 'integrity'].entries()) await this.reviews.signOff(index % 2 === 0 ? first : second, id, dutyId, { opinion: '' });
    await this.recommendations.recommend(first, id);
    if (sample.stage === 'in-effect') await this.putScan(first, id);
  }

  /** Sample sheets carry no code, so they are stored as confirmed by eye. */
  private async putScan(recommender: Actor, workId: string): Promise<void> {
    const fileId = await this.files.put(recommender, workId, 'scan', '盖章扫描件.pdf', await demoScan());
    await this.db.transaction(async () => {
      await this.works.attachScan(await this.works.getToChange(workId), fileId);
      await this.db.write(ScanBundle).update({ fileId }, { state: 'done', pageCount: 1, confirmedHow: 'eye', confirmedBy: recommender.accountId, confirmedName: recommender.name, confirmedAt: this.clock.now(), usedAt: this.clock.now() });
    });
  }

  private async save(owner: Actor, id: string, form: Partial<WorkForm>): Promise<void> {
    const changes = FORM_FIELDS.filter((field) => field in form).map((field) => ({ field, value: form[field], baseRevision: 0 }));
    await this.drafts.save(owner, id, changes);
  }

  /** Puts a proof to every broadcast record and quoted material; a draft's records still lack theirs. */
  private async putProofs(owner: Actor, id: string, form: Partial<WorkForm>, withBroadcast: boolean): Promise<void> {
    const proof = await demoFile('proof.png');
    for (const record of withBroadcast ? (form.broadcasts ?? []) : []) record.proofIds = [await this.files.put(owner, id, 'broadcast-proof', '播放页面截图.png', proof)];
    for (const material of form.materials ?? []) material.proofIds = [await this.files.put(owner, id, 'licence-proof', '授权书.png', proof)];
  }

  private async sign(owner: Actor, id: string): Promise<void> {
    const image = `data:image/png;base64,${(await demoFile('signature.png')).toString('base64')}`;
    const { revision } = await this.works.get(id);
    await this.signatures.sign(owner, id, { strokes: { width: 360, height: 160, lines: [[20, 80, 0, 180, 60, 400, 340, 90, 800]] }, image, revision });
  }
}

function personIn(people: DemoActors, key: string): Actor {
  const person = people.get(key);
  if (!person) throw new Error(`no sample person ${key}`);
  return person;
}
