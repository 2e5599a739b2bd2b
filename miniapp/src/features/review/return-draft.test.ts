import { describe, expect, it } from 'vitest';
import { beijing } from '@kepu/shared/time';
import { resubmitInDays } from './return-draft';

describe('until when a returned work may come back', () => {
  const now = beijing('2025-11-22', '20:30');

  it('is an evening, also when it is sent back late at night', () => expect(resubmitInDays(now, 3, Infinity)).toBe(beijing('2025-11-25', '18:00')));

  it('is never after the unit\'s own deadline', () => {
    const deadline = beijing('2025-11-24', '12:00');
    expect(resubmitInDays(now, 7, deadline)).toBe(deadline);
  });
});
