import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { trace, type Log } from '../log.js';

/** Gives every request an id that its log lines, its audit entries and its refusals carry. */
export function requestTrace(log: Log) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const given = request.header('x-request-id') ?? '';
    const requestId = /^[\w-]{8,64}$/u.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', requestId);
    const started = process.hrtime.bigint();
    trace.run({ requestId }, () => {
      response.on('finish', () => {
        const ms = Math.round(Number(process.hrtime.bigint() - started) / 1e5) / 10;
        const line = { method: request.method, path: pathOf(request), status: response.statusCode, ms };
        if (response.statusCode >= 500) log.error(line, 'request failed');
        else log.debug(line, 'request');
      });
      next();
    });
  };
}

/** The path without its query: signed links and search words stay out of the log. */
function pathOf(request: Request): string {
  return request.originalUrl.split('?')[0] ?? '';
}
