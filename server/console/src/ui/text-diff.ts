export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond this many characters on both sides the middle is shown as replaced as a whole. */
const LONGEST = 800;
/** Common characters shorter than this between two changes belong to the change: no confetti. */
const ISLAND = 2;
const KEEP_SHARE = 0.3;

/** What became of a text, in the order it is read: `约十万` → `12.4 万`. Common parts stay readable as one text. */
export function textDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [tokens(before), tokens(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const middle = middleDiff(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const parts: DiffPart[] = [{ kind: 'same', text: a.slice(0, head).join('') }, ...middle, { kind: 'same', text: a.slice(a.length - tail).join('') }];
  return joined(tail === 0 ? parts.slice(0, -1) : parts);
}

/** Characters, but a number or a Latin word as one: `24:00` became `18:00`, not `24` → `18`. */
function tokens(text: string): string[] {
  return text.match(/\d[\d.,:]*|[A-Za-z]+|./gsu) ?? [];
}

function middleDiff(a: string[], b: string[]): DiffPart[] {
  const whole: DiffPart[] = [{ kind: 'removed', text: a.join('') }, { kind: 'added', text: b.join('') }];
  if (a.length === 0 || b.length === 0 || a.length > LONGEST || b.length > LONGEST) return whole;
  const parts = withoutIslands(walk(a, b, commonLengths(a, b)));
  const kept = parts.filter((part) => part.kind === 'same').reduce((sum, part) => sum + part.text.length, 0);
  return kept < KEEP_SHARE * Math.min(a.length, b.length) ? whole : parts;
}

/** `table[i][j]`: length of the longest common subsequence of a from i and b from j. */
function commonLengths(a: string[], b: string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const below = at(table, i + 1, j);
      const right = at(table, i, j + 1);
      table[i]?.fill(a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(below, right), j, j + 1);
    }
  }
  return table;
}

const at = (table: Uint16Array[], i: number, j: number) => table[i]?.[j] ?? 0;

function walk(a: string[], b: string[], table: Uint16Array[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      parts.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(table, i + 1, j) >= at(table, i, j + 1))) {
      parts.push({ kind: 'removed', text: left });
      i += 1;
    } else if (right !== undefined) {
      parts.push({ kind: 'added', text: right });
      j += 1;
    }
  }
  return joined(parts);
}

function withoutIslands(parts: DiffPart[]): DiffPart[] {
  const flat = parts.flatMap((part, index): DiffPart[] => {
    const isInside = index > 0 && index < parts.length - 1;
    if (part.kind !== 'same' || !isInside || [...part.text].length >= ISLAND) return [part];
    return [{ kind: 'removed', text: part.text }, { kind: 'added', text: part.text }];
  });
  return joined(flat);
}

/** Neighbours of one kind become one part; between two common parts everything removed stands before everything added. */
function joined(parts: DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const part of parts) {
    if (part.text === '') continue;
    if (part.kind === 'removed') removed += part.text;
    else if (part.kind === 'added') added += part.text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'same') last.text += part.text;
      else out.push({ ...part });
    }
  }
  flush();
  return out;
}
