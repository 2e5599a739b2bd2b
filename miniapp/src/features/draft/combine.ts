import { canonical } from '@kepu/shared/forms/canonical';

interface Entry {
  id: string;
}

/**
 * Two versions of a field put together for a person to tidy up: texts one below the other, lists with the
 * entries of both; of an entry both have, mine stays and theirs follows it when it differs.
 */
export function combined(mine: unknown, theirs: unknown): unknown {
  if (typeof mine === 'string' && typeof theirs === 'string') return theirs.trim() === '' || mine.includes(theirs) ? mine : `${mine}\n${theirs}`;
  if (isEntries(mine) && isEntries(theirs)) return mergedLists(mine, theirs);
  return mine;
}

function mergedLists(mine: Entry[], theirs: Entry[]): Entry[] {
  const merged = mine.flatMap((entry) => {
    const other = theirs.find(({ id }) => id === entry.id);
    return other && canonical(other) !== canonical(entry) ? [entry, { ...other, id: `${other.id}-2` }] : [entry];
  });
  return [...merged, ...theirs.filter(({ id }) => !mine.some((entry) => entry.id === id))];
}

function isEntries(value: unknown): value is Entry[] {
  return Array.isArray(value) && value.every((entry: unknown) => typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string');
}
