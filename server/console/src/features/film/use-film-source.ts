import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';

export interface FilmSource {
  url: string | null;
  error: Error | null;
  /** Fetches a new address: the old one has run out, or was never given. */
  renew: () => void;
}

/** A short-lived address of a stored film, fetched when the film is wanted. */
export function useFilmSource(fileId: string, isWanted: boolean): FilmSource {
  const link = useQuery({
    queryKey: ['film-link', fileId],
    queryFn: () => call('POST /api/files/:fileId/link', { params: { fileId } }),
    enabled: isWanted,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return { url: link.data?.url ?? null, error: link.error, renew: () => void link.refetch() };
}
