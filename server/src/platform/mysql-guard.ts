import { createPool, type Pool, type PoolConnection, type PoolOptions, type QueryError } from 'mysql2';

/** Error codes of ours: the database is away; it went while a commit was under way, so nobody knows whether it holds. */
export const AWAY = 'DATABASE_AWAY';
export const UNSURE = 'DATABASE_UNSURE';

/** A row that somebody else keeps locked is waited for so long. */
const LOCK_WAIT_SECONDS = 4;
/** A statement that is silent for longer has lost its connection; locks and slow lists are well below. */
const QUERY_MS = 8_000;
/** So long a request waits for a free connection. */
const POOL_MS = 4_000;
/** A connection that lay idle for this long is asked whether it still lives before somebody depends on it. */
const IDLE_MS = 20_000;
const PING_MS = 1_000;
const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'PROTOCOL_CONNECTION_LOST', 'PROTOCOL_SEQUENCE_TIMEOUT', 'ER_CON_COUNT_ERROR', 'ER_SERVER_SHUTDOWN', 'ER_NORMAL_SHUTDOWN', 'ER_CONNECTION_KILLED', 'ER_NEW_ABORTING_CONNECTION', AWAY]);

type Done = (error: QueryError | null, ...answer: unknown[]) => void;
type Take = (done: (error: Error | null, connection?: PoolConnection) => void) => void;

/**
 * mysql2 as TypeORM takes it, with an end to every waiting: a statement, a free connection, a row locked elsewhere. A
 * connection that failed is thrown away, and those that lay beside it are asked before they are used again. A plain read
 * whose connection was lost is tried once more on another. `limits`: not for changes of tables, which take their time.
 */
export function guardedMysql(limits: boolean): { createPool: (options: PoolOptions) => Pool } {
  return { createPool: (options) => guard(createPool({ ...options, enableKeepAlive: true, keepAliveInitialDelay: 30_000 }), limits) };
}

function guard(pool: Pool, limits: boolean): Pool {
  const lastAlive = new WeakMap<PoolConnection, number>();
  let doubtfulBefore = 0;
  const takeAny: Take = (done) => pool.getConnection(done);
  const plainTake = pool.getConnection.bind(pool);
  const isDoubtful = (connection: PoolConnection) => {
    const at = lastAlive.get(connection) ?? Date.now();
    return at <= doubtfulBefore || Date.now() - at > IDLE_MS;
  };
  const alive = (connection: PoolConnection) => void lastAlive.set(connection, Date.now());
  const lost = (connection: PoolConnection) => {
    doubtfulBefore = Date.now();
    connection.destroy();
  };
  pool.on('connection', (connection) => {
    alive(connection);
    connection.on('error', () => undefined); // told to whoever uses it
    connection.query(`SET SESSION innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}`, () => undefined);
    if (limits) watch(connection, { alive, lost, another: takeAny });
  });
  if (!limits) return pool;
  const takeLiving: Take = (done) =>
    plainTake((error, connection) => {
      if (error) return done(away(error));
      if (!isDoubtful(connection)) return done(null, connection);
      ping(connection, (lives) => {
        if (lives) alive(connection);
        else connection.destroy();
        if (lives) done(null, connection);
        else takeLiving(done);
      });
    });
  return Object.assign(pool, { getConnection: withEnd(takeLiving) });
}

/** Answers within POOL_MS; a connection that comes later goes back. */
function withEnd(take: Take): Take {
  return (done) => {
    let isOver = false;
    const end = setTimeout(() => {
      isOver = true;
      done(away(new Error('no connection was free in time')));
    }, POOL_MS);
    take((error, connection) => {
      if (isOver) return connection?.release();
      clearTimeout(end);
      done(error, connection);
    });
  };
}

function ping(connection: PoolConnection, done: (lives: boolean) => void): void {
  const answer = once(done);
  setTimeout(() => answer(false), PING_MS).unref();
  connection.ping((error) => answer(!error));
}

interface Care {
  alive: (connection: PoolConnection) => void;
  lost: (connection: PoolConnection) => void;
  another: Take;
}

/** Gives every statement of a connection its end, and reads outside of a transaction their second try. */
function watch(connection: PoolConnection, { alive, lost, another }: Care): void {
  const plain = connection.query.bind(connection);
  let isInTransaction = false;
  const query = (sql: string, ...more: unknown[]): unknown => {
    const done = more.at(-1);
    const values = more.length > 1 ? more[0] : undefined;
    if (typeof sql !== 'string' || !isDone(done)) return Reflect.apply(plain, connection, [sql, ...more]);
    const isRead = !isInTransaction && /^\s*SELECT\b(?![\s\S]*\bFOR UPDATE\b)/iu.test(sql);
    if (/^START TRANSACTION/iu.test(sql)) isInTransaction = true;
    const finish: Done = (error, ...answer) => {
      if (/^(?:COMMIT|ROLLBACK)$/iu.test(sql)) isInTransaction = false;
      if (!error) alive(connection);
      if (!error || !isLost(error)) return done(error, ...answer);
      lost(connection);
      const told = away(error, /^COMMIT$/iu.test(sql) ? UNSURE : AWAY);
      if (isRead && error.code !== 'PROTOCOL_SEQUENCE_TIMEOUT') readAgain(another, sql, values, done);
      else done(told);
    };
    return Reflect.apply(plain, connection, [{ sql, values, timeout: QUERY_MS }, finish]);
  };
  Object.assign(connection, { query });
}

function readAgain(another: Take, sql: string, values: unknown, done: Done): void {
  another((error, connection) => {
    if (error || !connection) return done(away(error ?? new Error('no connection')));
    const finish: Done = (problem, ...answer) => {
      if (problem && isLost(problem)) connection.destroy();
      else connection.release();
      done(problem && isLost(problem) ? away(problem) : problem, ...answer);
    };
    Reflect.apply(connection.query, connection, [{ sql, values, timeout: QUERY_MS }, finish]);
  });
}

const isDone = (value: unknown): value is Done => typeof value === 'function';

function isLost(error: QueryError): boolean {
  return LOST.has(error.code) || error.fatal === true || /closed state/u.test(error.message);
}

/** Names what happened without the statement, whose values are people's. */
function away(error: Error & { code?: string }, code = AWAY): QueryError {
  return Object.assign(new Error(`the database is away: ${error.code ?? error.message}`), { code, fatal: true });
}

function once<T>(call: (value: T) => void): (value: T) => void {
  let isDone = false;
  return (value) => {
    if (!isDone) call(value);
    isDone = true;
  };
}
