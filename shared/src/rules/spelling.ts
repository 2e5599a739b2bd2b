import type { WorkForm } from '../forms/work-form.js';
import { normaliseName } from '../text.js';

/** The same person or unit, as it seems, in two spellings (O7): a hint for people, never a refusal. */
export interface SpellingPair {
  kind: 'author' | 'producingUnit';
  mine: string;
  theirs: string;
}

type Named = Pick<WorkForm, 'creators' | 'producingUnits'>;

/** Where the first author or the first producing unit of two forms are written in two ways. */
export function spellingPairs(mine: Named, theirs: Named): SpellingPair[] {
  const pairs: SpellingPair[] = [];
  const [author, otherAuthor] = [mine.creators[0], theirs.creators[0]];
  if (author && otherAuthor && isSamePerson(author, otherAuthor)) pairs.push({ kind: 'author', mine: sayPerson(author), theirs: sayPerson(otherAuthor) });
  const [unit, otherUnit] = [mine.producingUnits[0]?.name ?? '', theirs.producingUnits[0]?.name ?? ''];
  if (areUnitsAlike(unit, otherUnit)) pairs.push({ kind: 'producingUnit', mine: unit.trim(), theirs: otherUnit.trim() });
  return pairs.filter((pair) => pair.mine !== pair.theirs);
}

interface Person {
  name: string;
  organisation: string;
}

const sayPerson = ({ name, organisation }: Person): string => `${name.trim()}（${organisation.trim()}）`;

/** One name at one organisation however that is written, or two names at one organisation that differ in one character of the given name. */
function isSamePerson(one: Person, other: Person): boolean {
  const [a, b] = [normaliseName(one.name), normaliseName(other.name)];
  if (a === '' || b === '' || !areUnitsAlike(one.organisation, other.organisation)) return false;
  if (a === b) return true;
  return unitCore(one.organisation) === unitCore(other.organisation) && areNamesAlike(a, b);
}

/** 王小明 and 王晓明: three characters or more, the same surname, one character apart. */
export function areNamesAlike(one: string, other: string): boolean {
  const [a, b] = [[...normaliseName(one)], [...normaliseName(other)]];
  return a.length >= 3 && a.length === b.length && a[0] === b[0] && a.filter((character, i) => character !== b[i]).length <= 1;
}

const LEGAL_FORM = /(?:集团)?(?:股份有限公司|有限责任公司|有限公司|公司|集团)$/u;
const REGION_FORM = /自治区|自治旗|自治县/gu;
export const NUMERAL = /[\d〇零一二三四五六七八九十]/u;
/** A unit's name that is shorter is another one when a character is added. */
export const SHORTEST_TYPO = 6;

/** One unit in two spellings: apart in marks, in legal form, or in one character too many that is no numeral. */
export function areUnitsAlike(one: string, other: string): boolean {
  const [a, b] = [unitCore(one), unitCore(other)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST_TYPO || long.length !== short.length + 1) return false;
  const at = [...short].findIndex((character, i) => character !== long[i]);
  const from = at < 0 ? short.length : at;
  return long.slice(from + 1) === short.slice(from) && !NUMERAL.test(long[from] ?? '');
}

/** A unit’s name without marks and legal form. */
export const unitCore = (name: string): string => normaliseName(name).replace(/[;；:：/|&+]/gu, '').replace(REGION_FORM, '').replace(LEGAL_FORM, '');
