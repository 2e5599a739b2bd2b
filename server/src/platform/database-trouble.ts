import type { Reason } from '@kepu/shared/errors';
import { AWAY, UNSURE } from './mysql-guard.js';

const RETRY_SECONDS = 5;
const AWAY_CODES = new Set([AWAY, UNSURE, 'SQLITE_CANTOPEN', 'ER_OPTION_PREVENTS_STATEMENT', 'ER_READ_ONLY_MODE', 'ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION']);
const BUSY = new Set(['ER_LOCK_WAIT_TIMEOUT', 'ER_LOCK_DEADLOCK', 'ER_CHECKREAD', 'SQLITE_LOCKED']);
const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL', 'ER_DISK_FULL_NOWAIT']);

/** The code of anything thrown by the database or the disk; TypeORM keeps the driver's error inside its own. */
export function codeOf(error: unknown): string {
  const { code, driverError } = (error ?? {}) as { code?: string; driverError?: { code?: string } };
  return driverError?.code ?? code ?? '';
}

/** What a person is told when the database or the disk fails, and may be tried again; null: something else has happened. */
export function troubleOf(error: unknown): Reason | null {
  const code = codeOf(error);
  if (FULL.has(code)) return { code: 'DISK_FULL' };
  if (BUSY.has(code) || code.startsWith('SQLITE_BUSY')) return { code: 'DATABASE_BUSY', retryAfterSeconds: RETRY_SECONDS };
  return AWAY_CODES.has(code) ? { code: 'DATABASE_AWAY', retryAfterSeconds: RETRY_SECONDS } : null;
}
