import type { FormChange } from '../forms/diff.js';
import type { Instant } from '../time.js';
import type { FileView } from './work.js';

/** Which paper a photographed sheet is, by the code printed on it. */
export type Paper =
  | { kind: 'current'; page: number | null; pages: number | null }
  | { kind: 'older'; page: number | null; pages: number | null; version: number; changes: FormChange[] }
  /** Title null: not the reader's to know. */
  | { kind: 'other-work'; title: string | null }
  /** A code, but none of ours. */
  | { kind: 'foreign' }
  | { kind: 'unread' };

export type PageMark = 'blurred' | 'dark' | 'cut' | 'guess';

export interface Corner {
  x: number;
  y: number;
}

/** Somebody has looked: typed the code printed on the paper, or vouches for what they see. */
export interface Confirmation {
  how: 'code' | 'eye';
  byName: string;
  at: Instant;
}

/** Why something failed: a code of the list of refusals, and its sentence. */
export interface ScanFailureView {
  code: string;
  message: string;
}

export type ScanState = 'waiting' | 'working' | 'done' | 'failed';

export interface ScanPageView {
  id: string;
  state: ScanState;
  failure: ScanFailureView | null;
  /** Addresses of the photograph as shown on a screen, and of the straightened page; both end with their expiry. */
  photoUrl: string | null;
  pageUrl: string | null;
  /** Width to height of the photograph. */
  aspect: number;
  /** As shares of the photograph, clockwise from its upper left. */
  corners: Corner[];
  /** Which of the corners is the upper left one of the sheet. */
  turn: number;
  marks: PageMark[];
  hasSeal: boolean;
  paper: Paper;
  confirmed: Confirmation | null;
  /** The name the photograph came with. */
  name: string;
}

export interface ScanBundleView {
  kind: 'photos' | 'pdf';
  state: ScanState;
  failure: ScanFailureView | null;
  fileId: string | null;
  name: string;
  bytes: number;
  pageCount: number;
  /** Of an uploaded PDF: what its pages are. Empty where this server cannot draw PDF pages. */
  papers: Paper[];
  readsCodes: boolean;
  hasSeal: boolean | null;
  confirmed: Confirmation | null;
}

export interface ScanDeskReply {
  versionNumber: number;
  /** As printed on every sheet: `7F3A 91C2`. */
  versionCode: string;
  pages: ScanPageView[];
  bundle: ScanBundleView | null;
  /** The photographs the scan in effect was made of. */
  originals: FileView[];
}

export interface AdjustPageRequest {
  /** Eight numbers, x and y of each corner as shares of the photograph; null: the machine looks again. */
  corners?: number[] | null;
  turn?: number | null;
}

export interface ConfirmPaperRequest {
  /** The version code as it stands on the paper; null: compared by eye. */
  code: string | null;
}

export interface OrderPagesRequest {
  pageIds: string[];
}
