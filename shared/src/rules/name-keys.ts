import { normaliseName } from '../text.js';
import { areNamesAlike, areUnitsAlike, NUMERAL, SHORTEST_TYPO, unitCore } from './spelling.js';

/** Stands for any one character; a name may contain it, then two share a key that are not alike, and the rule tells. */
const ANY = '*';

interface Names {
  author: string;
  unit: string;
}

export interface NameKey {
  /** `part`: a unit's core with one character left out. */
  kind: 'author' | 'unit' | 'part';
  key: string;
}

/** What a work is found by among all others. */
export function nameKeys({ author, unit }: Names): NameKey[] {
  const core = unitCore(unit);
  return [
    ...authorKeys(author).map((key) => ({ kind: 'author' as const, key })),
    ...(core === '' ? [] : [{ kind: 'unit' as const, key: core }]),
    ...partsOf(core).map((key) => ({ kind: 'part' as const, key })),
  ];
}

/**
 * Which keys those have that may be alike: every work that is alike has one of them. Having one says nothing yet:
 * `areOfOneHand` decides. Part never meets part, or units that differ in a character would all be read.
 */
export function soughtKeys({ author, unit }: Names): NameKey[] {
  return nameKeys({ author, unit }).flatMap(({ kind, key }): NameKey[] => {
    if (kind === 'author') return [{ kind, key }];
    return kind === 'part' ? [{ kind: 'unit', key }] : [{ kind: 'unit', key }, { kind: 'part', key }];
  });
}

/** One author's name, or two that differ in a character, or one unit in two spellings: worth looking into their forms. */
export function areOfOneHand(one: Names, other: Names): boolean {
  const name = normaliseName(one.author);
  return areUnitsAlike(one.unit, other.unit) || (name !== '' && (name === normaliseName(other.author) || areNamesAlike(name, other.author)));
}

/** The name with any character in each place but the first: 王*明, 王小*; a short one as it is. */
function authorKeys(author: string): string[] {
  const name = [...normaliseName(author)];
  if (name.length < 3) return name.length === 0 ? [] : [name.join('')];
  return [...new Set(name.flatMap((_, at) => (at === 0 ? [] : [name.with(at, ANY).join('')])))];
}

/** A core with each one character left out that may be one too many. */
function partsOf(core: string): string[] {
  if (core.length <= SHORTEST_TYPO) return [];
  const parts = Array.from({ length: core.length }, (_, at) => (NUMERAL.test(core.charAt(at)) ? [] : [core.slice(0, at) + core.slice(at + 1)]));
  return [...new Set(parts.flat())];
}
