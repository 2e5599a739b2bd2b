import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import { isLikelyCompressed, ORIGINAL_ADVICE, type FilmOrigin } from './compression.js';

const MB = 1_000_000;

describe('a picked film that WeChat has probably compressed', () => {
  it.each<[string, FilmOrigin, number, number | null, number | null, boolean]>([
    ['is small and 1280×720 from the album', 'album', 28 * MB, 1280, 720, true],
    ['is small and 960×540 from the album', 'album', 12 * MB, 960, 540, true],
    ['is small and upright from the album', 'album', 12 * MB, 544, 960, true],
    ['is small though 1080P from the album', 'album', 99 * MB, 1920, 1080, true],
    ['is large though 720P from the album', 'album', 150 * MB, 1280, 720, true],
    ['is of unknown size from a chat', 'chat', 30 * MB, null, null, true],
    ['is small from a chat', 'chat', 60 * MB, 1920, 1080, true],
    ['is small and 720P in a phone’s browser', 'browser', 40 * MB, 1280, 720, true],
    ['is small and 540P on a computer', 'computer', 20 * MB, 960, 540, true],
  ])('%s', (_name, origin, bytes, width, height, is) => expect(isLikelyCompressed({ bytes, width, height }, preset2025, origin)).toBe(is));

  it.each<[string, FilmOrigin, number, number | null, number | null]>([
    ['an original from the album', 'album', 180 * MB, 1920, 1080],
    ['exactly the smallest size', 'album', 100 * MB, 1920, 1080],
    ['too large', 'album', 400 * MB, 3840, 2160],
    ['a low bitrate of an editor’s own export', 'browser', 60 * MB, 1920, 1080],
    ['a large film of 720 lines, exported so', 'computer', 150 * MB, 1280, 720],
    ['900 lines: nothing WeChat makes', 'computer', 60 * MB, 1600, 900],
    ['unknown on a computer, which may only not be able to read it', 'computer', 60 * MB, null, null],
  ])('is not %s', (_name, origin, bytes, width, height) => expect(isLikelyCompressed({ bytes, width, height }, preset2025, origin)).toBe(false));

  it('is measured by this call’s limits, not by the notice of 2025', () => {
    const film = { ...preset2025.film, minBytes: 10 * MB, minHeight: 720 };
    expect(isLikelyCompressed({ bytes: 28 * MB, width: 1280, height: 720 }, { film }, 'album')).toBe(false);
    expect(isLikelyCompressed({ bytes: 8 * MB, width: 960, height: 540 }, { film }, 'album')).toBe(true);
    expect(isLikelyCompressed({ bytes: 1, width: 320, height: 180 }, { film: { ...film, minBytes: null, minHeight: null } }, 'album')).toBe(false);
  });

  it('comes with a way that fits where one is', () => {
    expect(ORIGINAL_ADVICE.album.steps.join('')).toContain('原图');
    expect(ORIGINAL_ADVICE.chat.steps.join('')).toContain('发送文件');
    expect(ORIGINAL_ADVICE.computer.steps.join('')).not.toContain('连接码');
  });
});
