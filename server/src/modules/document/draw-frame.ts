import type { PaperLayout } from '@kepu/shared/paper/layout';
import { artifact, INK } from './draw-items.js';
import { mmToPt } from './measure.js';

type Doc = PDFKit.PDFDocument;

const GOLD = '#b08d2e';
/** Radii of a disc: its printable edge, where the print ends inside, and the hole. */
const DISC_RINGS_MM = [59, 11.5, 7.5];

/** The lines of a certificate's border or around a disc's label. */
export function drawFrame(doc: Doc, frame: NonNullable<PaperLayout['frame']>): void {
  const { width, height } = doc.page;
  artifact(doc, 'Layout', () => {
    if (frame === 'disc') {
      doc.lineWidth(0.4).undash();
      for (const radius of DISC_RINGS_MM) doc.circle(width / 2, height / 2, mmToPt(radius)).stroke(INK);
      return;
    }
    for (const [insetMm, linePt] of [[11, 2.4], [13.5, 0.8]] as const) {
      const inset = mmToPt(insetMm);
      doc.lineWidth(linePt).rect(inset, inset, width - 2 * inset, height - 2 * inset).stroke(GOLD);
    }
  });
}
