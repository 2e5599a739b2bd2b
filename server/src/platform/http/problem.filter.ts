import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { sentenceOf, statusOf, type Problem, type Reason } from '@kepu/shared/errors';
import type { Request, Response } from 'express';
import { isDuplicate } from '../database.js';
import { codeOf, troubleOf } from '../database-trouble.js';
import { LOG, trace, type Log } from '../log.js';
import { Refusal } from '../refusal.js';

/** Turns everything thrown into one format: RFC 9457 problem details with a code and a Chinese sentence. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(http.getResponse<Response>(), reasonsOf(error, this.log), http.getRequest<Request>());
  }
}

/** The reasons of anything thrown. What nobody foresaw is logged with its stack and shown without it. */
export function reasonsOf(error: unknown, log: Log): [Reason, ...Reason[]] {
  if (error instanceof Refusal) return error.reasons;
  const status = error instanceof HttpException ? error.getStatus() : ((error as { status?: number } | null)?.status ?? 500);
  if (status === 404) return [{ code: 'NOT_FOUND' }];
  if (status === 413) return [{ code: 'FILE_TOO_LARGE', limit: 512 * 1024 }];
  if (status === 429) return [{ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 60 }];
  if (status >= 400 && status < 500) return [{ code: 'INVALID_INPUT' }];
  const trouble = troubleOf(error);
  if (trouble) {
    // The code alone: messages of a driver quote what people wrote.
    log.error({ problem: codeOf(error) }, trouble.code === 'DISK_FULL' ? 'the disk is full' : 'the database does not answer as it should');
    return [trouble];
  }
  // A unique key has decided between two who did the same at once: the other one was first.
  if (isDuplicate(error)) return [{ code: 'DRAFT_CHANGED' }];
  log.error({ err: error }, 'unexpected error');
  return [{ code: 'UNEXPECTED' }];
}

export function sendProblem(response: Response, reasons: [Reason, ...Reason[]], request?: Request): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const [first] = reasons;
  const status = statusOf(first);
  const retryAfter = reasons.flatMap((reason) => ('retryAfterSeconds' in reason ? [reason.retryAfterSeconds] : []));
  if (retryAfter.length > 0) response.setHeader('Retry-After', String(Math.ceil(Math.max(...retryAfter))));
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(status).type('application/problem+json').send(JSON.stringify(problemOf(reasons, request)));
}

export function problemOf(reasons: [Reason, ...Reason[]], request?: Request): Problem {
  const [first] = reasons;
  return {
    type: `/api/problems/${first.code}`,
    title: sentenceOf(first),
    status: statusOf(first),
    code: first.code,
    requestId: trace.getStore()?.requestId ?? request?.header('x-request-id') ?? '',
    reasons: reasons.map((reason) => ({ ...reason, message: sentenceOf(reason) })),
  };
}
