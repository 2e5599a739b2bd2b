import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { describe, expect, it } from 'vitest';
import { addressOfQuality, qualityChoices } from './quality';

const pictures = (change: Partial<FilmPictureLinks>): FilmPictureLinks => ({ poster: null, stills: [], sprite: null, preview: { state: 'none', url: null }, judging: { state: 'unasked', url: null }, waveform: null, ...change });
const film = { width: 1920, height: 1080 };
const ready = { preview: { state: 'ready' as const, url: 'light' }, judging: { state: 'ready' as const, url: 'fine' } };

describe('the copies of a film', () => {
  it.each<[string, FilmPictureLinks | null, string[]]>([
    ['nothing was drawn yet', null, ['原片 1920×1080']],
    ['both copies are there', pictures(ready), ['预览 720p', '评审画质 1080p', '原片 1920×1080']],
    ['one is being made', pictures({ ...ready, judging: { state: 'waiting', url: null } }), ['预览 720p', '原片 1920×1080']],
    ['the film itself serves', pictures({ judging: { state: 'original', url: null } }), ['原片 1920×1080，可供评审']],
  ])('to choose from, when %s', (_when, drawn, labels) => expect(qualityChoices({ pictures: drawn }, film).map(({ label }) => label)).toEqual(labels));

  it.each([['preview', 'light'], ['judging', 'fine'], ['original', 'film']] as const)('%s is played from %s', (quality, address) => expect(addressOfQuality({ url: 'film', pictures: pictures(ready) }, quality)).toBe(address));
  it('is the film itself where there is none', () => expect(addressOfQuality({ url: 'film', pictures: null }, 'preview')).toBe('film'));
});
