import type { Reason } from '../errors.js';
import { countCharacters } from '../text.js';

/** No character a person can type is longer than this; a heap of marks on one letter is. */
const LONGEST_CHARACTER = 16;

/** A text above its limit in characters (F7), with by how much. */
export function tooLong(label: string, text: string, limit: number, path?: string): Reason[] {
  const over = Math.max(countCharacters(text), Math.ceil(text.trimEnd().length / LONGEST_CHARACTER)) - limit;
  return over > 0 ? [{ code: 'TOO_LONG', label, over, limit, path }] : [];
}
