import type { Problem, ReasonCode } from '@kepu/shared/errors';

/** The server said no, and why. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  has(code: ReasonCode): boolean {
    return this.problem.reasons.some((reason) => reason.code === code);
  }
}

/** No answer that could be read: the network, a proxy, a server that is down. Nothing is known about the call's effect. */
export class Unreachable extends Error {
  constructor(
    readonly requestId: string,
    readonly why: 'network' | 'timeout' | 'no-answer',
  ) {
    super(WHY[why]);
  }
}

const WHY = {
  network: '连不上服务器，请检查网络。',
  timeout: '服务器没有在 30 秒内答复。',
  'no-answer': '服务器暂时没有正常答复。',
};

export interface FailureWords {
  /** Every reason as a sentence, the first one most important. */
  sentences: string[];
  /** The number to quote to whoever runs the system. */
  requestId: string | null;
}

/** What to tell a person about anything thrown. */
export function wordsOf(error: unknown): FailureWords {
  if (error instanceof Refused) return { sentences: error.problem.reasons.map((reason) => reason.message), requestId: error.problem.requestId };
  if (error instanceof Unreachable) return { sentences: [error.message], requestId: error.requestId };
  return { sentences: ['页面出了点问题，请刷新后重试。'], requestId: null };
}

export function hasReason(error: unknown, code: ReasonCode): boolean {
  return error instanceof Refused && error.has(code);
}

/** Trying again may help: the server was not reached, or failed in a way nobody foresaw. */
export function isPassing(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Refused && error.problem.status >= 500);
}
