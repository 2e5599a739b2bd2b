import type { ReactNode } from 'react';
import { Box, Label, Txt } from '../platform/elements';
import { domId } from './dom-id';
import { Icon } from './Icon';

interface FieldProps {
  /** Path of the field in the form: `creators.0.name`. */
  id: string;
  label: string;
  isOptional?: boolean;
  /** On the right of the label: a counter, usually. */
  aside?: ReactNode;
  /** Why the field cannot stay like this; takes the place of the hint. */
  problem?: string | null;
  hint?: ReactNode;
  children: ReactNode;
}

/** Label above, hint or problem below. A problem has an icon and words, not only a colour. */
export function Field({ id, label, isOptional, aside, problem, hint, children }: FieldProps) {
  return (
    <Box className="k-field" id={`field-${domId(id)}`}>
      <Box className="k-field__top">
        <Label className="k-field__label" htmlFor={domId(id)}>
          {label}
          {isOptional && <Txt className="k-field__opt">选填</Txt>}
        </Label>
        {aside}
      </Box>
      {children}
      {problem ? (
        <Box className="k-field__msg k-field__msg--bad" role="alert">
          <Icon name="alert" />
          <Txt className="k-grow">{problem}</Txt>
        </Box>
      ) : (
        hint !== undefined && <Box className="k-field__msg">{hint}</Box>
      )}
    </Box>
  );
}

/** The frame of an input: plain, with the cursor in it, or with a problem. */
export function fieldBox(isFocused: boolean, isBad: boolean): string {
  return `k-field__box ${isBad ? 'k-field__box--bad' : isFocused ? 'k-field__box--on' : ''}`;
}
