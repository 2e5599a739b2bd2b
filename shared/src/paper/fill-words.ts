import type { Inline } from './layout.js';

/** What stands in the places of a text. */
export type Places = Readonly<Record<string, string>>;

const PLACE = /\{(\w+)(?::(\d+))?\}/u;
/** A place in braces, or two or more spaces: room for figures written by pen. */
const PARTS = /(\{\w+(?::\d+)?\}| {2,})/u;
const PEN_GAP_MM = 10;
/** Two spaces are the room for a figure of a date; more are as much more. */
const MM_PER_SPACE = 2.1;

/**
 * A text of a call's configuration with its places filled: `{unit}` in the words themselves, `{author:32}` underlined
 * and 32 mm of blank where nothing is known yet.
 */
export function fillWords(text: string, places: Places): Inline[] {
  return text.split(PARTS).filter((part) => part !== '').map((part): Inline => {
    if (/^ {2,}$/u.test(part)) return { gapMm: Math.max(PEN_GAP_MM, part.length * MM_PER_SPACE) };
    const [, name, width] = PLACE.exec(part) ?? [];
    if (name === undefined) return part;
    const value = places[name] ?? '';
    return width === undefined ? value : { fill: value, blankMm: Number(width) };
  });
}

/** The same without a paper: places filled, blanks for the pen left as they are. */
export function fillText(text: string, places: Places): string {
  return text.replace(/\{(\w+)(?::\d+)?\}/gu, (_place, name: string) => places[name] ?? '');
}

/** Names of the places in a text. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/gu)].map(([, inside = '']) => inside.split(':')[0] ?? '');
}
