import { Tap } from '../platform/elements';

interface SwitchProps {
  isOn: boolean;
  label: string;
  onChange: (isOn: boolean) => void;
}

export function Switch({ isOn, label, onChange }: SwitchProps) {
  return <Tap className={`k-switch ${isOn ? 'k-switch--on' : ''}`} role="switch" label={label} isOn={isOn} onTap={() => onChange(!isOn)} />;
}
