import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { Reason } from '@kepu/shared/errors';
import { Refusal } from '../refusal.js';

/** Bodies are checked by their DTO; what the DTO does not name is refused, not ignored. */
export const validation = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  exceptionFactory: (errors) => {
    const [first, ...more] = pathsOf(errors).map((path): Reason => ({ code: 'INVALID_INPUT', path }));
    return new Refusal(first ?? { code: 'INVALID_INPUT' }, ...more);
  },
});

function pathsOf(errors: readonly ValidationError[], above = ''): string[] {
  return errors.flatMap((error) => {
    const path = above ? `${above}.${error.property}` : error.property;
    return error.children && error.children.length > 0 ? pathsOf(error.children, path) : [path];
  });
}
