import { Box, DayInput } from '../platform/elements';
import { domId } from './dom-id';
import { Field, fieldBox } from './Field';

interface DayFieldProps {
  id: string;
  label: string;
  value: string;
  min?: string;
  max?: string;
  hint?: string;
  problem?: string | null;
  onChange: (day: string) => void;
}

export function DayField({ id, label, value, min, max, hint, problem, onChange }: DayFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <Box className={fieldBox(false, Boolean(problem))}>
        <DayInput id={domId(id)} label={label} value={value} min={min} max={max} placeholder="选择日期" isInvalid={Boolean(problem)} onChange={onChange} />
      </Box>
    </Field>
  );
}
