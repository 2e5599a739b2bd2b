import { writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { openNow } from '@kepu/shared/campaign/shift';
import { unitsOfInnerMongolia } from '@kepu/shared/campaign/units-inner-mongolia';
import { PRIVACY } from '@kepu/shared/domain/privacy';
import { FORM_FIELDS, type WorkForm } from '@kepu/shared/forms/work-form';
import { DAY_MS } from '@kepu/shared/time';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Storage } from '../../platform/storage.js';
import { Accounts } from '../account/accounts.js';
import { Campaign } from '../campaign/campaign.entity.js';
import { Campaigns } from '../campaign/campaigns.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Units } from '../campaign/units.js';
import { Inspections } from '../inspection/inspections.js';
import { Pictures } from '../inspection/pictures/film-pictures.js';
import { Recommendations } from '../recommendation/recommendations.js';
import { ScanBundle } from '../scan/scan.entity.js';
import { Reviews } from '../submission/reviews.js';
import { Submissions } from '../submission/submissions.js';
import { Upload, type StoredFile } from '../upload/file.entity.js';
import { Finishing } from '../upload/finishing.js';
import { Landing } from '../upload/landing.js';
import { Uploads } from '../upload/uploads.js';
import { Drafts } from '../work/drafts.js';
import { Signatures } from '../work/signatures.js';
import { Works } from '../work/works.js';
import { DEMO_PEOPLE } from './demo-accounts.js';
import { demoFacts, demoFile, demoScan, writeDemoFilm } from './demo-files.js';
import { DemoMark, OPENED_BY_DEMONSTRATION } from './demo-mark.js';
import { DEMO_WORKS, type DemoWork } from './demo-works.js';

