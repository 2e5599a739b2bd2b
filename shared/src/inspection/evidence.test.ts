import { describe, expect, it } from 'vitest';
import { exhibitsOf, firstMoment, pictureAt, sayExhibit, tileAt, tileStyle } from './evidence.js';

const sprite = { url: 'sheet', everyMs: 2_000, columns: 10, rows: 6, width: 160, height: 90 };
const pictures = { poster: null, stills: [{ atMs: 3_000, url: 'still' }], sprite, preview: { state: 'none' as const, url: null }, judging: { state: 'unasked' as const, url: null }, waveform: null };

describe('what a finding points at', () => {
  it('is in order of time, each moment once', () => {
    const { exhibits, missing } = exhibitsOf({
      atMs: [9_000, 3_000, 5_500],
      evidence: [{ kind: 'text', atMs: 3_000, text: '草原', note: null }, { kind: 'text', atMs: 3_000, text: '张某', note: '主创人员' }, { kind: 'range', fromMs: 5_000, toMs: 6_000, note: '黑屏' }, { kind: 'missing', note: '摄制时间' }],
    });
    expect(exhibits.map(({ atMs, toMs, said }) => [atMs, toMs, said.map(sayExhibit).join('；')])).toEqual([[3_000, null, '“草原”；“张某” 主创人员'], [5_000, 6_000, '黑屏'], [9_000, null, '']]);
    expect(missing).toEqual(['摄制时间']);
  });

  it('is a strip where it is about subtitles, in which no place stands twice', () => {
    const finding = { atMs: [20_000], evidence: [{ kind: 'subtitle' as const, atMs: 30_000, text: '风推动叶片' }, { kind: 'subtitle' as const, atMs: 20_000, text: null }] };
    expect(exhibitsOf(finding)).toEqual({ exhibits: [], strip: [{ atMs: 20_000, text: null }, { atMs: 30_000, text: '风推动叶片' }], missing: [] });
  });

  it.each([[[9_000], [], 9_000], [[], [{ kind: 'range' as const, fromMs: 5_000, toMs: 6_000, note: null }], 5_000], [[], [{ kind: 'subtitle' as const, atMs: 7_000, text: null }], 7_000], [[], [{ kind: 'missing' as const, note: '主创人员' }], null]])(
    'begins where the player goes: %j %j at %s', (atMs, evidence, first) => expect(firstMoment({ atMs, evidence })).toBe(first));
});

describe('a picture of a moment', () => {
  it('is its still', () => expect(pictureAt(pictures, 3_000)).toEqual({ url: 'still', tile: null }));
  it('is always its place on the sheet while a finger moves', () => expect(tileAt(pictures, 3_000)?.tile).toMatchObject({ x: 2, y: 0 }));
  it('is its place on the sheet where there is no still', () => expect(pictureAt(pictures, 23_000)?.tile).toMatchObject({ x: 2, y: 1 }));
  it('is the last place beyond the end', () => expect(pictureAt(pictures, 999_000)?.tile).toMatchObject({ x: 9, y: 5 }));
  it('is none where nothing was drawn', () => expect(pictureAt(null, 0)).toBeNull());
  it('shows its tile in a box of any size', () => expect(tileStyle({ x: 9, y: 0, columns: 10, rows: 1 })).toEqual({ backgroundSize: '1000% 100%', backgroundPosition: '100% 0%' }));
});
