import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { OpenUploadView } from '@kepu/shared/contracts/work';
import { sentenceOf, type Reason } from '@kepu/shared/errors';
import type { ShownFinding } from '@kepu/shared/inspection/finding';
import { uploadReasons } from '@kepu/shared/upload/policy';
import { isLikelyCompressed, ORIGINAL_ADVICE, type FilmOrigin, type OriginalAdvice } from '@kepu/shared/upload/compression';
import { precheck, type PickedFilm } from '@kepu/shared/upload/precheck';
import type { PickedFile, PickSource } from '../../platform/picked-file';
import { personal } from '../../state/personal';
import { createStore, useStore } from '../../state/store';
import { fingerprintOf } from '@kepu/shared/upload/fingerprint';
import { readFilmFacts } from '@kepu/shared/upload/film-facts';

/** A film the person picked, with what the rules say about it before a byte is sent. */
export interface FilmPick {
  file: PickedFile;
  film: PickedFilm;
  fingerprint: string;
  findings: ShownFinding[];
  /** WeChat's compression is the likeliest cause: how to get at the original from here. */
  compressed: OriginalAdvice | null;
  /** Why the server would not even begin to take it. */
  refusals: Reason[];
}

const ORIGINS: Record<PickSource, FilmOrigin> = { album: 'album', chat: 'chat', system: 'browser' };

const picks = createStore<ReadonlyMap<string, FilmPick>>(new Map());

/** Reads and judges a picked film; the same rules as the server's, on what a phone can know. */
export async function examine(file: PickedFile, config: CampaignConfig): Promise<FilmPick> {
  const { durationMs, width, height, head } = await readFilmFacts(file);
  const film: PickedFilm = { bytes: file.bytes, durationMs, width, height, head };
  const findings = precheck(film, config);
  return {
    file,
    film,
    fingerprint: await fingerprintOf(file),
    findings,
    compressed: isLikelyCompressed(film, config, ORIGINS[file.source]) ? ORIGINAL_ADVICE[ORIGINS[file.source]] : null,
    refusals: uploadReasons({ purpose: 'film', name: file.name, bytes: file.bytes }, config),
  };
}

/** The film is the one whose upload broke off: same size, same samples. */
export function isSameFilm(pick: FilmPick, upload: OpenUploadView): boolean {
  return pick.file.bytes === upload.bytes && (upload.fingerprint === null || upload.fingerprint === pick.fingerprint);
}

export function keepPick(workId: string, pick: FilmPick | null): void {
  picks.set((all) => {
    const next = new Map([...all].filter(([id]) => id !== workId));
    return pick ? next.set(workId, pick) : next;
  });
}

/** The person wants another one: what the platform holds for it is freed. */
export function dropPick(workId: string): void {
  picks.get().get(workId)?.file.close();
  keepPick(workId, null);
}

export function usePick(workId: string): FilmPick | null {
  return useStore(picks).get(workId) ?? null;
}

export const sayRefusals = (pick: FilmPick): string[] => pick.refusals.map(sentenceOf);

personal.whenPersonChanges(() => picks.set(new Map()));
