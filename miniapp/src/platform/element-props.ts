import type { ReactNode } from 'react';

export interface BoxProps {
  className?: string;
  style?: Record<string, string>;
  id?: string;
  /** What the box is to a screen reader, where its content does not say it. */
  role?: 'alert' | 'status' | 'group' | 'list' | 'listitem' | 'tablist' | 'tabpanel' | 'dialog' | 'img' | 'heading' | 'navigation' | 'main' | 'radiogroup' | 'progressbar';
  label?: string;
  /** How far it is, 0 to 100, for a progressbar. */
  percent?: number;
  /** Ornament: screen readers pass over it. */
  isOrnament?: boolean;
  children?: ReactNode;
}

export interface TxtProps {
  className?: string;
  style?: Record<string, string>;
  children?: ReactNode;
}

/** Everything a finger or the Enter key acts on. */
export interface TapProps {
  className?: string;
  style?: Record<string, string>;
  id?: string;
  role?: 'button' | 'tab' | 'radio' | 'checkbox' | 'switch' | 'link';
  label?: string;
  /** Chosen, ticked or switched on, for the roles that have it. */
  isOn?: boolean;
  /** Work is under way: further taps do nothing. */
  isBusy?: boolean;
  onTap: () => void;
  children?: ReactNode;
}

export interface TextInputProps {
  id?: string;
  className?: string;
  label: string;
  value: string;
  placeholder?: string;
  /** secret: shown as dots, and remembered by no keyboard. */
  kind?: 'text' | 'tel' | 'code' | 'email' | 'url' | 'search' | 'secret';
  isInvalid?: boolean;
  onInput: (text: string) => void;
  onFocus?: () => void;
  onBlur?: () => void;
  /** The key that ends the input was pressed. */
  onConfirm?: () => void;
}

export interface TextAreaProps extends Omit<TextInputProps, 'kind' | 'onConfirm'> {
  /** Index (UTF-16) from which the text is over its limit; its length when it is not. */
  overflowAt: number;
}

export interface DayInputProps {
  id?: string;
  className?: string;
  label: string;
  /** `2024-08-16` or empty. */
  value: string;
  placeholder: string;
  min?: string;
  max?: string;
  isInvalid?: boolean;
  onChange: (day: string) => void;
}

export interface LabelProps {
  className?: string;
  /** Id of the input it belongs to. */
  htmlFor: string;
  children?: ReactNode;
}

export interface PictureProps {
  className?: string;
  src: string;
  label: string;
  /** The picture is not there (any more). */
  onFailed?: () => void;
}

export interface SliderProps {
  className?: string;
  label: string;
  /** Value as a person hears it: `1:12 / 4:12`. */
  valueText: string;
  value: number;
  max: number;
  /** How far an arrow key goes. */
  step: number;
  onChange: (value: number) => void;
  /** Where a finger or the arrow keys are, for as long as they are at it; null: they have let go. */
  onScrub?: (value: number | null) => void;
  children?: ReactNode;
}
