import { beijing } from '@kepu/shared/time';
import { expect, it } from 'vitest';
import { plainTime, shortTime } from './short-time';

const now = beijing('2025-12-02', '00:10');

it.each([
  ['today', beijing('2025-12-02', '00:05'), '今天 00:05'],
  ['yesterday, across midnight in Beijing', beijing('2025-12-01', '23:58'), '昨天 23:58'],
  ['the day before', beijing('2025-11-30', '08:12'), '11-30 08:12'],
  ['another year, without the hour', beijing('2024-12-31', '23:59'), '2024-12-31'],
])('says %s', (_name, at, words) => expect(shortTime(at, now)).toBe(words));

it('shows the server’s time to the second', () => expect(plainTime(now + 8_000)).toBe('2025-12-02 00:10:08'));
