import { Box, Tap, Txt } from '../platform/elements';

export interface TabItem<T extends string> {
  id: T;
  label: string;
  count?: number;
}

interface TabsProps<T extends string> {
  tabs: readonly TabItem<T>[];
  value: T;
  onChange: (id: T) => void;
}

/** Views of one page side by side. */
export function Tabs<T extends string>({ tabs, value, onChange }: TabsProps<T>) {
  return (
    <Box className="k-tabs" role="tablist">
      {tabs.map(({ id, label, count }) => (
        <Tap key={id} className={`k-tab ${id === value ? 'k-tab--on' : ''}`} role="tab" isOn={id === value} onTap={() => onChange(id)}>
          {label}
          {count !== undefined && count > 0 && <Txt className="k-tab__n">{count}</Txt>}
        </Tap>
      ))}
    </Box>
  );
}
