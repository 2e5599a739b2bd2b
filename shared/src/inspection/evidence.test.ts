import { describe, expect, it } from 'vitest';
import { exhibitsOf, pictureAt, sayExhibit, tileStyle } from './evidence.js';

const sprite = { url: 'sheet', everyMs: 2_000, columns: 10, rows: 6, width: 160, height: 90 };
const pictures = { poster: null, stills: [{ atMs: 3_000, url: 'still' }], sprite, preview: { state: 'none' as const, url: null } };

describe('what a finding points at', () => {
  it('is in order of time, each moment once', () => {
    const { exhibits, missing } = exhibitsOf({
      atMs: [9_000, 3_000, 5_500],
      evidence: [{ kind: 'text', atMs: 3_000, text: '草原', note: null }, { kind: 'text', atMs: 3_000, text: '张某', note: '主创人员' }, { kind: 'range', fromMs: 5_000, toMs: 6_000, note: '黑屏' }, { kind: 'missing', note: '摄制时间' }],
    });
    expect(exhibits.map(({ atMs, toMs, said }) => [atMs, toMs, said.map(sayExhibit).join('；')])).toEqual([[3_000, null, '“草原”；“张某” 主创人员'], [5_000, 6_000, '黑屏'], [9_000, null, '']]);
    expect(missing).toEqual(['摄制时间']);
  });
});

describe('a picture of a moment', () => {
  it('is its still', () => expect(pictureAt(pictures, 3_000)).toEqual({ url: 'still', tile: null }));
  it('is its place on the sheet where there is no still', () => expect(pictureAt(pictures, 23_000)?.tile).toMatchObject({ x: 2, y: 1 }));
  it('is the last place beyond the end', () => expect(pictureAt(pictures, 999_000)?.tile).toMatchObject({ x: 9, y: 5 }));
  it('is none where nothing was drawn', () => expect(pictureAt(null, 0)).toBeNull());
  it('shows its tile in a box of any size', () => expect(tileStyle({ x: 9, y: 0, columns: 10, rows: 1 })).toEqual({ backgroundSize: '1000% 100%', backgroundPosition: '100% 0%' }));
});
