import { countiesOfInnerMongolia } from '@kepu/shared/campaign/counties-inner-mongolia';
import type { ListedArea } from '@kepu/shared/campaign/units-inner-mongolia';
import { Select } from 'antd';
import styles from './UnitDialog.module.css';

interface Props {
  id: string;
  value: readonly ListedArea[];
  onChange: (areas: ListedArea[]) => void;
  isWrong: boolean;
}

const ALL = countiesOfInnerMongolia.flatMap(({ counties }) => counties);
const OPTIONS = countiesOfInnerMongolia.map(({ name, counties }) => ({
  label: name,
  options: counties.map((county) => ({ value: county.code, label: county.name })),
}));

/** Counties whose works may use a reserved slot, out of the region's; one that is not in the list stays as it was. */
export function CountyPicker({ id, value, onChange, isWrong }: Props) {
  const known = [...ALL, ...value];
  return (
    <Select
      id={id}
      mode="multiple"
      className={styles.wide}
      status={isWrong ? 'error' : undefined}
      placeholder="输入旗县名，或从列表里选"
      optionFilterProp="label"
      options={OPTIONS}
      labelRender={({ value: code, label }) => label ?? known.find((area) => area.code === code)?.name ?? code}
      value={value.map(({ code }) => code)}
      onChange={(codes) => onChange(codes.flatMap((code) => known.find((area) => area.code === code) ?? []))}
    />
  );
}
