import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

export interface TestDatabase {
  url: string;
  drop: () => Promise<void>;
}

export interface DatabaseKind {
  name: 'SQLite' | 'MariaDB';
  /** `characters`: of the database, as CREATE DATABASE takes them; SQLite has one kind. */
  make: (characters?: string) => Promise<TestDatabase>;
}

const sqlite: DatabaseKind = {
  name: 'SQLite',
  make: () => {
    const folder = mkdtempSync(join(tmpdir(), 'kepu-db-'));
    return Promise.resolve({ url: `sqlite:${join(folder, 'test.sqlite')}`, drop: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })) });
  },
};

const server = process.env.KEPU_TEST_MYSQL ?? '';

/** What a hosting panel may have left: the tables must not take their letters from the database they stand in. */
const UNFRIENDLY = 'CHARACTER SET latin1 COLLATE latin1_swedish_ci';

const mariadb: DatabaseKind = {
  name: 'MariaDB',
  make: async (characters = UNFRIENDLY) => {
    const name = `kepu_test_${randomBytes(6).toString('hex')}`;
    const run = async (sql: string) => {
      const connection = await createConnection({ uri: server });
      await connection.query(sql).finally(() => connection.end());
    };
    await run(`CREATE DATABASE ${name} ${characters}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return { url: url.toString(), drop: () => run(`DROP DATABASE ${name}`) };
  },
};

/** The databases a test runs on: SQLite always, MariaDB where `KEPU_TEST_MYSQL` names a server. */
export const databases: DatabaseKind[] = server === '' ? [sqlite] : [sqlite, mariadb];
