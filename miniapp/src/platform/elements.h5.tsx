import { useLayoutEffect, useRef, type ChangeEvent, type HTMLInputTypeAttribute } from 'react';
import type { BoxProps, DayInputProps, LabelProps, PictureProps, TapProps, TextAreaProps, TextInputProps, TxtProps } from './element-props';

export function Box({ role, label, percent, isOrnament, ...rest }: BoxProps) {
  return <div role={role} aria-label={label} aria-valuenow={percent} aria-hidden={isOrnament} aria-live={role === 'status' ? 'polite' : undefined} {...rest} />;
}

export function Txt(props: TxtProps) {
  return <span {...props} />;
}

export function Tap({ role = 'button', label, isOn, isBusy, onTap, className = '', ...rest }: TapProps) {
  const state = role === 'tab' ? { 'aria-selected': isOn } : role === 'button' || role === 'link' ? { 'aria-pressed': isOn } : { 'aria-checked': isOn };
  return (
    <button
      type="button"
      role={role === 'button' ? undefined : role}
      aria-label={label}
      aria-busy={isBusy}
      className={`k-tap ${className}`}
      onClick={isBusy ? undefined : onTap}
      {...state}
      {...rest}
    />
  );
}

const INPUT_TYPES: Record<NonNullable<TextInputProps['kind']>, HTMLInputTypeAttribute> = { text: 'text', tel: 'tel', code: 'text', email: 'email', url: 'url', search: 'search', secret: 'password' };

export function TextInput({ kind = 'text', label, isInvalid, onInput, onConfirm, className = '', ...rest }: TextInputProps) {
  return (
    <input
      className={`k-input ${className}`}
      type={INPUT_TYPES[kind]}
      inputMode={kind === 'code' ? 'numeric' : undefined}
      autoComplete={kind === 'code' ? 'one-time-code' : kind === 'tel' ? 'tel' : kind === 'secret' ? 'new-password' : 'off'}
      spellCheck={false}
      aria-label={label}
      aria-invalid={isInvalid}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onInput(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.();
      }}
      {...rest}
    />
  );
}

/** Grows with its text. What is over the limit is underlined by a copy of the text that lies behind. */
export function TextArea({ label, isInvalid, onInput, overflowAt, className = '', value, ...rest }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight}px`;
  }, [value]);
  return (
    <div className="k-textarea">
      {overflowAt < value.length && (
        <div className="k-textarea__back" aria-hidden="true">
          {value.slice(0, overflowAt)}
          <span className="k-field__over">{value.slice(overflowAt)}</span>
        </div>
      )}
      <textarea
        ref={area}
        className={`k-input ${className}`}
        rows={3}
        spellCheck={false}
        aria-label={label}
        aria-invalid={isInvalid}
        value={value}
        onChange={(event) => onInput(event.target.value)}
        {...rest}
      />
    </div>
  );
}

export function DayInput({ label, isInvalid, onChange, placeholder, className = '', ...rest }: DayInputProps) {
  return <input className={`k-input ${className}`} type="date" title={placeholder} aria-label={label} aria-invalid={isInvalid} onChange={(event) => onChange(event.target.value)} {...rest} />;
}

export function Label(props: LabelProps) {
  return <label {...props} />;
}

export function Picture({ label, onFailed, ...rest }: PictureProps) {
  return <img alt={label} onError={onFailed} {...rest} />;
}
