import { missing, overLimit, type LimitName } from '@kepu/shared/contracts/limits';
import type { Reason } from '@kepu/shared/errors';
import { ShapeError, type Reader, type ShapeFault } from '@kepu/shared/shape';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf, type ValidationError } from 'class-validator';

/** What a check of ours says of a value it refuses; paths are counted from the value. */
type Explain = (value: unknown) => Reason[];

const EXPLAIN = 'explain';
/** Nobody reads it, but class-validator hands on the context only beside a message. */
const MISSHAPEN = 'misshapen';

/** null is an answer of its own ("as everybody"), a missing field is not. */
export function OrNull(): PropertyDecorator {
  return ValidateIf((_body: unknown, value: unknown) => value !== null);
}

/** A text a person writes, within its limit; it may be empty. */
export function Text(limit: LimitName): PropertyDecorator {
  return explainedBy('text', (value) => (typeof value === 'string' ? overLimit(limit, value) : [{ code: 'INVALID_INPUT' }]));
}

/** The same without blanks around it, and not empty: a name of blanks is none. */
export function FilledText(limit: LimitName): PropertyDecorator {
  const trim = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
  const check = explainedBy('filledText', (value) => {
    if (typeof value !== 'string') return [{ code: 'INVALID_INPUT' }];
    return value === '' ? [missing(limit)] : overLimit(limit, value);
  });
  return (target, key) => {
    trim(target, key);
    check(target, key);
  };
}

/** A part of a body whose shape a reader of the domain knows. */
export function ReadBy(read: Reader<unknown>): PropertyDecorator {
  return explainedBy('readBy', (value) => faultsOf(read, value).map(reasonOf));
}

function explainedBy(name: string, explain: Explain): PropertyDecorator {
  const validator = { validate: (value: unknown) => explain(value).length === 0, defaultMessage: () => MISSHAPEN };
  return ValidateBy({ name, validator }, { context: { [EXPLAIN]: explain } });
}

function faultsOf(read: Reader<unknown>, value: unknown): readonly ShapeFault[] {
  try {
    read(value);
    return [];
  } catch (error) {
    if (error instanceof ShapeError) return error.faults;
    throw error;
  }
}

function reasonOf(fault: ShapeFault): Reason {
  const { path } = fault;
  switch (fault.what) {
    case 'range':
      return { code: 'INVALID_INPUT', path, bounds: { of: 'number', least: fault.min, most: fault.max } };
    case 'count':
      return { code: 'INVALID_INPUT', path, bounds: { of: 'entries', least: fault.min, most: fault.max } };
    case 'long':
      return { code: 'INVALID_INPUT', path, bounds: { of: 'characters', least: 0, most: fault.most } };
    case 'missing':
    case 'unknown':
    case 'type':
    case 'choice':
      return { code: 'INVALID_INPUT', path };
  }
}

/** The reasons our own checks give for one property; none: a check of class-validator refused it. */
export function explained({ contexts, value }: ValidationError): Reason[] {
  const found: unknown = Object.values(contexts ?? {}).map((context: Record<string, unknown>) => context[EXPLAIN]).find((explain) => explain !== undefined);
  return typeof found === 'function' ? (found as Explain)(value) : [];
}
