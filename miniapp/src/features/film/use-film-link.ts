import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileLinkReply, FilmPictureLinks } from '@kepu/shared/contracts/work';
import { keepAddresses } from '@kepu/shared/inspection/keep-addresses';
import { api } from '../session/api';

export interface FilmLink {
  url: string | null;
  pictures: FilmPictureLinks | null;
  failure: unknown;
  /** Gets a new address: the old one has run out or never worked. */
  renew: () => void;
}

type Known = Omit<FilmLink, 'renew'>;

/** What has been drawn in the meantime, under the addresses that are being played. */
function withNew(last: Known, fresh: FileLinkReply): Known {
  if (last.url === null) return last;
  const { pictures } = keepAddresses({ ...fresh, url: last.url, pictures: last.pictures }, fresh);
  return { ...last, pictures };
}

const NOTHING = { url: null, pictures: null, failure: null };

/** Pictures are drawn in the minutes after the verdicts. */
const ASK_AGAIN_MS = 10_000;
const MOST_ASKED = 18;

/** Short-lived addresses of a film and its pictures. Renewed when the player stumbles, but not over and over. */
export function useFilmLink(fileId: string | null): FilmLink {
  const [state, setState] = useState<Known>(NOTHING);
  const renew = useCallback(() => {
    if (fileId === null) return;
    api.call('POST /api/files/:fileId/link', { params: { fileId } }).then(
      ({ url, pictures }) => setState({ url, pictures, failure: null }),
      (failure: unknown) => setState({ ...NOTHING, failure }),
    );
  }, [fileId]);
  useEffect(renew, [renew]);
  const asked = useRef(0);
  const isDrawing = state.url !== null && (state.pictures === null || state.pictures.preview.state === 'waiting');
  useEffect(() => {
    if (fileId === null || !isDrawing) return undefined;
    const timer = setInterval(() => {
      asked.current += 1;
      if (asked.current >= MOST_ASKED) clearInterval(timer);
      // Without an answer it is asked again.
      api.call('POST /api/files/:fileId/link', { params: { fileId } }).then((fresh) => setState((last) => withNew(last, fresh)), () => undefined);
    }, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [fileId, isDrawing]);
  return { ...state, renew };
}