/** Opens the demonstration campaign and takes its sample works through the real services, film and inspection included. */
@Injectable()
export class DemoSeed {
  private readonly actors = new Map<string, Actor>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly inspections: Inspections,
    private readonly pictures: Pictures,
    private readonly accounts: Accounts,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly works: Works,
    private readonly drafts: Drafts,
    private readonly signatures: Signatures,
    private readonly uploads: Uploads,
    private readonly landing: Landing,
    private readonly storage: Storage,
    private readonly mark: DemoMark,
    private readonly finishing: Finishing,
    private readonly submissions: Submissions,
    private readonly reviews: Reviews,
    private readonly recommendations: Recommendations,
  ) {}

  isThere(): Promise<boolean> {
    return this.db.read(Campaign).exists();
  }

  /** Clears what an earlier start had sown before it was stopped: nobody has used it, for it was never served. */
  async clear(): Promise<void> {
    for (const { id } of await this.db.read(Upload).find({ select: { id: true } })) {
      await this.landing.remove(id);
      await this.storage.remove(this.storage.keyOf(id));
    }
    await this.mark.clearAllElse();
  }

  async sow(today: number, tell: (line: string) => void): Promise<void> {
    const config = openNow(preset2025, today);
    const campaignId = await this.campaigns.open(config, OPENED_BY_DEMONSTRATION);
    const units = await this.units.addAll(campaignId, unitsOfInnerMongolia, config);
    for (const person of DEMO_PEOPLE) {
      const unitId = units.find((unit) => unit.code === person.unit)?.id ?? null;
      const account = await this.accounts.add({ phone: person.phone, name: person.name, roles: [{ role: person.role, unitId }] });
      await this.accounts.recordConsent(account.id, PRIVACY.version, '演示');
      this.actors.set(person.key, { accountId: account.id, sessionId: '', name: person.name, phone: person.phone, roles: [person.role], unitIds: unitId ? [unitId] : [], device: '演示' });
    }
    for (const [index, sample] of DEMO_WORKS.entries()) {
      tell(`sample work ${index + 1} of ${DEMO_WORKS.length}`);
      await this.sowWork(sample, index + 1, config.year, units);
    }
  }

  /** Moves the demonstration's dates again when it has closed in the meantime. */
  async reopen(now: number): Promise<boolean> {
    const { id, config, version } = await this.campaigns.current();
    if (now < config.recommendBy) return false;
    const system: Actor = { accountId: '', sessionId: '', name: '系统', phone: '', roles: ['admin'], unitIds: [], device: '演示' };
    await this.campaigns.edit(system, id, { config: openNow(config, now), baseVersion: version, reason: '演示征集已截止，日期顺延到现在' });
    return true;
  }

  private async sowWork(sample: DemoWork, number: number, year: number, units: Unit[]): Promise<void> {
    const owner = this.actor(sample.owner);
    const unit = units.find((candidate) => candidate.code === sample.unit);
    if (!unit) throw new Error(`no unit ${sample.unit}`);
    const id = await this.works.create(owner, '');
    const form: Partial<WorkForm> = { ...sample.form(year), unitId: unit.id };
    await this.putProofs(owner, id, form, sample.stage !== 'draft');
    await this.save(owner, id, form);
    if (sample.film !== 'none') await this.putFilm(owner, id, number, sample.film);
    if (sample.signed) await this.sign(owner, id);
    if (sample.stage === 'draft') return;
    await this.submissions.submit(owner, id, { revision: (await this.works.get(id)).revision });
    await this.review(sample, id);
  }

  private async review(sample: DemoWork, id: string): Promise<void> {
    const [first, second] = [this.actor('recommender'), this.actor('recommender-2')];
    if (sample.returnReasons) await this.reviews.sendBack(first, id, { reasons: sample.returnReasons, resubmitBy: this.clock.now() + 12 * DAY_MS });
    if (sample.stage !== 'recommended' && sample.stage !== 'in-effect') return;
    for (const [index, dutyId] of ['political', 'scientific', 'identity', 'integrity'].entries()) await this.reviews.signOff(index % 2 === 0 ? first : second, id, dutyId, { opinion: '' });
    await this.recommendations.recommend(first, id);
    if (sample.stage === 'in-effect') await this.putScan(first, id);
  }

  /** A sample sheet carries no code of its version: it stands as one that somebody has compared by eye. */
  private async putScan(recommender: Actor, workId: string): Promise<void> {
    const fileId = await this.put(recommender, workId, 'scan', '盖章扫描件.pdf', await demoScan());
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
    for (const record of withBroadcast ? (form.broadcasts ?? []) : []) record.proofIds = [await this.put(owner, id, 'broadcast-proof', '播放页面截图.png', proof)];
    for (const material of form.materials ?? []) material.proofIds = [await this.put(owner, id, 'licence-proof', '授权书.png', proof)];
  }

  private async put(owner: Actor, workId: string, purpose: 'broadcast-proof' | 'licence-proof' | 'scan', name: string, content: Buffer): Promise<string> {
    const upload = await this.uploads.register(owner, { workId, purpose, name, mime: '', bytes: content.length, fingerprint: null, place: null });
    await this.landing.create(upload.id);
    await writeFile(this.landing.pathOf(upload.id), content);
    return (await this.finishing.finish(owner, upload)).id;
  }

  private async putFilm(owner: Actor, workId: string, number: number, size: 'whole' | 'too-small'): Promise<void> {
    await this.landing.remove(`demo-${number}`); // of a start that was stopped here
    await this.landing.create(`demo-${number}`);
    const bytes = await writeDemoFilm(this.landing.pathOf(`demo-${number}`), number, size);
    const upload = await this.uploads.register(owner, { workId, purpose: 'film', name: '成片_终版.mp4', mime: 'video/mp4', bytes, fingerprint: null, place: null });
    await this.landing.rename(`demo-${number}`, upload.id);
    await this.tellWhatIsKnown(await this.finishing.finish(owner, upload));
  }

  /** The sample film was measured when it was made: nobody waits for that, six times, at the first start. */
  private async tellWhatIsKnown(film: StoredFile): Promise<void> {
    await this.inspections.begin(film);
    await this.inspections.conclude(film, { ...(await demoFacts()), bytes: film.bytes });
    await this.pictures.open(film.id);
    await this.pictures.note(film.id, { preview: 'none' });
    // All sample works share one film: that it is the same everywhere need not be found out.
    await this.db.transaction(async () => {
      for (const job of ['inspect', 'likeness']) await this.jobs.withdraw(`${job}:${film.id}`);
    });
  }

  private async sign(owner: Actor, id: string): Promise<void> {
    const image = `data:image/png;base64,${(await demoFile('signature.png')).toString('base64')}`;
    const { revision } = await this.works.get(id);
    await this.signatures.sign(owner, id, { strokes: { width: 360, height: 160, lines: [[20, 80, 0, 180, 60, 400, 340, 90, 800]] }, image, revision });
  }

  private actor(key: string): Actor {
    const actor = this.actors.get(key);
    if (!actor) throw new Error(`no sample person ${key}`);
    return actor;
  }
}
