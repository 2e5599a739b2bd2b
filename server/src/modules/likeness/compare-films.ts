import { compareFingerprints } from './compare-fingerprints.js';
import { compareSounds } from './compare-sounds.js';
import { turned, type LikeStretch } from './stretch.js';

/** What is kept of a film to know it again. */
export interface Print {
  print: Buffer;
  sound: Buffer | null;
}

/** How two films are alike: by pictures, by sound, or both. */
export interface FilmsAlike {
  /** 0 to 1; 0 where only the sound is alike. */
  share: number;
  isMirrored: boolean;
  stretches: LikeStretch[];
  sounds: LikeStretch[];
}

/** null: neither pictures nor sound are alike. */
export function compareFilms(one: Print, other: Print): FilmsAlike | null {
  const pictures = compareFingerprints(one.print, other.print);
  const sounds = compareSounds(one.sound, other.sound);
  if (!pictures && sounds.length === 0) return null;
  return { ...(pictures ?? { share: 0, isMirrored: false, stretches: [] }), sounds };
}

/** The same told from the other film's side. */
export const turnedAround = (alike: FilmsAlike): FilmsAlike => ({ ...alike, stretches: turned(alike.stretches), sounds: turned(alike.sounds) });
