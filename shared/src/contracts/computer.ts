import type { WorkStatus } from '../domain/work-status.js';
import type { Finding, ShownVerdict } from '../inspection/finding.js';
import type { Instant } from '../time.js';
import type { FilePurpose, FileView, InspectionView, OpenUploadView } from './work.js';

/** What a computer that wants to upload shows: the code for the phone, and a secret only it knows. */
export interface ComputerAskReply {
  /** Six characters nobody confuses when typing them. */
  code: string;
  /** Proves, later, that it was this computer that asked. */
  secret: string;
  /** The code as a QR code for the phone: one SVG path in a square of `modules` units. */
  qr: { path: string; modules: number };
  expiresAt: Instant;
}

export interface ComputerTicketRequest {
  secret: string;
}

/** The ticket is handed out once; `waiting` until the phone has said yes. */
export type ComputerTicketReply = { state: 'waiting'; expiresAt: Instant } | { state: 'allowed'; token: string; workId: string; expiresAt: Instant };

/** The computer that shows a code: what the phone's owner sees before saying yes. */
export interface AskingComputerView {
  device: string;
  askedAt: Instant;
}

/** A computer that may upload to a work. */
export interface ComputerView {
  id: string;
  device: string;
  allowedAt: Instant;
  expiresAt: Instant;
}

/** All a computer with a ticket may know of the work it uploads to. */
export interface ComputerDeskReply {
  title: string;
  status: WorkStatus;
  /** Until when the ticket holds. */
  expiresAt: Instant | null;
  upload: OpenUploadView | null;
  film: ComputerFilmView | null;
  /** Entries of the form that take proofs. */
  places: ProofPlace[];
  proofs: FileView[];
}

export interface ComputerFilmView {
  name: string;
  bytes: number;
  uploadedAt: Instant;
  state: InspectionView['state'];
  /** As they are shown: what was set aside on the phone or by a reviewer is no problem here either. */
  findings: (Pick<Finding, 'check' | 'subject' | 'measured' | 'required' | 'advice' | 'isMoot'> & { verdict: ShownVerdict })[];
}

export interface ProofPlace {
  id: string;
  purpose: Exclude<FilePurpose, 'film' | 'scan'>;
  label: string;
}
