import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { Reason } from '@kepu/shared/errors';
import { Refusal } from '../refusal.js';
import { explained } from './body-checks.js';

/** Bodies are checked by their DTO; what the DTO does not name is refused, not ignored. */
export const validation = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  exceptionFactory: (errors) => {
    const [first, ...more] = reasonsOf(errors);
    return new Refusal(first ?? { code: 'INVALID_INPUT' }, ...more);
  },
});

function reasonsOf(errors: readonly ValidationError[], above = ''): Reason[] {
  return errors.flatMap((error): Reason[] => {
    const path = join(above, error.property);
    if (error.children && error.children.length > 0) return reasonsOf(error.children, path);
    const reasons = explained(error).map((reason) => ({ ...reason, path: join(path, reason.path ?? '') }));
    return reasons.length > 0 ? reasons : [{ code: 'INVALID_INPUT', path }];
  });
}

const join = (above: string, below: string): string => [above, below].filter((part) => part !== '').join('.');
