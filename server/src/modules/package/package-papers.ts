import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { annex2 } from '@kepu/shared/paper/annex2';
import { FormContents } from '../document/form-contents.js';
import { PdfRenderer } from '../document/pdf-renderer.js';
import type { WorkVersion } from '../work/work-version.entity.js';

/** A paper drawn for a package: always the same bytes for the same version. */
export interface DrawnPaper {
  /** After the form's name: `_电子版.pdf`. */
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

/** The papers of a package: the one place where a new kind of paper joins it. */
@Injectable()
export class PackagePapers {
  constructor(
    private readonly contents: FormContents,
    private readonly pdf: PdfRenderer,
  ) {}

  /** Of one work: the electronic copy of its form; for another call the paper to be signed and sealed anew. */
  async ofWork(version: WorkVersion, names: PaperNames): Promise<DrawnPaper[]> {
    const copy = names.config ? 'paper' : 'electronic';
    const content = await this.pdf.render(annex2(await this.contents.ofVersion(version, names, copy)));
    return [{ suffix: copy === 'paper' ? '.pdf' : '_电子版.pdf', content }];
  }
}
