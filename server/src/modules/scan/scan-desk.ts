import { Injectable } from '@nestjs/common';
import type { Confirmation, ScanBundleView, ScanDeskReply, ScanFailureView, ScanPageView } from '@kepu/shared/contracts/scan';
import { sentenceOf } from '@kepu/shared/errors';
import { versionCode } from '@kepu/shared/forms/canonical';
import type { Actor } from '../../platform/access/actor.js';
import { MediaLinks } from '../media/media-links.js';
import { Files, toFileView } from '../upload/files.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { hasSeal, marksOf } from './reading.js';
import type { ScanFailureCode } from './picture/scan-failure.js';
import type { ScanBundle, ScanPage } from './scan.entity.js';
import { ScanBundles } from './scan-bundles.js';
import { ScanPages } from './scan-pages.js';
import { PaperRecognition } from './paper-recognition.js';

const WHOLE = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }];

/** What lies on the desk: sheets, what paper each is, and the PDF, for whoever reads it. */
@Injectable()
export class ScanDesk {
  constructor(
    private readonly works: Works,
    private readonly files: Files,
    private readonly links: MediaLinks,
    private readonly papers: PaperRecognition,
    private readonly pages: ScanPages,
    private readonly bundles: ScanBundles,
  ) {}

  /** The desk as it is after something was done to it. */
  async after(actor: Actor, workId: string, deed: Promise<unknown>): Promise<ScanDeskReply> {
    await deed;
    return this.view(actor, workId);
  }

  async view(actor: Actor, workId: string): Promise<ScanDeskReply> {
    const work = await this.works.get(workId);
    const version = await this.works.currentVersion(work);
    const bundle = await this.bundles.ofWork(work);
    const originals = await this.bundles.originalsOf(work.scanFileId);
    return {
      versionNumber: work.versionNumber,
      versionCode: version ? versionCode(version.sha256) : '',
      pages: await Promise.all((await this.pages.ofWork(work)).map((page) => this.pageView(actor, work, page))),
      bundle: bundle && (await this.bundleView(actor, work, bundle)),
      originals: await Promise.all(originals.map(async ({ id }) => toFileView(await this.files.get(id)))),
    };
  }

  private async pageView(actor: Actor, work: Work, page: ScanPage): Promise<ScanPageView> {
    const { id, state, result, revision } = page;
    const { name } = await this.files.get(id);
    return {
      id,
      name,
      state,
      failure: sayFailure(page.failure),
      photoUrl: result ? this.links.part(actor, id, 'view') : null,
      pageUrl: result && state === 'done' ? this.links.part(actor, id, `page-${revision}`) : null,
      aspect: result ? result.width / result.height : 0.75,
      corners: result ? result.corners.map(({ x, y }) => ({ x, y })) : WHOLE,
      turn: result?.turn ?? 0,
      marks: result ? marksOf(result) : [],
      hasSeal: result !== null && hasSeal(result),
      paper: await this.papers.of(actor, work, result?.code ?? null),
      confirmed: confirmationOf(page),
    };
  }

  private async bundleView(actor: Actor, work: Work, bundle: ScanBundle): Promise<ScanBundleView> {
    const { kind, state, fileId, pageCount, codes, readsCodes } = bundle;
    const file = await this.files.find(fileId);
    const pages = kind === 'photos' ? await this.pages.ofWork(work) : [];
    return {
      kind, state, fileId, pageCount, readsCodes,
      failure: sayFailure(bundle.failure),
      name: file?.name ?? '盖章推荐表.pdf',
      bytes: file?.bytes ?? 0,
      papers: await Promise.all((codes ?? []).map((code) => this.papers.of(actor, work, code))),
      hasSeal: kind === 'photos' ? pages.some(({ result }) => result !== null && hasSeal(result)) : null,
      confirmed: confirmationOf(bundle),
    };
  }
}

function sayFailure(failure: string | null): ScanFailureView | null {
  if (failure === null) return null;
  const code = failure as ScanFailureCode;
  return { code, message: sentenceOf({ code }) };
}

function confirmationOf({ confirmedHow, confirmedName, confirmedAt }: ScanPage | ScanBundle): Confirmation | null {
  return confirmedHow === null ? null : { how: confirmedHow, byName: confirmedName ?? '', at: confirmedAt ?? 0 };
}
