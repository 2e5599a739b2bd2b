import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import { readerOptions } from './database-options.js';
import { codeOf } from './database-trouble.js';
import { AWAY } from './mysql-guard.js';

interface OpenTransaction {
  manager: EntityManager;
  isOpen: boolean;
  afterCommit: (() => void)[];
}

/** Errors that mean "somebody else was faster, nothing was written, try the whole transaction again". */
const RETRY = new Set(['ER_LOCK_DEADLOCK', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'ER_CHECKREAD']);
const ATTEMPTS = 6;
/** Somebody waits for the answer: after this long nothing is tried again. */
const PATIENCE_MS = 4_000;

/**
 * The only door to the database.
 *
 * Writes exist only inside `transaction`. On SQLite TypeORM has one shared connection, on which
 * overlapping transactions become each other's savepoints and a plain write is rolled back with a
 * stranger's transaction; so there transactions queue one by one on that connection, and everything
 * read outside of one comes from a second, read-only connection that sees committed rows only (WAL).
 * Callers never pass an EntityManager: the open transaction travels with the async context.
 *
 * Keep transactions short: no network, no ffmpeg, no file copies inside. They may run again from the
 * start after a deadlock, so they must have no effect but their rows.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly current = new AsyncLocalStorage<OpenTransaction>();
  private readonly isSqlite: boolean;
  private reader: DataSource | null = null;
  private lastInLine: Promise<unknown> = Promise.resolve();

  constructor(private readonly writer: DataSource) {
    this.isSqlite = writer.options.type === 'better-sqlite3';
  }

  /** Opens the read-only side. Called once, after the migrations. */
  async open(): Promise<this> {
    if (this.isSqlite) this.reader = await new DataSource(readerOptions(this.writer.options)).initialize();
    return this;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.lastInLine.catch(() => undefined);
    await this.reader?.destroy();
  }

  /** Rows as they are committed, or as this transaction sees them when called inside one. */
  read<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    const open = this.openTransaction();
    return (open?.manager ?? (this.reader ?? this.writer).manager).getRepository(entity);
  }

  /**
   * Rows by plain SQL, for the few reads that every request makes: building a query costs more there than
   * running it. Portable words only, `?` for parameters.
   */
  query<T>(sql: string, parameters: (string | number)[]): Promise<T[]> {
    const open = this.openTransaction();
    return (open?.manager ?? (this.reader ?? this.writer).manager).query<T[]>(sql, parameters);
  }

  /** One row of a table by its id, in plain SQL: what most requests begin with. */
  async row<E extends ObjectLiteral>(entity: EntityTarget<E>, id: string): Promise<E | null> {
    return this.oneRow(entity, id, '');
  }

  /**
   * One row that stays ours until the open transaction ends: others who want to change it wait their turn.
   * On SQLite transactions are one by one anyway.
   */
  async rowToChange<E extends ObjectLiteral>(entity: EntityTarget<E>, id: string): Promise<E | null> {
    if (!this.openTransaction()) throw new Error('a row is locked inside db.transaction() only');
    return this.oneRow(entity, id, this.isSqlite ? '' : ' FOR UPDATE');
  }

  private async oneRow<E extends ObjectLiteral>(entity: EntityTarget<E>, id: string, lock: string): Promise<E | null> {
    const metadata = this.writer.getMetadata(entity);
    const [raw] = await this.query<Record<string, unknown>>(`SELECT * FROM ${metadata.tableName} WHERE id = ?${lock}`, [id]);
    if (!raw) return null;
    const { driver } = this.writer;
    return Object.fromEntries<unknown>(metadata.columns.map((column) => [column.propertyName, driver.prepareHydratedValue(raw[column.databaseName], column)])) as unknown as E;
  }

  /** Every table there is. */
  entities(): EntityTarget<ObjectLiteral>[] {
    return this.writer.entityMetadatas.map(({ target }) => target);
  }

  /** Rows to change; throws outside a transaction. */
  write<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    const open = this.openTransaction();
    if (!open) throw new Error('a write needs a transaction: call it inside db.transaction()');
    return open.manager.getRepository(entity);
  }

  /** Runs `work` in one transaction, or joins the one that is open. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.openTransaction()) return work();
    const began = Date.now();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.inLine(() => this.run(work));
      } catch (error) {
        // A connection that was lost before the commit has written nothing; once is enough to find a good one.
        const isWorthIt = RETRY.has(codeOf(error)) ? attempt < ATTEMPTS : attempt === 1 && codeOf(error) === AWAY;
        if (!isWorthIt || Date.now() - began > PATIENCE_MS) throw error;
        await wait(attempt * 15 * (0.5 + Math.random()));
      }
    }
  }

  /** Called after this transaction has been committed; never if it has not. */
  afterCommit(effect: () => void): void {
    const open = this.openTransaction();
    if (!open) throw new Error('afterCommit belongs inside db.transaction()');
    open.afterCommit.push(effect);
  }

  private async run<T>(work: () => Promise<T>): Promise<T> {
    const effects: (() => void)[] = [];
    const inside = async (manager: EntityManager): Promise<T> => {
      const open: OpenTransaction = { manager, isOpen: true, afterCommit: effects };
      try {
        return await this.current.run(open, work);
      } finally {
        open.isOpen = false;
      }
    };
    // READ COMMITTED: a decision reads what is committed now, not a snapshot of the first statement.
    const result = this.isSqlite ? await this.writer.transaction(inside) : await this.writer.transaction('READ COMMITTED', inside);
    for (const effect of effects) effect();
    return result;
  }

  private inLine<T>(work: () => Promise<T>): Promise<T> {
    if (!this.isSqlite) return work();
    const turn = this.lastInLine.then(work, work);
    this.lastInLine = turn.catch(() => undefined);
    return turn;
  }

  private openTransaction(): OpenTransaction | null {
    const open = this.current.getStore();
    if (!open) return null;
    if (!open.isOpen) throw new Error('the transaction this call belongs to has ended: a promise was not awaited');
    return open;
  }
}

/** True if a unique key refused the row: somebody else holds it. */
export function isDuplicate(error: unknown): boolean {
  return ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'ER_DUP_ENTRY'].includes(codeOf(error));
}
