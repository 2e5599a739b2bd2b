import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** Nest's own messages, in our log. */
export function nestLog(log: Log): LoggerService {
  return {
    log: (message: unknown, context?: string) => log.debug({ context }, String(message)),
    warn: (message: unknown, context?: string) => log.warn({ context }, String(message)),
    error: (message: unknown, stack?: string, context?: string) => log.error({ context, stack }, String(message)),
    debug: (message: unknown, context?: string) => log.debug({ context }, String(message)),
    verbose: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  };
}
