import type { FilmView } from '@kepu/shared/contracts/work';
import type { FilmSource } from './use-film-source';

/** Which copy of the film is played. */
export type Quality = 'preview' | 'judging' | 'original';

export interface QualityChoice {
  value: Quality;
  label: string;
}

/** The copies there are to play, the lightest first; the film itself is always one of them. */
export function qualityChoices({ pictures }: Pick<FilmSource, 'pictures'>, { width, height }: Pick<FilmView, 'width' | 'height'>): QualityChoice[] {
  const size = width && height ? ` ${width}×${height}` : '';
  const original = pictures?.judging.state === 'original' ? `原片${size}，可供评审` : `原片${size}`;
  return [
    ...(pictures?.preview.url ? [{ value: 'preview' as const, label: '预览 720p' }] : []),
    ...(pictures?.judging.url ? [{ value: 'judging' as const, label: '评审画质 1080p' }] : []),
    { value: 'original', label: original },
  ];
}

/** Where a copy is; the film itself where there is no such copy. */
export function addressOfQuality({ url, pictures }: Pick<FilmSource, 'url' | 'pictures'>, quality: Quality): string | null {
  return (quality === 'original' ? null : pictures?.[quality].url) ?? url;
}
