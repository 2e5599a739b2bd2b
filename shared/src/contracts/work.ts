import type { WorkStatus } from '../domain/work-status.js';
import type { FormField, WorkForm } from '../forms/work-form.js';
import type { Stage } from '../inspection/facts.js';
import type { Finding } from '../inspection/finding.js';
import type { FilmState } from '../rules/film-state.js';
import type { SignatureStanding } from '../rules/submission.js';
import type { Instant } from '../time.js';

/** A work as its creator, its unit's recommenders and the department see it. */
export interface WorkView {
  id: string;
  campaignId: string;
  status: WorkStatus;
  unitId: string | null;
  receipt: string | null;
  /** The draft while it can be edited; the frozen form of the current version otherwise. */
  form: WorkForm;
  /** Revision of each field, to be sent back with a change of it. */
  fieldRevisions: Partial<Record<FormField, number>>;
  revision: number;
  draftChangedAt: Instant;
  film: FilmView | null;
  upload: OpenUploadView | null;
  filmState: FilmState;
  signature: SignatureView | null;
  version: VersionView | null;
  files: Record<string, FileView>;
  signOffs: SignOffView[];
  returned: ReturnView | null;
  slotNumber: number | null;
  scan: { fileId: string; uploadedAt: Instant } | null;
  createdAt: Instant;
  updatedAt: Instant;
  /** The owner's account, for staff and recommenders masked. */
  owner: { name: string | null; phone: string };
}

export interface FilmView {
  fileId: string;
  name: string;
  bytes: number;
  sha256: string;
  uploadedAt: Instant;
  registeredAt: Instant;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  inspection: InspectionView;
}

export interface InspectionView {
  state: 'queued' | 'running' | 'done' | 'failed';
  findings: readonly Finding[];
  /** What has been looked at so far, while it runs. */
  stagesDone: readonly Stage[];
  startedAt: Instant | null;
  finishedAt: Instant | null;
  /** Said beside the findings: what the machine lacks to see everything; null on one that has it all. */
  toolsNote: string | null;
}

/** An upload that has begun and not ended: goes on from `offset` when the same file is picked again. */
export interface OpenUploadView {
  id: string;
  url: string;
  purpose: FilePurpose;
  name: string;
  bytes: number;
  offset: number;
  fingerprint: string | null;
  /** The device that sent last, in words: `Windows 电脑 Edge`. */
  device: string | null;
  lastByteAt: Instant;
  expiresAt: Instant;
}

/** scan: the sealed form as one PDF · scan-photo: one photographed sheet of it, from which the PDF is made. */
export type FilePurpose = 'film' | 'broadcast-proof' | 'licence-proof' | 'scan' | 'scan-photo';

export interface FileView {
  id: string;
  name: string;
  bytes: number;
  sha256: string;
  mime: string;
  purpose: FilePurpose;
  /** Entry of the form it was sent for, until the form itself names it; null: nobody has said. */
  place: string | null;
}

export interface SignatureView extends SignatureStanding {
  signedAt: Instant;
  /** data:image/png;base64,… for the one screen that shows it. */
  image: string;
}

export interface VersionView {
  number: number;
  /** SHA-256 of the frozen form, film and signature together. */
  sha256: string;
  verifyCode: string;
  submittedAt: Instant;
}

export interface SignOffView {
  dutyId: string;
  opinion: string;
  byName: string;
  byMe: boolean;
  at: Instant;
}

export interface ReturnView {
  at: Instant;
  byName: string;
  unitName: string;
  resubmitBy: Instant;
  reasons: ReturnReason[];
}

/** One thing to mend: at a field of the form, or at a second of the film. */
export interface ReturnReason {
  /** Path into the form (`reach`, `materials.1`), or `film`. */
  path: string;
  atMs: number | null;
  note: string;
}

export interface WorkListItem {
  id: string;
  title: string;
  status: WorkStatus;
  inEffect: boolean;
  receipt: string | null;
  unitId: string | null;
  firstAuthor: string | null;
  organisation: string | null;
  fromListedArea: boolean;
  durationMs: number | null;
  filmState: FilmState;
  failing: number;
  looking: number;
  versionNumber: number | null;
  submittedAt: Instant | null;
  updatedAt: Instant;
  resubmitBy: Instant | null;
  toMend: number;
  /** Short-lived address of a picture of the film. */
  poster: string | null;
}

/** A page by key: new rows never shift the next page. */
export interface Page<T> {
  items: T[];
  next: string | null;
  total: number;
}

