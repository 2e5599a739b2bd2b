import type { ComparisonReply } from '@kepu/shared/contracts/film';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '../../api/call';

/** Opens the comparison, which the log records: once for each time the page is opened, not for every look back at it. */
export function useComparison(workId: string, likenessId: string): UseQueryResult<ComparisonReply> {
  return useQuery({
    queryKey: ['comparison', workId, likenessId],
    queryFn: () => call('POST /api/works/:workId/comparisons/:likenessId', { params: { workId, likenessId } }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
