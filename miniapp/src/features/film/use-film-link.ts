import { useCallback, useEffect, useRef, useState } from 'react';
import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { api } from '../session/api';

export interface FilmLink {
  url: string | null;
  pictures: FilmPictureLinks | null;
  failure: unknown;
  /** Gets a new address: the old one has run out or never worked. */
  renew: () => void;
}

const NOTHING = { url: null, pictures: null, failure: null };

/** Pictures are drawn in the minutes after the verdicts. */
const ASK_AGAIN_MS = 10_000;
const MOST_ASKED = 18;

/** Short-lived addresses of a film and its pictures. Renewed when the player stumbles, but not over and over. */
export function useFilmLink(fileId: string | null): FilmLink {
  const [state, setState] = useState<Omit<FilmLink, 'renew'>>(NOTHING);
  const renew = useCallback(() => {
    if (fileId === null) return;
    api.call('POST /api/files/:fileId/link', { params: { fileId } }).then(
      ({ url, pictures }) => setState({ url, pictures, failure: null }),
      (failure: unknown) => setState({ ...NOTHING, failure }),
    );
  }, [fileId]);
  useEffect(renew, [renew]);
  const asked = useRef(0);
  const isDrawing = state.url !== null && !state.pictures?.sprite;
  useEffect(() => {
    if (fileId === null || !isDrawing) return undefined;
    const timer = setInterval(() => {
      asked.current += 1;
      if (asked.current >= MOST_ASKED) clearInterval(timer);
      // The film's own address stays: a player whose address changes begins anew. Without an answer it is asked again.
      api.call('POST /api/files/:fileId/link', { params: { fileId } }).then(({ pictures }) => setState((last) => ({ ...last, pictures })), () => undefined);
    }, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [fileId, isDrawing]);
  return { ...state, renew };
}