export interface CreateWorkRequest {
  title?: string;
}

/** One autosave: the fields that changed, each with the revision it was based on. */
export interface SaveFormRequest {
  changes: FieldChange[];
}

export interface FieldChange {
  field: FormField;
  value: unknown;
  baseRevision: number;
}

export interface SaveFormReply {
  revision: number;
  fieldRevisions: Partial<Record<FormField, number>>;
  savedAt: Instant;
  /** Fields somebody else changed in the meantime: not overwritten, both texts are here to choose from. */
  conflicts: FieldConflict[];
  signature: SignatureStanding | null;
}

export interface FieldConflict {
  field: FormField;
  theirs: unknown;
  theirRevision: number;
  theirDevice: string;
  theirAt: Instant;
  mine: unknown;
}

export interface SignRequest {
  /** The pad's size and every stroke as x, y, milliseconds: evidence beside the picture. */
  strokes: { width: number; height: number; lines: number[][] };
  /** data:image/png;base64,… */
  image: string;
  revision: number;
  /** Version of the commitment as it was shown to the signer; refused if the text has been changed since. */
  commitmentVersion?: string;
}

export interface SubmitRequest {
  revision: number;
}

export interface ReceiptReply {
  receipt: string;
  versionNumber: number;
  sha256: string;
  filmSha256: string;
  submittedAt: Instant;
  unitName: string;
}

export interface ReturnRequest {
  resubmitBy: Instant;
  reasons: ReturnReason[];
}

export interface DeclineRequest {
  reason: string;
}

export interface SignOffRequest {
  opinion: string;
}

export interface OverrideRequest {
  /** The film and the value the person saw: a finding that has changed since is not set aside unseen. */
  fileId: string;
  measured: string | null;
  reason: string;
}

export interface RecommendReply {
  slotNumber: number;
  scanBy: Instant;
}

export interface DisqualifyRequest {
  reason: string;
  /** The work's title, typed: this cannot be taken back. */
  title: string;
}

export interface VersionReply {
  number: number;
  form: WorkForm;
  film: Pick<FilmView, 'fileId' | 'name' | 'bytes' | 'sha256' | 'durationMs'>;
  findings: Finding[];
  sha256: string;
  verifyCode: string;
  submittedAt: Instant;
  submittedBy: string;
}

export interface ContactReply {
  authorMobile: string;
  phone: string;
  email: string;
  address: string;
}

export interface FormLinkQuery {
  /** paper (default): to be signed by pen and sealed · electronic: with the drawn signature, and marked as no paper to hand in. */
  copy?: 'paper' | 'electronic';
  /** pdf (default) · docx: to be edited or printed in Word · html: to be printed from a browser. */
  format?: 'pdf' | 'docx' | 'html';
}

export interface MediaLinkReply {
  url: string;
  expiresAt: Instant;
}

export interface FileLinkReply extends MediaLinkReply {
  /** What was drawn from a film; null for other files, and until there is any. Every address expires with the file's own. */
  pictures: FilmPictureLinks | null;
}

export interface FilmPictureLinks {
  poster: string | null;
  /** In order of time. */
  stills: { atMs: number; url: string }[];
  sprite: (SpriteLayout & { url: string }) | null;
  /** A light copy to watch on a phone. none: there will not be one, the original is played. */
  preview: { state: 'waiting' | 'ready' | 'none'; url: string | null };
  /** A copy for judging on a big screen. */
  judging: { state: JudgingState; url: string | null };
  /** Loudest sample of each part of the film, 0 (silent) to 255; empty: the film has no sound track. null: not measured (yet). */
  waveform: number[] | null;
}

/**
 * unasked: made when the work is recommended, or when the department asks · waiting: on its way · ready ·
 * original: the film itself is as good, nothing is made · none: it could not be made.
 */
export type JudgingState = 'unasked' | 'waiting' | 'ready' | 'original' | 'none';

/** One sheet of small pictures at even distances, row by row. */
export interface SpriteLayout {
  everyMs: number;
  columns: number;
  rows: number;
  /** Size of one small picture in pixels. */
  width: number;
  height: number;
}

/** What anyone who scans the code on a printed form may know. */
export interface VerifyReply {
  title: string;
  unitName: string;
  campaignTitle: string;
  versionNumber: number;
  isCurrent: boolean;
  currentVersion: number;
  code: string;
  submittedAt: Instant;
  status: WorkStatus;
  /** The recommendation has taken effect: its sealed scan is here. */
  inEffect: boolean;
}
