import type { InstantKind } from '@kepu/shared/campaign/setting';
import type { Instant } from '@kepu/shared/time';
import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { instantOf, partsOf, readTime } from './instant-parts';
import styles from './InstantInput.module.css';

interface Props {
  value: Instant;
  kind: InstantKind;
  label: string;
  onChange: (at: Instant) => void;
  isWrong?: boolean;
}

/** A moment in Beijing time: a day and a time of day, 24:00 allowed. The computer's own time zone plays no part. */
export function InstantInput({ value, kind, label, onChange, isWrong = false }: Props) {
  const { day, time } = partsOf(value, kind);
  const [typed, setTyped] = useState(time);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(time);
  }
  const read = readTime(typed);
  const finish = () => {
    if (read) onChange(instantOf({ day, time: read }));
    else setTyped(time);
  };
  return (
    <span className={styles.pair}>
      <DatePicker
        aria-label={`${label}：日期`}
        className={styles.day}
        allowClear={false}
        status={isWrong ? 'error' : undefined}
        value={dayjs(day)}
        onChange={(next) => next && onChange(instantOf({ day: next.format('YYYY-MM-DD'), time }))}
      />
      <Input
        aria-label={`${label}：时刻，24 小时制，可写 24:00`}
        className={styles.time}
        status={isWrong || !read ? 'error' : undefined}
        value={typed}
        maxLength={5}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={finish}
        onPressEnter={finish}
      />
    </span>
  );
}
