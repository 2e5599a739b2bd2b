import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { PapersRequest } from '@kepu/shared/contracts/handover';
import { safeName } from '@kepu/shared/handover/file-names';
import { annex2 } from '@kepu/shared/paper/annex2';
import { certificateNumber, certificatePaper, scoreSheets } from '@kepu/shared/paper/jury-papers';
import type { PaperLayout } from '@kepu/shared/paper/layout';
import { FormContents } from '../document/form-contents.js';
import { PaperRenderer } from '../document/paper-renderer.js';
import { Works } from '../work/works.js';
import { PackagePapers } from './package-papers.js';
import type { PackageWork } from './package.entity.js';

/** A file of papers, and the works it is about. */
export interface BulkFile {
  path: string;
  works: readonly PackageWork[];
  content: Buffer;
}

/** What is printed, of which call, and as of when. */
export interface BulkOrder {
  request: PapersRequest;
  config: CampaignConfig;
  madeAt: number;
}

/** So many score sheets are one file: few to print, and none that takes long to draw or much memory. */
const SHEETS_A_FILE = 50;

/** Papers in bulk, to be printed: the forms of a unit as one file, score sheets fifty a file, certificates one by one. */
@Injectable()
export class BulkPapers {
  constructor(
    private readonly works: Works,
    private readonly contents: FormContents,
    private readonly renderer: PaperRenderer,
    private readonly papers: PackagePapers,
  ) {}

  /** One file after the other: between two of them progress is seen, and a package that was given up stops. */
  async *draw(order: BulkOrder, works: readonly PackageWork[]): AsyncGenerator<BulkFile> {
    const { label, groups } = filesOf(order.request, works);
    for (const [index, { name, members }] of groups.entries()) {
      const number = String(index + 1).padStart(String(groups.length).length, '0');
      yield { path: `${label}/${safeName(`${number}_${name}`, '.pdf')}`, works: members, content: await this.drawFile(order, members, index) };
    }
  }

  private async drawFile({ request, config, madeAt }: BulkOrder, works: readonly PackageWork[], index: number): Promise<Buffer> {
    if (request.paper === 'scores') return this.renderer.render(scoreSheets(config, madeAt, await Promise.all(works.map((work) => this.papers.listed(work)))));
    const layouts: PaperLayout[] = [];
    for (const { workId, versionNumber, unitName, slot } of works) {
      const version = await this.works.version(workId, versionNumber);
      if (request.certificate) layouts.push(certificatePaper({ config, madeAt, form: version.form, ...request.certificate, number: certificateNumber(request.certificate.firstNumber, index) }));
      else layouts.push(annex2(await this.contents.handedOver(version, { unitName, slotNumber: slot }, 'paper')));
    }
    const [first, ...more] = layouts;
    if (!first) throw new Error('a file of no papers');
    return this.renderer.renderTogether([first, ...more]);
  }
}

interface BulkGroup {
  name: string;
  members: PackageWork[];
}

/** Which works share a file. */
function filesOf({ paper }: PapersRequest, works: readonly PackageWork[]): { label: string; groups: BulkGroup[] } {
  switch (paper) {
    case 'forms':
      return { label: '推荐表', groups: [...new Set(works.map(({ unitName }) => unitName))].map((name) => ({ name, members: works.filter(({ unitName }) => unitName === name) })) };
    case 'scores':
      return { label: '评分表', groups: chunks(works).map((members, index) => ({ name: `评分表_${index * SHEETS_A_FILE + 1}-${index * SHEETS_A_FILE + members.length}`, members })) };
    case 'certificates':
      return { label: '获奖证书', groups: works.map((work) => ({ name: work.title, members: [work] })) };
  }
}

function chunks(works: readonly PackageWork[]): PackageWork[][] {
  return Array.from({ length: Math.ceil(works.length / SHEETS_A_FILE) }, (_, index) => works.slice(index * SHEETS_A_FILE, (index + 1) * SHEETS_A_FILE));
}
