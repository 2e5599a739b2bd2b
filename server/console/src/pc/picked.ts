import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { sentenceOf } from '@kepu/shared/errors';
import type { ShownFinding } from '@kepu/shared/inspection/finding';
import { readFilmFacts } from '@kepu/shared/upload/film-facts';
import { fingerprintOf } from '@kepu/shared/upload/fingerprint';
import { isLikelyCompressed } from '@kepu/shared/upload/compression';
import { mediaFacts } from '@kepu/shared/upload/media-facts';
import { kindsOf, uploadReasons } from '@kepu/shared/upload/policy';
import { precheck } from '@kepu/shared/upload/precheck';

/** A film chosen here, with what the rules say before a byte is sent. */
export interface PickedFilm {
  file: File;
  fingerprint: string;
  findings: ShownFinding[];
  /** WeChat's compression is the likeliest cause. */
  isCompressed: boolean;
  refusals: string[];
}

export interface PickedProof {
  file: File;
  fingerprint: string;
  refusals: string[];
}

export interface Picked {
  films: File[];
  proofs: File[];
  others: File[];
}

/** Sorts what was dropped: a folder brings everything that lies in it. Hidden files of the system are passed over. */
export function sortFiles(files: readonly File[]): Picked {
  const seen = files.filter(({ name }) => !/^\.|^Thumbs\.db$|^desktop\.ini$/iu.test(name));
  const is = (purpose: 'film' | 'broadcast-proof') => (file: File) => kindsOf(purpose).extensions.test(file.name);
  return { films: seen.filter(is('film')), proofs: seen.filter(is('broadcast-proof')), others: seen.filter((file) => !is('film')(file) && !is('broadcast-proof')(file)) };
}

const readable = (file: File) => ({ bytes: file.size, read: async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer()), measure: () => measure(file) });

async function measure(file: File) {
  const url = URL.createObjectURL(file);
  const facts = await mediaFacts(document.createElement('video'), url, (ms, act) => setTimeout(act, ms));
  URL.revokeObjectURL(url);
  return facts;
}

export async function examineFilm(file: File, config: CampaignConfig): Promise<PickedFilm> {
  const source = readable(file);
  const facts = await readFilmFacts(source);
  return {
    file,
    fingerprint: await fingerprintOf(source),
    isCompressed: isLikelyCompressed({ bytes: file.size, ...facts }, config, 'computer'),
    findings: precheck({ bytes: file.size, ...facts }, config),
    refusals: uploadReasons({ purpose: 'film', name: file.name, bytes: file.size }, config).map(sentenceOf),
  };
}

export async function examineProof(file: File, config: CampaignConfig): Promise<PickedProof> {
  const refusals = uploadReasons({ purpose: 'broadcast-proof', name: file.name, bytes: file.size }, config).map(sentenceOf);
  try {
    return { file, fingerprint: await fingerprintOf(readable(file)), refusals };
  } catch {
    return { file, fingerprint: '', refusals: [sayUnreadable(file)] };
  }
}

/** The browser has the file's name and cannot get at its bytes. */
export const sayUnreadable = ({ name }: File) => `“${name}”读不出来，可能已被移动、改名，或正被别的软件占用。请关掉那个软件，再选一次。`;
