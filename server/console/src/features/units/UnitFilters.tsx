import { Input, Select, type InputRef } from 'antd';
import { useRef, type ReactNode } from 'react';
import { Icon } from '../../ui/Icon';
import { useShortcuts } from '../../ui/shortcuts';
import { SHOW_NAMES, SHOWS, type Show, type UnitFilter } from './unit-filter';
import styles from './UnitsPage.module.css';

interface Props {
  filter: UnitFilter;
  onChange: (filter: UnitFilter) => void;
  extra: ReactNode;
}

const OPTIONS = SHOWS.map((value) => ({ value, label: SHOW_NAMES[value] }));

export function UnitFilters({ filter, onChange, extra }: Props) {
  const box = useRef<InputRef>(null);
  useShortcuts({ '/': () => box.current?.focus() });
  return (
    <div className={styles.filters}>
      <Input
        ref={box}
        size="small"
        className={styles.search}
        allowClear
        prefix={<Icon name="search" size={13} />}
        suffix={filter.search === '' ? <kbd>/</kbd> : null}
        placeholder="单位、经办人"
        aria-label="搜索单位"
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.target.value })}
      />
      <Select size="small" className={styles.show} allowClear placeholder="全部单位" aria-label="只看" options={OPTIONS} value={filter.show} onChange={(show?: Show) => onChange({ ...filter, show: show ?? null })} />
      <div className={styles.extra}>{extra}</div>
    </div>
  );
}
