import { Box, Tap } from '../platform/elements';

interface ChipsProps<T extends string> {
  label: string;
  options: readonly { value: T; text: string }[];
  value: T | null;
  onChange: (value: T) => void;
}

/** A few short choices side by side, one of them chosen. */
export function Chips<T extends string>({ label, options, value, onChange }: ChipsProps<T>) {
  return (
    <Box className="k-chips" role="radiogroup" label={label}>
      {options.map((option) => (
        <Tap key={option.value} className={`k-chip ${option.value === value ? 'k-chip--on' : ''}`} role="radio" isOn={option.value === value} onTap={() => onChange(option.value)}>
          {option.text}
        </Tap>
      ))}
    </Box>
  );
}
