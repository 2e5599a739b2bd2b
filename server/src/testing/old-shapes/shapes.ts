import { DataSource, type MigrationInterface } from 'typeorm';
import { landed } from '../../migrations/index.js';
import { databaseOptions } from '../../platform/database-options.js';
import { Campaign1764000000003 as FirstCampaign } from './0003-campaign-first.js';

export interface OldShape {
  name: string;
  migrations: (new () => MigrationInterface)[];
}

const numberOf = (migration: { name: string }) => Number(/\d+$/u.exec(migration.name)?.[0].slice(-4));

/** The migrations of the first version. Every later one added to them, in the order of their numbers but for these. */
const FIRST = 6;
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const OUT_OF_ORDER = [[...upTo(6), 8, 9], [...upTo(9), 11], [...upTo(18), 20], [...upTo(18), 20, 22], [...upTo(18), 20, 21, 22], [...upTo(18), 20, 21, 22, 23]];

function shape(numbers: number[], isFirst: boolean): OldShape {
  const chosen = landed.filter((migration) => numbers.includes(numberOf(migration)));
  const migrations = isFirst ? chosen.map((migration) => (numberOf(migration) === 3 ? FirstCampaign : migration)) : chosen;
  return { name: `${numbers.length} migrations up to ${numbers.at(-1)}${isFirst ? ', begun by the first version' : ''}`, migrations };
}

const prefixes = landed.map((_, index) => landed.slice(0, index + 1).map(numberOf)).filter(({ length }) => length >= FIRST && length < landed.length);

/** Sets that are tried as begun by the first version too: what came later did not touch its units. */
const BEGUN_BY_FIRST = new Set([FIRST, 9, 14, 18]);

/** Every set of tables a landed version has made. Whatever lands later joins by itself. */
export const OLD_SHAPES: OldShape[] = [...prefixes, ...OUT_OF_ORDER].flatMap((numbers) => (BEGUN_BY_FIRST.has(numbers.length) ? [shape(numbers, true), shape(numbers, false)] : [shape(numbers, false)]));

/** An empty database as a version of that time left it: its migrations as they are in their files, nothing around them. */
export async function makeOldShape(url: string, { migrations }: OldShape): Promise<DataSource> {
  const source = await new DataSource({ ...(await databaseOptions(url)), migrations }).initialize();
  await source.runMigrations();
  return source;
}
