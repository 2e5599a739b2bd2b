import { useCallback, useEffect, useState } from 'react';
import { api } from '../session/api';

export interface FilmLink {
  url: string | null;
  failure: unknown;
  /** Gets a new address: the old one has run out or never worked. */
  renew: () => void;
}

/** A short-lived address of a film. Renewed when the player stumbles, but not over and over. */
export function useFilmLink(fileId: string | null): FilmLink {
  const [state, setState] = useState<{ url: string | null; failure: unknown }>({ url: null, failure: null });
  const renew = useCallback(() => {
    if (fileId === null) return;
    api.call('POST /api/files/:fileId/link', { params: { fileId } }).then(
      ({ url }) => setState({ url, failure: null }),
      (failure: unknown) => setState({ url: null, failure }),
    );
  }, [fileId]);
  useEffect(renew, [renew]);
  return { ...state, renew };
}
