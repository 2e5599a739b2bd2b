import type { CampaignConfig } from '../campaign/config.js';
import type { WorkForm } from '../forms/work-form.js';
import type { Instant } from '../time.js';

/** What the official form (Annex 2) is filled with. */
export interface Annex2Data {
  config: CampaignConfig;
  madeAt: Instant;
  /** Printed after 推荐单位 and 序号; null leaves the place blank. */
  unitName: string | null;
  slotNumber: number | null;
  /** Null: the blank form. */
  work: Annex2Work | null;
}

export interface Annex2Work {
  form: WorkForm;
  /** The frozen version this paper shows; null: a draft, which says so across every page. */
  version: PrintedVersion | null;
  /** The copy to be read on a screen; null: the paper, whose places stay blank for pen and seal. */
  electronic: ElectronicCopy | null;
}

export interface ElectronicCopy {
  /** Data address of the signature drawn on the phone (F5); null: it is not there. */
  signature: string | null;
}

/** What ties a sheet of paper to one version of one work. */
export interface PrintedVersion {
  number: number;
  /** `7F3A 91C2` */
  code: string;
  /** Opens the public page that verifies this paper. */
  verifyAddress: string;
}
