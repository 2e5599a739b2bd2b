import { describe, expect, it } from 'vitest';
import { addDays, beijing, dayOf, endOfDay, isDay, parseTimecode, sayDeadline, sayFullMoment, sayLength, sayMoment, sayTimecode, sayTimeLeft, startOfDay } from './time.js';

describe('Beijing time', () => {
  it('starts a day eight hours before the same day in Greenwich', () => {
    expect(new Date(startOfDay('2025-12-10')).toISOString()).toBe('2025-12-09T16:00:00.000Z');
    expect(dayOf(Date.parse('2025-12-09T16:00:00Z'))).toBe('2025-12-10');
    expect(dayOf(Date.parse('2025-12-09T15:59:59.999Z'))).toBe('2025-12-09');
  });

  it('writes the deadline of a day as its 24:00', () => {
    expect(beijing('2025-12-10', '24:00')).toBe(endOfDay('2025-12-10'));
    expect(sayDeadline(endOfDay('2025-12-10'))).toBe('12月10日 24:00');
    expect(sayDeadline(beijing('2025-12-01', '18:00'))).toBe('12月1日 18:00');
    expect(sayDeadline(endOfDay('2025-12-31'))).toBe('12月31日 24:00');
  });

  it('knows which days exist', () => {
    expect(['2024-02-29', '2025-02-29', '2025-13-01', '2025-1-1', ''].map(isDay)).toEqual([true, false, false, false, false]);
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
  });

  it('says moments', () => {
    const at = beijing('2025-11-22', '14:41') + 8_000;
    expect(sayMoment(at)).toBe('11月22日 14:41');
    expect(sayFullMoment(at)).toBe('2025年11月22日 14:41:08');
  });

  it.each([
    [0, '已截止'], [-1, '已截止'], [59_999, '不到1分钟'], [4 * 60_000, '4分'], [3_600_000, '1小时'],
    [2 * 3_600_000 + 5 * 60_000, '2小时5分'], [86_400_000, '1天'], [8 * 86_400_000 + 13 * 3_600_000, '8天13小时'],
  ])('%d ms left is %s', (left, said) => expect(sayTimeLeft(1000, 1000 + left)).toBe(said));
});

describe('film time', () => {
  it.each([[252_000, '4:12'], [130_200, '2:10'], [0, '0:00'], [59_999, '0:59']])('%d → %s', (ms, said) => expect(sayTimecode(ms)).toBe(said));
  it.each([[130_200, '2:10.2'], [126_000, '2:06.0'], [59_990, '1:00.0']])('%d with tenths → %s', (ms, said) => expect(sayTimecode(ms, true)).toBe(said));
  it.each([[252_000, '4分12秒'], [119_600, '2分00秒'], [58_400, '58秒']])('%d lasts %s', (ms, said) => expect(sayLength(ms)).toBe(said));
  it.each([
    ['2:10.2', 130_200], ['0:42', 42_000], ['130.2', 130_200], ['1:02:03', 3_723_000], ['１：０５', 65_000],
    ['1分5秒', 65_000], ['1:75', null], ['', null], ['abc', null], ['-1', null],
  ])('reads %s as %s', (text, ms) => expect(parseTimecode(text)).toBe(ms));
});
