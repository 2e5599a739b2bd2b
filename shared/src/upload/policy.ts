import type { CampaignConfig } from '../campaign/config.js';
import type { FilePurpose } from '../contracts/work.js';
import type { Reason } from '../errors.js';
import { ruleMode } from '../inspection/rule-modes.js';

/** Part size of an upload in a browser, and in the mini-program where every request must end well under a minute. */
export const PART_BYTES = { browser: 8 * 1024 * 1024, miniProgram: 1024 * 1024 } as const;

/** No upload is larger than this, whatever a call allows. */
const LARGEST_EVER = 4 * 1024 ** 3;

export interface OfferedFile {
  purpose: FilePurpose;
  name: string;
  bytes: number;
}

interface Kinds {
  extensions: RegExp;
  said: string;
}

const FILM: Kinds = { extensions: /\.(?:mp4|m4v)$/iu, said: 'MP4' };
const PDF: Kinds = { extensions: /\.pdf$/iu, said: 'PDF' };
const PHOTO: Kinds = { extensions: /\.(?:jpe?g|png|webp)$/iu, said: 'JPG、PNG' };
const PAPER: Kinds = { extensions: /\.(?:pdf|jpe?g|png)$/iu, said: 'PDF、JPG、PNG' };

const KINDS: Record<FilePurpose, Kinds> = { film: FILM, 'broadcast-proof': PAPER, 'licence-proof': PAPER, scan: PDF, 'scan-photo': PHOTO };

export function kindsOf(purpose: FilePurpose): Kinds {
  return KINDS[purpose];
}

/** The unit sends these for a work it has recommended; everything else is its creator's. */
export function isOfScan(purpose: FilePurpose): boolean {
  return purpose === 'scan' || purpose === 'scan-photo';
}

/** Photographs of sheets, straight from the camera. */
const LARGEST_PHOTO = 30_000_000;

/** Largest size in bytes that is taken for a purpose: what can never pass is not uploaded first. */
export function largestFile(purpose: FilePurpose, config: CampaignConfig): number {
  if (purpose === 'scan-photo') return Math.max(LARGEST_PHOTO, config.proof.maxBytes);
  if (purpose !== 'film') return config.proof.maxBytes;
  return ruleMode(config, 'V5') === 'block' ? (config.film.maxBytes ?? LARGEST_EVER) : LARGEST_EVER;
}

/** Why a file is not taken at all, before its first byte is sent. The phone asks the same as the server. */
export function uploadReasons(file: OfferedFile, config: CampaignConfig): Reason[] {
  const reasons: Reason[] = [];
  const kinds = kindsOf(file.purpose);
  if (file.purpose === 'scan-photo' && HEIC_NAME.test(file.name)) reasons.push({ code: 'PHOTO_IS_HEIC' });
  else if (!kinds.extensions.test(file.name)) reasons.push({ code: 'FILE_TYPE', allowed: kinds.said });
  const limit = largestFile(file.purpose, config);
  if (file.bytes > limit) reasons.push({ code: 'FILE_TOO_LARGE', limit });
  if (file.bytes < 1) reasons.push({ code: 'FILE_TOO_SMALL', limit: 1 });
  return reasons;
}

const HEIC_NAME = /\.(?:hei[cf]|hif|avif)$/iu;

/** What a proof or scan is by its first bytes, or null: the name and the browser's word prove nothing. */
export function sniffPaper(head: Uint8Array): 'application/pdf' | 'image/jpeg' | 'image/png' | null {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  return starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? 'image/png' : null;
}

/** As `sniffPaper`, for a photographed sheet. heic: what a phone of Apple's makes unless it is asked for JPEG. */
export function sniffPhoto(head: Uint8Array): 'image/jpeg' | 'image/png' | 'image/webp' | 'heic' | null {
  const paper = sniffPaper(head);
  if (paper === 'image/jpeg' || paper === 'image/png') return paper;
  const word = (from: number, length: number) => String.fromCharCode(...head.slice(from, from + length));
  if (word(0, 4) === 'RIFF' && word(8, 4) === 'WEBP') return 'image/webp';
  return word(4, 4) === 'ftyp' && /^(?:hei[cfmsx]|hev[cmsx]|mif1|msf1|avif)$/u.test(word(8, 4)) ? 'heic' : null;
}
