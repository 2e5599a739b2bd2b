import type { OfCall } from './campaign.js';
import type { PaperLayout } from '../paper/layout.js';
import type { JuryPaperName, PaperFileFormat, UnitPaperName } from '../paper/paper-names.js';

/** The form as it would be printed now, to be drawn on a screen. */
export interface FormPreview {
  layout: PaperLayout;
  /** The code of every page as a picture; null for a draft. */
  qrImage: string | null;
}

export interface UnitPaperQuery {
  paper: UnitPaperName;
  /** pdf if nothing is said. */
  format?: PaperFileFormat;
}

export interface JuryPaperQuery extends OfCall {
  paper: JuryPaperName;
}
