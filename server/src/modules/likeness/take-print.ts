import { StageFailure, type FilmSource } from '../inspection/gather/film-source.js';
import type { Print } from './compare-films.js';
import { isComparable } from './compare-fingerprints.js';
import { takeFingerprint } from './fingerprint.js';
import { takeSoundprint } from './soundprint.js';

const NOTHING = Buffer.alloc(0);

/** Everything a film is known again by; `error` says why its pictures cannot be compared. */
export async function takePrint(film: FilmSource): Promise<Print & { error: string | null }> {
  const sound = await takeSoundprint(film);
  try {
    const print = await takeFingerprint(film);
    return { print, sound, error: isComparable(print) ? null : '画面里可比对的特征太少' };
  } catch (error) {
    if (!(error instanceof StageFailure)) throw error;
    return { print: NOTHING, sound, error: error.message };
  }
}
