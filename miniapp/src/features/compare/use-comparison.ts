import { useCallback, useEffect, useState } from 'react';
import type { ComparisonReply } from '@kepu/shared/contracts/film';
import { api } from '../session/api';

interface Opened {
  reply: ComparisonReply | null;
  failure: unknown;
}

/** Opens the comparison, which the log records: once when the page opens, not each time it comes back into view. */
export function useComparison(workId: string, likenessId: string): Opened & { again: () => void } {
  const [opened, setOpened] = useState<Opened>({ reply: null, failure: null });
  const again = useCallback(() => {
    api.call('POST /api/works/:workId/comparisons/:likenessId', { params: { workId, likenessId } }).then(
      (reply) => setOpened({ reply, failure: null }),
      (failure: unknown) => setOpened({ reply: null, failure }),
    );
  }, [workId, likenessId]);
  useEffect(again, [again]);
  return { ...opened, again };
}
