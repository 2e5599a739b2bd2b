import { useCallback, useEffect, useState } from 'react';
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
  return { ...state, renew };
}
