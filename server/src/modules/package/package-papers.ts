import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { versionCode } from '@kepu/shared/forms/canonical';
import { annex2 } from '@kepu/shared/paper/annex2';
import { summaryPaper } from '@kepu/shared/paper/unit-papers';
import type { ListedWork } from '@kepu/shared/paper/work-list';
import { Database } from '../../platform/database.js';
import { Units } from '../campaign/units.js';
import { FormContents } from '../document/form-contents.js';
import { PaperRenderer } from '../document/paper-renderer.js';
import { Inspection } from '../inspection/inspection.entity.js';
import type { WorkVersion } from '../work/work-version.entity.js';
import { Works } from '../work/works.js';
import type { PackageWork } from './package.entity.js';

/** A paper drawn for a package: always the same bytes for the same version. */
export interface DrawnPaper {
  /** After the paper's name: `_电子版.pdf`. */
  suffix: string;
  content: Buffer;
}

/** As what a work stands in a package. */
export interface PaperNames {
  unitName: string;
  slotNumber: number;
  /** The call it is handed on to; undefined: its own. */
  config?: CampaignConfig;
}

/** Whose list it is, of which call, and when it was frozen. */
export interface SummaryHead {
  unitName: string;
  config: CampaignConfig;
  madeAt: number;
}

/** The papers of a package: the one place where a new kind of paper joins it. */
@Injectable()
export class PackagePapers {
  constructor(
    private readonly db: Database,
    private readonly units: Units,
    private readonly works: Works,
    private readonly contents: FormContents,
    private readonly renderer: PaperRenderer,
  ) {}

  /** Of one work: its form for Word, and the electronic copy; for another call the paper to be signed and sealed anew. */
  async ofWork(version: WorkVersion, names: PaperNames): Promise<DrawnPaper[]> {
    const paper = annex2(await this.contents.handedOver(version, names, 'paper'));
    const word = { suffix: '.docx', content: await this.renderer.render(paper, 'docx') };
    if (names.config) return [word, { suffix: '.pdf', content: await this.renderer.render(paper) }];
    const electronic = annex2(await this.contents.handedOver(version, names, 'electronic'));
    return [word, { suffix: '_电子版.pdf', content: await this.renderer.render(electronic) }];
  }

  /** 推荐汇总表: the works as they were frozen, whatever has become of them since. */
  async summary({ unitName, config, madeAt }: SummaryHead, works: readonly PackageWork[]): Promise<DrawnPaper[]> {
    const listed: ListedWork[] = [];
    for (const work of works) listed.push(await this.listed(work));
    const paper = summaryPaper({ config, madeAt, unitName, works: listed, handOver: null });
    return [{ suffix: '.xlsx', content: await this.renderer.render(paper, 'xlsx') }, { suffix: '.pdf', content: await this.renderer.render(paper) }];
  }

  /** What a list or a score sheet says of a work. */
  async listed({ workId, versionNumber, unitName, slot }: PackageWork): Promise<ListedWork> {
    const { form, sha256, filmFileId, unitId } = await this.works.version(workId, versionNumber);
    const inspection = await this.db.read(Inspection).findOneBy({ fileId: filmFileId });
    const areas = (await this.units.find(unitId))?.listedAreas ?? [];
    const areaName = areas.find(({ code }) => code === form.listedAreaCode)?.name ?? null;
    return { form, unitName, slotNumber: slot, durationMs: inspection?.facts?.durationMs ?? null, areaName, versionCode: versionCode(sha256) };
  }
}
