import { describe, expect, it } from 'vitest';
import { configProblems } from './check-config.js';
import { preset2025 } from './preset-2025.js';
import { shiftCall } from './shift.js';
import { CALL_STATES, mayBecome, receiptPrefix } from './call-state.js';

describe('the life of a call', () => {
  it('reaches every state, and leaves the archive never', () => {
    const reached = new Set<string>(['preparing']);
    for (let grown = true; grown; ) {
      const more = CALL_STATES.filter((to) => !reached.has(to) && CALL_STATES.some((from) => reached.has(from) && mayBecome(from, to)));
      more.forEach((state) => reached.add(state));
      grown = more.length > 0;
    }
    expect([...reached].sort()).toEqual([...CALL_STATES].sort());
    expect(CALL_STATES.filter((to) => mayBecome('archived', to))).toEqual([]);
  });

  it.each([
    [2025, [], 'KP25'],
    [2025, ['KP25'], 'KP25B'],
    [2025, ['KP25', 'KP25B'], 'KP25C'],
    [2026, ['KP25'], 'KP26'],
    [2125, ['KP25'], 'KP25B'],
  ])('begins the receipts of %i beside %j with %s', (year, taken, prefix) => expect(receiptPrefix(year, taken)).toBe(prefix));
});

describe('the call that follows an earlier one', () => {
  it('moves every date, keeps what units and people are told by name and address, and leaves nothing of the year before', () => {
    const next = shiftCall(preset2025, { year: 2026, shiftDays: 365 });
    const days = (from: number, to: number) => (to - from) / 86_400_000;
    expect([days(preset2025.opensAt, next.opensAt), days(preset2025.recommendBy, next.recommendBy)]).toEqual([365, 365]);
    expect(next).toMatchObject({ year: 2026, workWindow: { fromDay: '2025-01-01', toDay: '2025-12-31' }, organiser: preset2025.organiser, handOver: preset2025.handOver, documentNumber: '' });
    expect(next.title).toContain('2026');
    expect(configProblems(next)).toEqual([]);
  });

  it('keeps the day of a leap year a day', () => {
    const leap = { ...preset2025, workWindow: { fromDay: '2024-02-29', toDay: '2024-12-31' } };
    expect(shiftCall(leap, { year: 2026, shiftDays: 365 }).workWindow.fromDay).toBe('2025-02-28');
  });
});
