import { sentenceOf, statusOf, type Reason } from '@kepu/shared/errors';

/** The one way to say no: carries every reason at once; the filter turns it into problem details. */
export class Refusal extends Error {
  readonly reasons: [Reason, ...Reason[]];

  constructor(first: Reason, ...more: Reason[]) {
    super(sentenceOf(first));
    this.reasons = [first, ...more];
  }

  get status(): number {
    return statusOf(this.reasons[0]);
  }
}

/** Throws if there is any reason; does nothing otherwise. */
export function refuse(reasons: readonly Reason[]): void {
  const [first, ...more] = reasons;
  if (first) throw new Refusal(first, ...more);
}

/** The thing or a refusal: what is not there and what may not be seen look the same from outside. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Refusal({ code: 'NOT_FOUND' });
  return thing;
}
