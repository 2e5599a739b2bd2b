import { describe, expect, it } from 'vitest';
import { ShapeError, type ShapeFault } from '../shape.js';
import { configProblems } from './check-config.js';
import { readConfig } from './config-shape.js';
import { preset2025 } from './preset-2025.js';

type Keys = (string | number)[];
type Tree = Record<string | number, unknown>;

function faultsOf(config: unknown): readonly ShapeFault[] {
  try {
    readConfig(config);
    return [];
  } catch (error) {
    if (error instanceof ShapeError) return error.faults;
    throw error;
  }
}

const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const pathsOf = (config: unknown) => faultsOf(config).map(({ path }) => path);
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** The keys that lead to every value of the preset, parts and lists themselves too. */
function keysOf(value: unknown, above: Keys = []): Keys[] {
  if (!isTree(value)) return [];
  const own = Array.isArray(value) ? value.map((_entry, index) => index) : Object.keys(value);
  return own.flatMap((key) => [[...above, key], ...keysOf((value)[key], [...above, key])]);
}

const at = (keys: Keys): unknown => keys.reduce<unknown>((value, key) => (value as Tree)[key], preset2025);

function changed(keys: Keys, change: (parent: Tree, key: string | number) => void): unknown {
  const copy: unknown = copyOf(preset2025);
  const parent = keys.slice(0, -1).reduce<unknown>((value, key) => (value as Tree)[key], copy) as Tree;
  change(parent, keys.at(-1)!);
  return copy;
}

const put = (keys: Keys, value: unknown) => changed(keys, (parent, key) => { parent[key] = value; });

const EVERY = keysOf(preset2025);
/** May be null: no such bound, no such words. */
const NULLABLE = /^(?:scanBy|arriveBy|film\.(?:min|max)\w+|film\.aspect|nonOriginalShare|bonus|form\.rows\.\d+\.cells\.\d+\.(?:note|hint))$/u;

describe('a configuration from outside', () => {
  it('is read as it is', () => expect(readConfig(copyOf(preset2025))).toEqual(preset2025));

  it.each<[string, unknown, string[]]>([
    ['null', null, ['']],
    ['a list', [], ['']],
    ['an empty object', {}, Object.keys(preset2025)],
    ['limits of nothing', { ...preset2025, limits: {} }, Object.keys(preset2025.limits).map((key) => `limits.${key}`)],
    ['no unit types', { ...preset2025, unitTypes: [] }, ['unitTypes']],
    ['an unknown check', { ...preset2025, ruleModes: { V99: 'off' } }, ['ruleModes.V99']],
    ['another kind of cell', put(['form', 'rows', 0, 'cells', 0, 'kind'], 'picture'), ['form.rows.0.cells.0.kind']],
    ['a day that does not exist', put(['workWindow', 'fromDay'], '2024-02-30'), ['workWindow.fromDay']],
    ['an id that cannot stand in an address', put(['duties', 0, 'id'], 'a/b'), ['duties.0.id']],
  ])('is refused as %s', (_name, config, paths) => expect(pathsOf(config).sort()).toEqual([...paths].sort()));

  it('is refused with any key missing', () => {
    const wrong = EVERY.filter((keys) => typeof keys.at(-1) === 'string').filter((keys) => pathsOf(changed(keys, (parent, key) => { Reflect.deleteProperty(parent, key); })).join() !== keys.join('.'));
    expect(wrong.map((keys) => keys.join('.'))).toEqual([]);
  });

  it('is refused with null where null says nothing', () => {
    const wrong = EVERY.filter((keys) => pathsOf(put(keys, null)).join() !== (NULLABLE.test(keys.join('.')) ? '' : keys.join('.')));
    expect(wrong.map((keys) => keys.join('.'))).toEqual([]);
  });

  it('is refused with any value of another type', () => {
    const kind = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value);
    const tried = EVERY.flatMap((keys) => {
      const right = at(keys) === null ? ['number', 'string'] : [kind(at(keys))];
      return [7, '七', true, {}, []].filter((other) => !right.includes(kind(other))).map((other) => ({ path: keys.join('.'), other, paths: pathsOf(put(keys, other)) }));
    });
    const wrong = tried.filter(({ path, paths }) => paths.length === 0 || paths.some((found) => !found.startsWith(path)));
    expect(wrong).toEqual([]);
  });

  it('is refused with a key nobody knows, wherever it is', () => {
    const parts: Keys[] = [[], ...EVERY.filter((keys) => isTree(at(keys)) && !Array.isArray(at(keys)))];
    const wrong = parts.filter((keys) => pathsOf(put([...keys, 'surprise'], 1)).join() !== [...keys, 'surprise'].join('.'));
    expect(parts.length).toBeGreaterThan(100);
    expect(wrong.map((keys) => keys.join('.'))).toEqual([]);
  });
});

