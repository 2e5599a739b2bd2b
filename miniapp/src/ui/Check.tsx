import type { ReactNode } from 'react';
import { Box, Tap } from '../platform/elements';
import { Icon } from './Icon';

interface CheckProps {
  isOn: boolean;
  label: string;
  onChange: (isOn: boolean) => void;
  children: ReactNode;
}

/** The box alone, for rows that are tapped as a whole. */
export function CheckBox({ isOn }: { isOn: boolean }) {
  return <Box className={`k-check ${isOn ? 'k-check--on' : ''}`}>{isOn && <Icon name="check" isBold />}</Box>;
}

/** A box to tick with its sentence; the whole row is the target. */
export function Check({ isOn, label, onChange, children }: CheckProps) {
  return (
    <Tap className="k-row k-check-row" role="checkbox" label={label} isOn={isOn} onTap={() => onChange(!isOn)}>
      <CheckBox isOn={isOn} />
      <Box className="k-grow k-check-row__text">{children}</Box>
    </Tap>
  );
}
