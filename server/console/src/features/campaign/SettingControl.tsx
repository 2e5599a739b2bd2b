import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { Lens } from '@kepu/shared/campaign/lens';
import type { Setting } from '@kepu/shared/campaign/setting';
import { DAY_MS, sayTimecode } from '@kepu/shared/time';
import { Checkbox, DatePicker, Input, InputNumber, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { InstantInput } from '../../ui/InstantInput';
import { readLength } from './read-length';
import styles from './CampaignPage.module.css';

interface Props {
  setting: Setting;
  config: CampaignConfig;
  onChange: (config: CampaignConfig) => void;
  isWrong: boolean;
  /** The only one of its line: the line's label says what it is. */
  isAlone: boolean;
}

/** The input of one setting. */
export function SettingControl({ setting, config, onChange, isWrong, isAlone }: Props) {
  const { control, label } = setting;
  const shared = { 'aria-label': label, status: isWrong ? ('error' as const) : undefined };
  switch (control.kind) {
    case 'text':
      if (control.isLong) return <Input.TextArea {...shared} className={styles.long} autoSize={{ minRows: 1, maxRows: 8 }} maxLength={control.max} value={control.lens.read(config)} onChange={(event) => onChange(control.lens.write(config, event.target.value))} />;
      return <Input {...shared} className={styles.text} maxLength={control.max} value={control.lens.read(config)} onChange={(event) => onChange(control.lens.write(config, event.target.value))} />;
    case 'number':
      return (
        <InputNumber {...shared} className={isAlone ? styles.bound : styles.number} min={control.min} max={control.max} precision={0} prefix={isAlone ? undefined : label} suffix={control.unit} value={control.lens.read(config)} onChange={(value) => value !== null && onChange(control.lens.write(config, value))} />
      );
    case 'bound':
      return <InputNumber {...shared} className={styles.bound} min={control.min} max={control.max} placeholder="不限" suffix={control.unit} value={control.lens.read(config)} onChange={(value) => onChange(control.lens.write(config, value))} />;
    case 'length':
      return <LengthInput key={control.lens.read(config)} lens={control.lens} {...{ config, onChange, label, isWrong }} />;
    case 'instant':
      return <InstantInput label={label} kind={control.of} isWrong={isWrong} value={control.lens.read(config)} onChange={(at) => onChange(control.lens.write(config, at))} />;
    case 'optionalInstant': {
      const at = control.lens.read(config);
      return (
        <>
          <Checkbox checked={at === null} onChange={(event) => onChange(control.lens.write(config, event.target.checked ? null : config.recommendBy + 7 * DAY_MS))}>
            {control.otherwise}
          </Checkbox>
          {at !== null && <InstantInput label={label} kind="closing" isWrong={isWrong} value={at} onChange={(next) => onChange(control.lens.write(config, next))} />}
        </>
      );
    }
    case 'day':
      return <DatePicker {...shared} className={styles.day} allowClear={false} value={dayjs(control.lens.read(config))} onChange={(day) => day && onChange(control.lens.write(config, day.format('YYYY-MM-DD')))} />;
    case 'choice':
      return (
        <span className={styles.choice}>
          {!isAlone && label}
          <Radio.Group aria-label={label} options={control.options} value={control.lens.read(config)} onChange={(event) => onChange(control.lens.write(config, String(event.target.value)))} />
        </span>
      );
  }
}

interface LengthProps extends Pick<Props, 'config' | 'onChange' | 'isWrong'> {
  lens: Lens<number | null>;
  label: string;
}

/** A film length as a time code; empty for no bound. */
function LengthInput({ lens, label, config, onChange, isWrong }: LengthProps) {
  const value = lens.read(config);
  const [typed, setTyped] = useState(value === null ? '' : sayTimecode(value));
  const read = readLength(typed);
  const finish = () => {
    if (read !== undefined && read !== value) onChange(lens.write(config, read));
  };
  return (
    <Input aria-label={`${label}，分:秒`} className={styles.bound} placeholder="不限" suffix="分:秒" status={isWrong || read === undefined ? 'error' : undefined} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={finish} onPressEnter={finish} />
  );
}
