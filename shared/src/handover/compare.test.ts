import { expect, it } from 'vitest';
import { compareFiles, pathInPackage } from './compare.js';

const manifest = [{ path: '清单.txt', bytes: 1, sha256: 'l' }, { path: '01_甲/甲.mp4', bytes: 2, sha256: 'a' }, { path: '02_乙/乙.mp4', bytes: 3, sha256: 'b' }];
const file = (bytes: number, sha256: string | null) => ({ bytes, sha256 });

it.each([
  ['all of it', { '清单.txt': file(1, 'l'), '01_甲/甲.mp4': file(2, 'a'), '02_乙/乙.mp4': file(3, 'b') }, 'equal equal equal'],
  ['one of two discs', { '清单.txt': file(1, 'l'), '01_甲/甲.mp4': file(2, 'a') }, 'equal equal elsewhere'],
  ['a changed film', { '清单.txt': file(1, 'l'), '01_甲/甲.mp4': file(2, 'x'), '02_乙/乙.mp4': file(3, 'b') }, 'equal different equal'],
  ['a film that cannot be read', { '清单.txt': file(1, 'l'), '01_甲/甲.mp4': file(2, null), '02_乙/乙.mp4': file(3, 'b') }, 'equal different equal'],
  ['a file missing from a folder that is there', { '清单.txt': file(1, 'l'), '01_甲/别的.txt': file(1, 'q'), '02_乙/乙.mp4': file(3, 'b') }, 'equal missing equal extra'],
  ['a disc without its lists', { '01_甲/甲.mp4': file(2, 'a'), '02_乙/乙.mp4': file(3, 'b') }, 'missing equal equal'],
  ['another disc altogether', { 'autorun.inf': file(9, 'z') }, 'missing elsewhere elsewhere extra'],
])('%s', (_case, found, verdicts) => expect(compareFiles(manifest, new Map(Object.entries(found))).map(({ verdict }) => verdict).join(' ')).toBe(verdicts));

it('takes the chosen folder off the paths, in whatever normal form the drive writes them', () => {
  expect(pathInPackage('E盘/01_甲/甲.mp4', 'E盘')).toBe('01_甲/甲.mp4');
  expect(pathInPackage('cafe\u0301/cafe\u0301.txt', 'caf\u00e9')).toBe('caf\u00e9.txt');
});
