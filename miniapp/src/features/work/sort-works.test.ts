import { describe, expect, it } from 'vitest';
import type { WorkListItem } from '@kepu/shared/contracts/work';
import { sortWorks } from './sort-works';

const work = (id: string, status: WorkListItem['status'], resubmitBy: number | null = null) => ({ id, status, resubmitBy }) as WorkListItem;

describe('a creator\'s works', () => {
  it('put what waits for the creator first, and the one whose time runs out soonest on top', () => {
    const { mine, others } = sortWorks([work('draft', 'draft'), work('sent', 'submitted'), work('later', 'returned', 20), work('soon', 'returned', 10), work('done', 'recommended')]);
    expect(mine.map(({ id }) => id)).toEqual(['soon', 'later', 'draft']);
    expect(others.map(({ id }) => id)).toEqual(['sent', 'done']);
  });
});
