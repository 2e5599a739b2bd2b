import type { WorkStatus } from '../domain/work-status.js';
import type { Finding } from '../inspection/finding.js';
import type { Instant } from '../time.js';

/** One film that was put in for a work. It stays as it was, with its findings, when another takes its place. */
export interface WorkFilmView {
  fileId: string;
  name: string;
  bytes: number;
  sha256: string;
  durationMs: number | null;
  uploadedAt: Instant;
  uploadedBy: string;
  /** The device it was sent from, in words; null: not known any more. */
  device: string | null;
  /** The film the work has now. */
  isCurrent: boolean;
  /** Versions of the form it was handed in with. */
  versions: number[];
  /** Whether this reader may play it: a film that was never handed in is its creator's alone. */
  isPlayable: boolean;
  inspection: 'queued' | 'running' | 'done' | 'failed';
  /** What was found in this film; of one that was handed in, as it stood then. */
  findings: Finding[];
}

/** Two films that are alike, side by side. */
export interface ComparisonReply {
  mine: ComparedFilm;
  other: ComparedFilm;
  /** The same file, byte by byte. */
  isIdentical: boolean;
  isMirrored: boolean;
  /** Part of the shorter film whose pictures are in the other: 0 to 1; 0 where only the sound is alike. */
  share: number;
  stretches: MatchingStretch[];
  /** Where the sound is the same; empty: not, or it could not be heard. */
  sounds: MatchingStretch[];
  /** Which of the two was there first; null: not known. */
  earlier: 'mine' | 'other' | null;
}

/** `fromMs` to `toMs` of this work's film; the same begins at `otherFromMs` of the other. */
export interface MatchingStretch {
  fromMs: number;
  toMs: number;
  otherFromMs: number;
}

export interface ComparedFilm {
  /** null: a film of an earlier year that was never in this system. */
  workId: string | null;
  /** null: only its fingerprint is kept, there is nothing to play. */
  fileId: string | null;
  title: string;
  unitName: string | null;
  /** Year of its call. */
  year: number;
  status: WorkStatus | null;
  /** The recommendation has taken effect: its sealed scan is here. */
  inEffect: boolean;
  uploadedBy: string | null;
  uploadedAt: Instant | null;
  durationMs: number | null;
  sha256: string;
}
