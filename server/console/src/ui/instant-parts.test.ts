import { beijing } from '@kepu/shared/time';
import { expect, it } from 'vitest';
import { instantOf, partsOf, readTime } from './instant-parts';

const midnight = beijing('2025-12-11');

it.each([
  ['a closing at midnight as 24:00 of the notice’s day', midnight, 'closing', { day: '2025-12-10', time: '24:00' }],
  ['an opening at midnight as 00:00 of its own day', midnight, 'opening', { day: '2025-12-11', time: '00:00' }],
  ['any other time the same way for both', beijing('2025-12-12', '12:00'), 'closing', { day: '2025-12-12', time: '12:00' }],
] as const)('shows %s', (_name, at, kind, parts) => {
  expect(partsOf(at, kind)).toEqual(parts);
  expect(instantOf(parts)).toBe(at);
});

it.each([
  ['9:30', '09:30'], ['２４：００', '24:00'], [' 00:00 ', '00:00'], ['24:01', null], ['12:60', null], ['noon', null], ['', null],
])('reads %j as %j', (text, time) => expect(readTime(text)).toBe(time));
