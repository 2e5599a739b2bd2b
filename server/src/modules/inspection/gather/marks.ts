import type { FilmFacts } from '@kepu/shared/inspection/facts';
import type { FilmSource } from './film-source.js';

export function findMarks(_film: FilmSource, _facts: FilmFacts): Promise<void> {
  return Promise.resolve();
}
