import { AsyncLocalStorage } from 'node:async_hooks';
import { pino, type Logger } from 'pino';

/** What every log line of one request or job carries. Never a name, a phone number or a text of a form. */
export interface Trace {
  requestId: string;
  accountId?: string;
  job?: string;
}

export const trace = new AsyncLocalStorage<Trace>();

export function makeLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    mixin: () => trace.getStore() ?? {},
    redact: { paths: ['phone', 'email', 'password', 'code', 'token', 'authorization', '*.phone', '*.email', '*.password', '*.code', '*.token'], censor: '[hidden]' },
  });
}

/** Token to inject the log by. */
export const LOG = Symbol('log');
export type Log = Logger;
