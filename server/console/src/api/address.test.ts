import { expect, it } from 'vitest';
import { addressOf } from './address';

it('puts what a person typed into the address as data, never as a path', () => {
  expect(addressOf('GET /api/works/:workId/versions/:number', { params: { workId: 'a/../b', number: 2 } })).toEqual({ method: 'GET', path: '/api/works/a%2F..%2Fb/versions/2' });
  expect(addressOf('GET /api/works', { query: { search: '风&status=draft', status: undefined, unitId: '' } }).path).toBe('/api/works?search=%E9%A3%8E%26status%3Ddraft');
});

it('refuses to call about nothing', () => {
  expect(() => addressOf('GET /api/works/:workId', { params: { workId: '' } })).toThrow('workId');
});
