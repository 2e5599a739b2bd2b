import type { WorkListItem } from '@kepu/shared/contracts/work';

export interface SortedWorks {
  /** Wait for the creator: returned ones first, because their time runs. */
  mine: WorkListItem[];
  others: WorkListItem[];
}

export function sortWorks(works: readonly WorkListItem[]): SortedWorks {
  const returned = works.filter(({ status }) => status === 'returned').sort((a, b) => (a.resubmitBy ?? Infinity) - (b.resubmitBy ?? Infinity));
  const drafts = works.filter(({ status }) => status === 'draft');
  return { mine: [...returned, ...drafts], others: works.filter(({ status }) => status !== 'draft' && status !== 'returned') };
}
