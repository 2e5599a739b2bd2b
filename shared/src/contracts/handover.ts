import type { CheckItem } from '../handover/checklist.js';
import type { DiscSplit, Medium } from '../handover/discs.js';
import type { BulkPaperName } from '../paper/paper-names.js';
import type { Day, Instant } from '../time.js';

/** hand-over: a unit's, frozen · export: a selection of the department's · next-level: works for another call · papers: for printing. */
export type PackageKind = 'hand-over' | 'export' | 'next-level' | 'papers';

/** preparing: being read, drawn and hashed · damaged: what is stored is no longer what the manifest says. */
export type PackageState = 'preparing' | 'ready' | 'failed' | 'cancelled' | 'damaged';

export interface PackageView {
  id: string;
  kind: PackageKind;
  /** How it is called on screen: 第 1 次报送. */
  title: string;
  unitId: string | null;
  unitName: string | null;
  /** 第几次报送; null for what is no hand-over. */
  number: number | null;
  /** On envelope and disc. */
  code: string;
  state: PackageState;
  /** While it is prepared. */
  progress: { doneBytes: number; totalBytes: number };
  /** Why it failed or is damaged. */
  problem: string | null;
  works: PackageWorkView[];
  zipBytes: number | null;
  manifestSha256: string | null;
  fileCount: number;
  createdAt: Instant;
  createdByName: string;
  readyAt: Instant | null;
  /** When every byte was last compared with the manifest. */
  verifiedAt: Instant | null;
  mails: PackageMailView[];
  receipts: ReceiptView[];
}

export interface PackageWorkView {
  workId: string;
  title: string;
  slot: number;
  versionNumber: number;
  /** False: it is no longer recommended. */
  isRecommended: boolean;
  /** For another call: how the film stands by that call's rules. null: it stays in this one. */
  recheck: { isGood: boolean; sentence: string } | null;
}

/** Whose mail server a message goes through: the unit's own, or the one the operator set up. */
export type MailWay = 'unit' | 'system';

/** refused: a server did not take it · bounced: it was taken, and came back. */
export type MailState = 'queued' | 'sent' | 'refused' | 'bounced';

export interface PackageMailView {
  id: string;
  to: string;
  via: MailWay;
  state: MailState;
  /** What became of it and what to do, in Chinese. */
  outcome: string | null;
  /** What the server answered or the returned mail says, in its own words. */
  answer: string | null;
  at: Instant;
  byName: string;
}

export interface ReceiptView {
  id: string;
  kind: ReceiptKind;
  /** Negative: an entry that is taken back. */
  count: number;
  note: string;
  at: Instant;
  byName: string;
  /** Set: this takes that entry back. */
  takesBack: string | null;
  /** When the unit was told; null: not yet, or never. */
  toldAt: Instant | null;
}

export type ReceiptKind = 'paper' | 'disc';

/** What a unit sees before and after it hands over. */
export interface HandOverReply {
  unitId: string;
  unitName: string;
  works: { workId: string; title: string; slot: number; bytes: number; isReady: boolean }[];
  checklist: CheckItem[];
  /** Films, scans and proofs; the drawn papers come on top. */
  bytes: number;
  discs: Record<Medium, DiscSplit>;
  required: { formCopies: number; discs: number; email: string; arriveBy: Instant | null; address: string };
  handOvers: PackageView[];
  /** What is no longer as in the last hand-over; empty: nothing. */
  changes: string[];
  /** How a message can be sent from here, the usual way first; empty: as a draft only. */
  mailWays: MailWay[];
}

/** One line of the department's board of hand-overs. */
export interface HandOverRow {
  unitId: string;
  unitName: string;
  recommended: number;
  blocking: number;
  latest: PackageView | null;
  handOvers: number;
  changes: string[];
  received: Record<ReceiptKind, number>;
  required: Record<ReceiptKind, number>;
}

export interface PackageLinkReply {
  /** Page of the package, for any computer: whoever has it may download until it expires. */
  url: string;
  expiresAt: Instant;
  zipUrl: string;
}

export interface PackageItemView {
  path: string;
  bytes: number;
  sha256: string;
}

export interface FrontDeskReply {
  package: PackageView;
  required: Record<ReceiptKind, number>;
  received: Record<ReceiptKind, number>;
  /** What has still to come, in words. */
  missing: string[];
  /** What came beyond what is due, in words. */
  surplus: string[];
  /** A later hand-over of the same unit takes the place of this one. */
  supersededBy: number | null;
  /** The form whose code was scanned; null: it was the code of an envelope or a disc. */
  sheet: ArrivedSheet | null;
  /** The entry this call has made; null: it only asked. */
  enteredId: string | null;
}

/** A printed form that arrived, beside the version that was handed over. */
export interface ArrivedSheet {
  title: string;
  slot: number;
  printedVersion: number;
  /** The paper is the version in the package. */
  isFrozen: boolean;
  frozenVersion: number;
}

export interface AddReceiptRequest {
  kind: ReceiptKind;
  count: number;
  note: string;
  /** Somebody has looked and says that there really is more than is due; without it, more is refused. */
  isMoreConfirmed?: boolean;
}

export interface SendMailRequest {
  /** null: the call's address. */
  to: string | null;
  via: MailWay;
}

/** A unit's own mail server as it is shown: the password never is. */
export interface MailServerView {
  host: string;
  port: number;
  account: string;
  /** Address its messages come from. */
  sender: string;
  setAt: Instant;
  setByName: string;
}

export interface MailServerReply {
  /** null: none is set. */
  server: MailServerView | null;
}

export interface SetMailServerRequest {
  host: string;
  /** 465: encrypted from the first byte · 587, 25: encrypted by STARTTLS. */
  port: number;
  account: string;
  /** 授权码 with most providers. Given anew with every change, so that nobody sends a known one to another host. */
  password: string;
  sender: string;
}

export interface MailServerTestReply {
  isWorking: boolean;
  /** What a real log-in came to, in a sentence. */
  outcome: string;
}

export interface TakeBounceRequest {
  /** A returned mail as its source: what an .eml file holds. The first hundreds of kilobytes are enough. */
  raw: string;
}

export interface MakeExportRequest {
  /** In this order; empty: every recommended work of the call. */
  workIds: string[];
  /** Set: for the next level's call, which this names. */
  nextLevel: NextLevelRequest | null;
  /** Set: no materials, but these papers of the works for printing. */
  papers: PapersRequest | null;
}

export interface PapersRequest {
  paper: BulkPaperName;
  /** What certificates say; null for other papers. */
  certificate: CertificateRequest | null;
}

export interface CertificateRequest {
  /** 优秀科普微视频作品, or a grade. */
  grade: string;
  awardedDay: Day;
  /** Ends in digits, which go up by one from work to work: 2025-001. */
  firstNumber: string;
}

export interface NextLevelRequest {
  /** One of `NEXT_CALLS`. */
  callId: string;
  /** Stands on the forms instead of the unit that recommended here. */
  unitName: string;
}