/** Every number of a configuration: the least, the most, and how far beyond is too far. */
const NUMBERS: [pattern: RegExp, least: number, most: number, step: number][] = [
  [/^year$/u, 2000, 2100, 1],
  [/^(?:opensAt|recommendBy|scanBy|arriveBy)$/u, 946_684_800_000, 4_102_444_800_000, 1],
  [/^uploadGraceMinutes$/u, 0, 1_440, 1],
  [/^film\.minBytes$/u, 0, 4_000_000_000, 1],
  [/^film\.maxBytes$/u, 1_048_576, 4_194_304_000, 1],
  [/^film\.min(?:Width|Height)$/u, 0, 8_000, 1],
  [/^film\.aspect\.(?:width|height)$/u, 0.1, 100, 0.01],
  [/^film\.aspect\.tolerance$/u, 0, 0.5, 0.01],
  [/^film\.minMs$/u, 0, 86_400_000, 1],
  [/^film\.maxMs$/u, 1_000, 86_400_000, 1],
  [/^film\.lengthToleranceMs$/u, 0, 5_000, 1],
  [/^film\.silenceDb$/u, -120, 0, 1],
  [/^proof\.maxBytes$/u, 1_000, 209_715_200, 1],
  [/^proof\.maxFiles$/u, 1, 12, 1],
  [/^limits\.(?:title|field|name|organisation|post|address|materialNote|licence)$/u, 1, 300, 1],
  [/^limits\.(?:summary|innovations|reach|opinion)$/u, 1, 2_000, 1],
  [/^nonOriginalShare$/u, 0, 1, 0.01],
  [/^unitTypes\.\d+\.quota$/u, 0, 100, 1],
  [/^bonus\.slots$/u, 0, 20, 1],
  [/^awards\.count$/u, 1, 500, 1],
  [/^handOver\.(?:formCopies|discs)$/u, 0, 20, 1],
  [/^hints\.barsShare$/u, 0.01, 0.2, 0.001],
  [/^hints\.titleLikeness$/u, 0.3, 1, 0.01],
  [/^hints\.subtitleShare$/u, 0, 1, 0.01],
  [/^hints\.quietLufs$/u, -60, -16, 1],
  [/^hints\.loudLufs$/u, -16, 0, 1],
  [/^hints\.(?:blackMs|silentMs)$/u, 5_000, 120_000, 1],
  [/^hints\.frozenMs$/u, 10_000, 120_000, 1],
  [/^hints\.likenessShare$/u, 0.5, 1, 0.01],
  [/widthMm$|^form\.columnsMm\.\d+$/u, 1, 297, 1],
  [/^form\.rows\.\d+\.(?:filledMm|blankMm)$/u, 1, 240, 1],
  [/\.(?:leftMm|beforeMm|afterMm)$/u, 0, 297, 1],
  [/\.span$/u, 1, 12, 1],
  [/^papers\.score\.criteria\.\d+\.points$/u, 0, 100, 1],
  [/^papers\.meeting\.places$/u, 0, 200, 1],
];

describe('every number of a configuration', () => {
  const numbers = [...EVERY.filter((keys) => typeof at(keys) === 'number'), ['scanBy']];

  it.each(numbers.map((keys) => [keys.join('.'), keys] as const))('%s is good at both ends and not beyond', (path, keys) => {
    const [entry, ...more] = NUMBERS.filter(([pattern]) => pattern.test(path));
    expect(more).toEqual([]);
    const [, least, most, step] = entry!;
    expect([least, most].flatMap((value) => pathsOf(put([...keys], value)))).toEqual([]);
    expect([least - step, most + step, Number.NaN, Number.POSITIVE_INFINITY].map((value) => pathsOf(put([...keys], value)).join())).toEqual([path, path, path, path]);
  });
});

describe('a list whose entries are told apart', () => {
  it.each<[string, Keys]>([
    ['duties', ['duties', 1, 'id']], ['unitTypes', ['unitTypes', 1, 'type']], ['broadcast.categories', ['broadcast', 'categories', 1, 'id']],
    ['materialKinds', ['materialKinds', 1, 'id']], ['papers.score.criteria', ['papers', 'score', 'criteria', 1, 'id']],
  ])('of %s has each once', (path, keys) => {
    const twice = put(keys, at(keys.map((key) => (key === 1 ? 0 : key))));
    expect(configProblems(readConfig(twice)).map((problem) => problem.path)).toEqual([path]);
  });
});
