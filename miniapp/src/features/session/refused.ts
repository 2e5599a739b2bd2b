import { sentenceOf, type Problem, type Reason } from '@kepu/shared/errors';
import { NoAnswer } from '../../platform/no-answer';

/** The server said no: every reason at once, each with its sentence and, for a form, its field. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(`${status} ${problem.code}`);
  }

  get reasons(): Problem['reasons'] {
    return this.problem.reasons;
  }

  has(code: Reason['code']): boolean {
    return this.reasons.some((reason) => reason.code === code);
  }
}

/** The body of a refusal, or null where what came is no problem document of ours. */
export function parseProblem(text: string): Problem | null {
  try {
    const body: unknown = JSON.parse(text);
    return isProblem(body) ? body : null;
  } catch {
    return null; // a proxy's own page: not ours to read
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'reasons' in body && Array.isArray(body.reasons);
}

/** What to tell a person about anything that went wrong, in the sentences of the catalogue. */
export function sentencesOf(error: unknown): string[] {
  if (error instanceof Refused) return error.reasons.map((reason) => (reason.code === 'UNEXPECTED' ? `${reason.message}（编号 ${error.problem.requestId.slice(0, 8)}）` : reason.message));
  if (error instanceof NoAnswer) return [sentenceOf({ code: 'SERVICE_DOWN', service: '网络或服务器' })];
  return [sentenceOf({ code: 'UNEXPECTED' })];
}
