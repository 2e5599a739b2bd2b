import type { FileLinkReply, FilmPictureLinks } from '@kepu/shared/contracts/work';
import { keepAddresses } from '@kepu/shared/inspection/keep-addresses';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call';

export interface FilmSource {
  url: string | null;
  pictures: FilmPictureLinks | null;
  error: Error | null;
  /** Fetches new addresses: the old ones have run out, or were never given. */
  renew: () => void;
  /** Asks what has been drawn in the meantime; what is being played goes on. */
  look: () => void;
}

const WHILE_DRAWING_MS = 15_000;

/** Short-lived addresses of a stored film and of its pictures, fetched once for everything that shows them. */
export function useFilmSource(fileId: string | null): FilmSource {
  const client = useQueryClient();
  const queryKey = ['film-link', fileId];
  const link = useQuery({
    queryKey,
    queryFn: async () => {
      const fresh = await call('POST /api/files/:fileId/link', { params: { fileId: fileId ?? '' } });
      return keepAddresses(client.getQueryData<FileLinkReply>(queryKey), fresh);
    },
    enabled: fileId !== null,
    staleTime: Infinity,
    gcTime: 0,
    refetchInterval: ({ state: { data } }) => data !== undefined && isDrawing(data) && WHILE_DRAWING_MS,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return {
    url: link.data?.url ?? null,
    pictures: link.data?.pictures ?? null,
    error: link.error,
    renew: () => void client.resetQueries({ queryKey }),
    look: () => void link.refetch(),
  };
}

const isDrawing = ({ pictures }: FileLinkReply) => pictures === null || pictures.preview.state === 'waiting' || pictures.judging.state === 'waiting';
