import type { TimeRange } from '@kepu/shared/forms/work-form';
import type { FilmFacts } from '@kepu/shared/inspection/facts';
import type { FilmSource } from '../film-source.js';

export function readText(_film: FilmSource, _facts: FilmFacts, _quoted: { materialId: string; ranges: TimeRange[] }[]): Promise<void> {
  return Promise.resolve();
}
