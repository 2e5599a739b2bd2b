import { describe, expect, it } from 'vitest';
import { deepFreeze } from './freeze.js';

describe('what is handed to many readers', () => {
  it('cannot be changed at any depth, by any of them', () => {
    const shared = deepFreeze({ list: [{ name: 'a' }], nothing: null, word: 'b' });
    expect(() => shared.list.push({ name: 'c' })).toThrow(TypeError);
    expect(() => Object.assign(shared.list[0] ?? {}, { name: 'c' })).toThrow(TypeError);
    expect(() => Object.assign(shared, { word: 'c' })).toThrow(TypeError);
    expect(shared).toEqual({ list: [{ name: 'a' }], nothing: null, word: 'b' });
  });
});
