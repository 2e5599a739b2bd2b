import { Injectable } from '@nestjs/common';
import { byPaper, bundleReasons, scanReasons } from '@kepu/shared/rules/scan';
import { IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { found, refuse } from '../../platform/refusal.js';
import { StoredFile } from '../upload/file.entity.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { marksOf } from './reading.js';
import { ScanBundle, ScanPage } from './scan.entity.js';
import { refuseUnlessRecommended, ScanPages } from './scan-pages.js';
import { PaperRecognition } from './paper-recognition.js';

const FRESH = { pageCount: 0, codes: null, readsCodes: true, failure: null, confirmedHow: null, confirmedBy: null, confirmedName: null, confirmedAt: null, usedAt: null } as const;

/** The PDF that becomes a work's scan: made of the photographed sheets, or sent as it is. */
@Injectable()
export class ScanBundles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly works: Works,
    private readonly pages: ScanPages,
    private readonly papers: PaperRecognition,
  ) {}

  /** The one that is being made or waits to be handed in. */
  async ofWork(work: Pick<Work, 'id' | 'versionNumber'>): Promise<ScanBundle | null> {
    const [bundle] = await this.db.read(ScanBundle).find({ where: { workId: work.id, versionNumber: work.versionNumber, usedAt: IsNull() }, order: { madeAt: 'DESC', id: 'DESC' }, take: 1 });
    return bundle ?? null;
  }

  /** A PDF has arrived: it is looked at before it may count. Part of the transaction that records the file. */
  async arrive(actor: Actor, file: StoredFile, work: Work): Promise<void> {
    refuseUnlessRecommended(work);
    await this.begin(actor, work, { kind: 'pdf', fileId: file.id });
  }

  /** Begins to make one PDF of the sheets on the desk, in the order the paper gives them. */
  async make(actor: Actor, workId: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.pages.open(workId);
      const pages = await this.factsOf(actor, work);
      refuse(scanReasons(pages, work.versionNumber));
      for (const [index, { page }] of byPaper(pages).entries()) await this.db.write(ScanPage).update({ id: page.id }, { position: index + 1 });
      await this.begin(actor, work, { kind: 'photos', fileId: null });
    });
  }

  async drop(workId: string): Promise<void> {
    await this.db.transaction(async () => {
      await this.pages.open(workId);
      await this.clear(workId);
    });
  }

  async confirm(actor: Actor, workId: string, code: string | null): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.pages.open(workId);
      const bundle = found(await this.ofWork(work));
      await this.db.write(ScanBundle).update({ id: bundle.id }, await this.pages.vouched(actor, work, code));
    });
  }

  /** Makes the PDF the work's scan: only now the recommendation is in effect (P8). The sheets it was made of stay with it. */
  async use(actor: Actor, workId: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.pages.open(workId);
      const bundle = found(await this.ofWork(work));
      const papers = await Promise.all((bundle.codes ?? []).map((code) => this.papers.of(actor, work, code)));
      refuse(bundleReasons({ ...bundle, papers, isConfirmed: bundle.confirmedHow !== null }, work.versionNumber));
      const file = found(await this.db.row(StoredFile, bundle.fileId ?? ''));
      await this.works.attachScan(work, file.id);
      await this.db.write(ScanBundle).update({ id: bundle.id }, { usedAt: this.clock.now() });
      if (bundle.kind === 'photos') await this.db.write(ScanPage).update({ workId, versionNumber: work.versionNumber, bundleId: IsNull() }, { bundleId: bundle.id });
      await this.audit.record(actor, {
        action: 'work.put-scan', role: 'recommender', campaignId: work.campaignId, workId, unitId: work.unitId,
        params: { pages: bundle.pageCount, sha256: file.sha256 },
      });
    });
  }

  /** The sheets the scan in effect was made of. */
  async originalsOf(fileId: string | null): Promise<ScanPage[]> {
    const bundle = fileId === null ? null : await this.db.read(ScanBundle).findOneBy({ fileId });
    return bundle ? this.db.read(ScanPage).find({ where: { bundleId: bundle.id }, order: { position: 'ASC' } }) : [];
  }

  private async factsOf(actor: Actor, work: Work) {
    return Promise.all((await this.pages.ofWork(work)).map(async (page) => ({
      page, state: page.state, isConfirmed: page.confirmedHow !== null, marks: page.result ? marksOf(page.result) : [], paper: await this.papers.of(actor, work, page.result?.code ?? null),
    })));
  }

  private async begin(actor: Actor, work: Work, of: Pick<ScanBundle, 'kind' | 'fileId'>): Promise<void> {
    await this.clear(work.id);
    const id = newId();
    await this.db.write(ScanBundle).insert({ id, workId: work.id, versionNumber: work.versionNumber, state: 'waiting', ...FRESH, ...of, madeAt: this.clock.now(), madeBy: actor.accountId });
    await this.jobs.add('scan.bundle', { bundleId: id });
  }

  /** What was made or sent before and not handed in goes; the files stay as what somebody once sent, out of sight. */
  private async clear(workId: string): Promise<void> {
    const open = await this.db.read(ScanBundle).findBy({ workId, usedAt: IsNull() });
    for (const { id, fileId } of open) {
      if (fileId !== null) await this.db.write(StoredFile).update({ id: fileId }, { removedAt: this.clock.now() });
      await this.db.write(ScanBundle).delete({ id });
    }
  }
}
