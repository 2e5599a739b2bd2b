import { Image, Input, Picker, Text, Textarea, View } from '@tarojs/components';
import { addressOf } from './api-base';
import type { BoxProps, DayInputProps, LabelProps, PictureProps, TapProps, TextAreaProps, TextInputProps, TxtProps } from './element-props';

export function Box({ className, style, id, children }: BoxProps) {
  return <View className={className} style={style} id={id}>{children}</View>;
}

export function Txt({ className, style, children }: TxtProps) {
  return <Text className={className} style={style}>{children}</Text>;
}

export function Tap({ className, style, id, isBusy, onTap, children }: TapProps) {
  return (
    <View
      className={className}
      style={style}
      id={id}
      hoverClass="k-pressed"
      hoverStayTime={80}
      onClick={(event) => {
        event.stopPropagation();
        if (!isBusy) onTap();
      }}
    >
      {children}
    </View>
  );
}

const KEYBOARDS = { text: 'text', tel: 'number', code: 'number', email: 'text', url: 'text', search: 'text', secret: 'text' } as const;

/** WeChat cuts an input at 140 characters unless told otherwise; our limits are shown, never enforced by cutting. */
const UNLIMITED = -1;

export function TextInput({ kind = 'text', value, placeholder, className = '', id, onInput, onFocus, onBlur, onConfirm }: TextInputProps) {
  return (
    <Input
      id={id}
      className={`k-input ${className}`}
      type={KEYBOARDS[kind]}
      password={kind === 'secret'}
      value={value}
      maxlength={UNLIMITED}
      placeholder={placeholder}
      placeholderClass="k-field__ph"
      cursorSpacing={120}
      onInput={({ detail }) => onInput(detail.value)}
      onFocus={onFocus}
      onBlur={onBlur}
      onConfirm={onConfirm}
    />
  );
}

export function TextArea({ value, placeholder, className = '', id, onInput, onFocus, onBlur }: TextAreaProps) {
  return (
    <Textarea
      id={id}
      className={`k-input k-input--area ${className}`}
      value={value}
      maxlength={UNLIMITED}
      autoHeight
      placeholder={placeholder}
      placeholderClass="k-field__ph"
      cursorSpacing={140}
      disableDefaultPadding
      onInput={({ detail }) => onInput(detail.value)}
      onFocus={onFocus}
      onBlur={onBlur}
    />
  );
}

export function DayInput({ value, placeholder, min, max, className = '', onChange }: DayInputProps) {
  return (
    <Picker mode="date" value={value} start={min} end={max} onChange={({ detail }) => onChange(String(detail.value))}>
      <View className={`k-input ${className}`}>{value === '' ? <Text className="k-field__ph">{placeholder}</Text> : value}</View>
    </Picker>
  );
}

export function Label({ className, children }: LabelProps) {
  return <View className={className}>{children}</View>;
}

export function Picture({ className, src, onFailed }: PictureProps) {
  return <Image className={className} src={src.startsWith('/media/') ? addressOf(src) : src} mode="aspectFit" onError={onFailed} />;
}
