import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';

export interface FilmSource {
  url: string | null;
  pictures: FilmPictureLinks | null;
  error: Error | null;
  /** Fetches new addresses: the old ones have run out, or were never given. */
  renew: () => void;
}

/** Short-lived addresses of a stored film and of its pictures, fetched once for everything that shows them. */
export function useFilmSource(fileId: string | null): FilmSource {
  const link = useQuery({
    queryKey: ['film-link', fileId],
    queryFn: () => call('POST /api/files/:fileId/link', { params: { fileId: fileId ?? '' } }),
    enabled: fileId !== null,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return { url: link.data?.url ?? null, pictures: link.data?.pictures ?? null, error: link.error, renew: () => void link.refetch() };
}
