import { sha256 } from 'js-sha256';
import { canonical } from './canonical.js';

/** SHA-256 of words that somebody signs or agrees to: the same words give the same fingerprint on any machine. */
export function fingerprint(words: unknown): string {
  return sha256(canonical(words));
}

/** The version of a text is taken from the text itself, so that two texts never share one. */
export function versionOfText(paragraphs: readonly string[]): string {
  return fingerprint(paragraphs).slice(0, 20);
}
