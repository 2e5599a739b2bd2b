import { createConnection } from 'mysql2/promise';
import type { DataSourceOptions } from 'typeorm';
import { entities } from '../entities.js';
import { migrations } from '../migrations/index.js';
import { guardedMysql } from './mysql-guard.js';
import { COLLATION } from './tables/characters.js';

interface SqliteHandle {
  pragma(text: string): unknown;
  function(name: string, options: { deterministic: boolean }, body: (value: unknown) => unknown): unknown;
}

/** How to connect, from `sqlite:PATH` or `mysql://…`; which of MySQL and MariaDB answers is asked of the server itself. `limits`: for those who serve people, who wait for nothing without an end. */
export async function databaseOptions(url: string, limits = false): Promise<DataSourceOptions> {
  const common = { entities, migrations, synchronize: false, migrationsTransactionMode: 'each' as const, logging: false as const };
  if (url.startsWith('sqlite:')) {
    return {
      ...common,
      type: 'better-sqlite3',
      database: url.slice('sqlite:'.length),
      enableWAL: true,
      timeout: 5000,
      prepareDatabase: (handle: SqliteHandle) => {
        // An acknowledged write survives a power cut, not only a crash of the process.
        handle.pragma('synchronous = FULL');
        handle.pragma('cache_size = -16000');
        foldAllLetters(handle);
      },
    };
  }
  const mysqlUrl = url.replace(/^mariadb:/u, 'mysql:');
  return {
    ...common,
    type: await serverFamily(mysqlUrl),
    url: mysqlUrl,
    charset: COLLATION,
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: 12,
    connectTimeout: limits ? 3_000 : 10_000,
    driver: guardedMysql(limits),
  };
}

/** TypeORM calls nullable columns drifted unless it is told which of the two it talks to. */
async function serverFamily(url: string): Promise<'mysql' | 'mariadb'> {
  const connection = await createConnection({ uri: url, connectTimeout: 10_000 });
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    const version = (rows as { version: string }[])[0]?.version ?? '';
    return /mariadb/iu.test(version) ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

/** The read-only second connection to an SQLite file. */
export function readerOptions(writer: DataSourceOptions): DataSourceOptions {
  if (writer.type !== 'better-sqlite3') throw new Error('only SQLite has a separate reader');
  return {
    type: 'better-sqlite3',
    database: writer.database,
    readonly: true,
    fileMustExist: true,
    timeout: 5000,
    entities,
    synchronize: false,
    prepareDatabase: (handle: SqliteHandle) => {
      handle.pragma('cache_size = -16000');
      foldAllLetters(handle);
    },
  };
}

/** LOWER of SQLite knows A to Z alone; the other databases know every letter. */
function foldAllLetters(handle: SqliteHandle): void {
  handle.function('lower', { deterministic: true }, (value) => (typeof value === 'string' ? value.toLowerCase() : value));
}
