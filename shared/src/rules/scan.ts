import type { Paper, PageMark, ScanBundleView, ScanPageView } from '../contracts/scan.js';
import type { Reason } from '../errors.js';

/** Most photographs of one scan: the form has two pages, three with everything as long as it may be. */
export const MOST_SCAN_PAGES = 20;
/** The scan goes by e-mail (Annex 1, 二.3). */
export const LARGEST_SCAN = 5_000_000;

export interface PageFacts {
  state: ScanPageView['state'];
  paper: Paper;
  marks: readonly PageMark[];
  isConfirmed: boolean;
}

/** Everything that still speaks against making one PDF of the photographed sheets; empty means it may be made. */
export function scanReasons(pages: readonly PageFacts[], currentVersion: number): Reason[] {
  if (pages.length === 0) return [{ code: 'SCAN_EMPTY' }];
  if (pages.some(({ state }) => state === 'waiting' || state === 'working')) return [{ code: 'SCAN_UNDER_WAY' }];
  const reasons = pages.flatMap((page, index) => pageReasons(page, index + 1, currentVersion));
  return [...reasons, ...countReasons(pages.map(({ paper }) => paper))];
}

/** What speaks against one sheet. */
export function pageReasons({ state, paper, marks, isConfirmed }: PageFacts, place: number, currentVersion: number): Reason[] {
  if (state === 'failed') return [{ code: 'SCAN_PAGE_FAILED', place }];
  if (state !== 'done') return [];
  const reasons = paperReasons(paper, place, currentVersion, isConfirmed);
  if (isConfirmed) return reasons;
  const poor = marks.filter((mark): mark is 'blurred' | 'dark' => mark === 'blurred' || mark === 'dark');
  return [...reasons, ...poor.map((what): Reason => ({ code: 'SCAN_PAGE_POOR', place, what }))];
}

/** Another work's or an older paper is never taken, whoever vouches for it; an unread one is once somebody has looked. */
function paperReasons(paper: Paper, place: number, current: number, isConfirmed: boolean): Reason[] {
  switch (paper.kind) {
    case 'current':
      return [];
    case 'older':
      return [{ code: 'SCAN_PAGE_OLDER', place, version: paper.version, current }];
    case 'other-work':
      return [{ code: 'SCAN_PAGE_OTHER_WORK', place, title: paper.title }];
    case 'foreign':
      return isConfirmed ? [] : [{ code: 'SCAN_PAGE_FOREIGN', place }];
    case 'unread':
      return isConfirmed ? [] : [{ code: 'SCAN_PAGE_UNREAD', place }];
  }
}

/** Pages the paper counts itself: none twice, none missing unless an unread sheet may be it. */
function countReasons(papers: readonly Paper[]): Reason[] {
  const numbered = papers.flatMap((paper) => (paper.kind === 'current' && paper.page !== null ? [paper] : []));
  const seen = numbered.map(({ page }) => page ?? 0);
  const twice = seen.filter((page, index) => seen.indexOf(page) !== index);
  const total = Math.max(0, ...numbered.map(({ pages }) => pages ?? 0));
  const unnumbered = papers.length - numbered.length;
  const missing = Array.from({ length: total }, (_none, index) => index + 1).filter((page) => !seen.includes(page)).slice(unnumbered);
  return [
    ...[...new Set(twice)].map((page): Reason => ({ code: 'SCAN_PAGE_TWICE', page })),
    ...missing.map((page): Reason => ({ code: 'SCAN_PAGE_MISSING', page })),
  ];
}

/** Why the PDF that was made or sent may not become the work's scan. */
export function bundleReasons(bundle: Pick<ScanBundleView, 'state' | 'papers' | 'readsCodes' | 'kind'> & { isConfirmed: boolean }, currentVersion: number): Reason[] {
  if (bundle.state !== 'done') return [{ code: 'SCAN_NOT_MADE' }];
  if (bundle.kind === 'photos') return [];
  if (bundle.papers.length === 0) return bundle.isConfirmed ? [] : [{ code: 'SCAN_PAGE_UNREAD', place: 1 }];
  const reasons = bundle.papers.flatMap((paper, index) => paperReasons(paper, index + 1, currentVersion, bundle.isConfirmed));
  return [...reasons, ...countReasons(bundle.papers)];
}

/** Pages in the order the paper gives them; sheets that do not say keep their place behind the ones before them. */
export function byPaper<T extends { paper: Paper }>(pages: readonly T[]): T[] {
  const pageOf = ({ paper }: T) => ((paper.kind === 'current' || paper.kind === 'older') && paper.page !== null ? paper.page : null);
  if (pages.some((page) => pageOf(page) === null)) return [...pages];
  return [...pages].sort((one, other) => (pageOf(one) ?? 0) - (pageOf(other) ?? 0));
}

/** What a printed code says: `https://…/v/8KX2MPQ7ZT4V?p=2-3` is page 2 of 3 of that version. */
export function readPaperCode(text: string): { code: string; page: number | null; pages: number | null } | null {
  const match = /\/v\/([0-9A-Za-z]{6,12})(?:\?p=(\d{1,2})-(\d{1,2}))?$/u.exec(text.trim());
  if (!match) return null;
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  return { code: (match[1] ?? '').toUpperCase(), page: number(match[2]), pages: number(match[3]) };
}

/** The version code as typed: `7f3a-91c2` and `7F3A 91C2` are one. */
export function sameVersionCode(typed: string, printed: string): boolean {
  const plain = (code: string) => code.replace(/[^0-9A-Za-z]/gu, '').toUpperCase().replace(/O/gu, '0');
  return plain(typed).length === 8 && plain(typed) === plain(printed);
}
