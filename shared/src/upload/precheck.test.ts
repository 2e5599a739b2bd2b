import { describe, expect, it } from 'vitest';
import { sniffContainer } from './precheck.js';

describe('what a file is by its first bytes', () => {
  /** A `ftyp` box: its own brand, its version, and the brands it is compatible with. */
  const head = (major: string, ...compatible: string[]) => {
    const content = `ftyp${major}\0\0\x02\0${compatible.join('')}`;
    return Uint8Array.from(`\0\0\0${String.fromCharCode(content.length + 4)}${content}free`, (character) => character.charCodeAt(0));
  };

  it.each<[string, string[], boolean]>([
    ['isom', [], true],
    ['XAVC', ['XAVC', 'mp42', 'iso2'], true],
    ['MSNV', [], true],
    ['dash', [], true],
    ['NDSC', [], true],
    ['NDXH', [], true],
    ['F4V ', [], true],
    ['cmfc', [], true],
    ['SDV ', ['isom', 'mp42'], true],
    ['caqv', ['mp42'], true],
    ['Drns', ['abcd', 'efgh'], false],
    ['Drns', [], false],
    ['qt  ', ['isom', 'mp42'], false],
    ['qt  ', [], false],
    ['3gp4', ['isom', '3gp4'], false],
    ['M4A ', ['M4A ', 'mp42', 'isom'], false],
    ['heic', ['mif1', 'isom'], false],
    ['crx ', ['crx ', 'isom'], false],
  ])('%s, compatible with %j: MP4 %s', (major, compatible, isMp4) => {
    expect(sniffContainer(head(major, ...compatible))).toMatchObject({ isMp4, majorBrand: major, format: isMp4 ? 'mp4' : major === 'qt  ' ? 'quicktime' : 'unknown' });
  });

  it('looks for brands inside the box only', () => {
    const file = Uint8Array.from('\0\0\0\x10ftypDrns\0\0\0\0isommp42', (character) => character.charCodeAt(0));
    expect(sniffContainer(file).isMp4).toBe(false);
    expect(sniffContainer(file.slice(0, 13)).isMp4).toBe(false);
  });
});
