import type { WorkListItem } from '@kepu/shared/contracts/work';
import { isSentBack, isWithCreator } from '@kepu/shared/domain/work-status';

export interface SortedWorks {
  /** Wait for the creator: returned ones first, because their time runs. */
  mine: WorkListItem[];
  others: WorkListItem[];
}

export function sortWorks(works: readonly WorkListItem[]): SortedWorks {
  const returned = works.filter(({ status }) => isSentBack(status)).sort((a, b) => (a.resubmitBy ?? Infinity) - (b.resubmitBy ?? Infinity));
  const drafts = works.filter(({ status }) => isWithCreator(status) && !isSentBack(status));
  return { mine: [...returned, ...drafts], others: works.filter(({ status }) => !isWithCreator(status)) };
}
