import { useState, type ReactNode } from 'react';
import { countCharacters, overflowIndex } from '@kepu/shared/text';
import { Box, TextArea, TextInput } from '../platform/elements';
import type { TextInputProps } from '../platform/element-props';
import { Counter } from './Counter';
import { domId } from './dom-id';
import { Field, fieldBox } from './Field';

interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  onInput: (text: string) => void;
  kind?: TextInputProps['kind'];
  /** Grows over several lines. */
  isLong?: boolean;
  /** Long, and read by nobody here: it scrolls inside a box of a few lines. */
  isBoxed?: boolean;
  /** Limit in characters as a person counts them; the text may pass it, and sees by how much. */
  limit?: number;
  placeholder?: string;
  hint?: string;
  problem?: string | null;
  isOptional?: boolean;
  /** On the right inside the box: a button, usually. */
  inside?: ReactNode;
}

/** A field for text with a live counter; what is too much is underlined, never cut. */
export function TextField(props: TextFieldProps) {
  const { id, label, value, onInput, kind, isLong, isBoxed, limit, placeholder, hint, isOptional, inside } = props;
  const [isFocused, setFocused] = useState(false);
  const count = limit === undefined ? 0 : countCharacters(value);
  const problem = limit !== undefined && count > limit ? sayOver(value, count, limit) : props.problem;
  const common = { id: domId(id), label, value, placeholder, isInvalid: Boolean(problem), onInput, onFocus: () => setFocused(true), onBlur: () => setFocused(false) };
  return (
    <Field id={id} label={label} isOptional={isOptional} aside={limit !== undefined && <Counter count={count} limit={limit} />} problem={problem} hint={isFocused && limit !== undefined ? sayRoom(count, limit) : hint}>
      <Box className={`${fieldBox(isFocused, Boolean(problem))} ${inside === undefined ? '' : 'k-row'}`}>
        {isLong ? <TextArea {...common} className={isBoxed ? 'k-input--boxed' : ''} overflowAt={limit === undefined ? value.length : overflowIndex(value, limit)} /> : <TextInput {...common} kind={kind} />}
        {inside}
      </Box>
    </Field>
  );
}

const sayRoom = (count: number, limit: number) => `还可以写 ${Math.max(0, limit - count)} 字。标点算 1 字，行尾空格不算。`;

/** Quotes what is too much, because not every platform can underline it in place. */
function sayOver(text: string, count: number, limit: number): string {
  const rest = text.slice(overflowIndex(text, limit)).trim();
  const quoted = rest.length > 12 ? `${rest.slice(0, 12)}…` : rest;
  return `多了 ${count - limit} 字（从“${quoted}”起），删减后才能提交。写的内容都留着。`;
}
