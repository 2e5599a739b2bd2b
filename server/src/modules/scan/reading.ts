import type { PageMark } from '@kepu/shared/contracts/scan';
import type { Quad } from './picture/geometry.js';
import type { ReadPage } from './picture/read-page.js';

/** What is kept of a page that was read: everything but its pixels. */
export type PageReading = Omit<ReadPage, 'page'> & { width: number; height: number };

/** What the reading process answers. */
export type ScanReply = { failure: string } | { page: PageReading } | { merged: { pages: number } } | { pdf: { pages: number } } | { codes: (string | null)[] };

/** Slope of print whose letters run together; sharp print has about 1, a legible soft one 0.6. */
const LEAST_SHARPNESS = 0.45;
/** Paper darker than this leaves too few levels for its print. */
const LEAST_PAPER = 70;
/** The smallest seals are 20 mm across; a line of red ballpoint has less ink. */
const LEAST_SEAL_MM2 = 60;
/** Corners this near to the edge of the photograph have been cut off. */
const EDGE = 0.004;

export function marksOf({ quality, corners, isGuess, code }: PageReading): PageMark[] {
  const marks: PageMark[] = [];
  if (quality.sharpness < LEAST_SHARPNESS && code === null) marks.push('blurred');
  if (quality.paper < LEAST_PAPER) marks.push('dark');
  if (isGuess) marks.push('guess');
  else if (isCut(corners)) marks.push('cut');
  return marks;
}

export const hasSeal = ({ quality }: PageReading): boolean => quality.redMm2 >= LEAST_SEAL_MM2;

/** Two neighbouring corners on one edge of the photograph: the sheet goes on beyond it. */
function isCut(corners: Quad): boolean {
  const edges = [({ x }: { x: number }) => x < EDGE, ({ x }: { x: number }) => x > 1 - EDGE, ({ y }: { y: number }) => y < EDGE, ({ y }: { y: number }) => y > 1 - EDGE] as ((corner: { x: number; y: number }) => boolean)[];
  return edges.some((isOn) => corners.filter(isOn).length >= 2);
}
