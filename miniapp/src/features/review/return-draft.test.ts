import { describe, expect, it } from 'vitest';
import { beijing } from '@kepu/shared/time';
import { allReasons, listed, NEW_RETURN, resubmitBy, resubmitInDays, written, type ReturnDraft } from './return-draft';

describe('until when a returned work may come back', () => {
  const now = beijing('2025-11-22', '20:30');

  it('is an evening, also when it is sent back late at night', () => expect(resubmitInDays(now, 3, Infinity)).toBe(beijing('2025-11-25', '18:00')));

  it('is never after the unit\'s own deadline', () => {
    const deadline = beijing('2025-11-24', '12:00');
    expect(resubmitInDays(now, 7, deadline)).toBe(deadline);
    expect(resubmitBy({ choice: 'day', day: '2025-11-30' }, now, deadline)).toBe(deadline);
  });

  it('is the day that was chosen, unless it has passed since', () => {
    expect(resubmitBy({ choice: 'day', day: '2025-11-24' }, now, Infinity)).toBe(beijing('2025-11-24', '18:00'));
    expect(resubmitBy({ choice: 'day', day: '2025-11-20' }, now, Infinity)).toBe(beijing('2025-11-27', '18:00'));
    expect(resubmitBy({ choice: '3', day: '2025-11-20' }, now, Infinity)).toBe(beijing('2025-11-25', '18:00'));
  });
});

describe('the reasons of a return', () => {
  const two: ReturnDraft = { ...NEW_RETURN, reasons: [{ path: 'title', atMs: null, note: '一' }, { path: 'film', atMs: 5, note: '二' }] };

  it('count what was written and not put on the list', () => {
    const third = written({ ...two, place: 'summary' }, ' 简介超过三百字 ', 12_000);
    expect(allReasons(third, 12_000)).toEqual([...two.reasons, { path: 'summary', atMs: null, note: '简介超过三百字' }]);
    expect(allReasons(listed(third, 12_000), 0)).toEqual(allReasons(third, 12_000));
  });

  it('do not count blanks', () => {
    expect(allReasons(written(two, '  \n', 0), 0)).toEqual(two.reasons);
    expect(listed(written(two, ' ', 0), 0).reasons).toEqual(two.reasons);
  });

  it('stand at the second somebody began to write at, wherever the film has played to or begun anew', () => {
    const begun = written(two, '这里', 12_000);
    const done = written(begun, '这里字幕错了', 19_000);
    expect(allReasons(done, 0)[2]).toEqual({ path: 'film', atMs: 12_000, note: '这里字幕错了' });
    expect(listed(done, 0)).toMatchObject({ note: '', place: 'here' });
    expect(allReasons(written(written(done, '', 30_000), '别处', 31_000), 0)[2]?.atMs).toBe(31_000);
  });
});
