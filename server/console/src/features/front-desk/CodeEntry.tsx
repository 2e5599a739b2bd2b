import { readHandOverCode, sayHandOverCode } from '@kepu/shared/handover/code';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../ui/Icon';
import { useScan } from '../../ui/scanner/scanner';
import { Camera } from './Camera';
import styles from './FrontDesk.module.css';

interface Props {
  code: string;
  onCode: (code: string) => void;
  /** Counts what was done: after each the field has the focus again, ready for the next envelope. */
  turn: number;
}

/** By scanner, wherever the focus is; by camera; or by hand. */
export function CodeEntry({ code, onCode, turn }: Props) {
  const id = useId();
  const box = useRef<InputRef>(null);
  const [entered, setEntered] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isFilming, setFilming] = useState(false);
  useEffect(() => box.current?.focus(), [code, turn]);
  const take = (text: string) => {
    const read = readHandOverCode(text);
    setWrong(read === null);
    if (read === null) return box.current?.focus();
    setEntered('');
    setFilming(false);
    onCode(read);
  };
  useScan(take);
  return (
    <form
      className={styles.entry}
      onSubmit={(event) => {
        event.preventDefault();
        if (entered.trim() !== '') take(entered);
      }}
    >
      <label htmlFor={id}>报送码</label>
      <Input ref={box} id={id} className={styles.code} value={entered} autoComplete="off" placeholder={code ? sayHandOverCode(code) : '例：K7MP2-Q9XWD'} status={isWrong ? 'error' : ''} onChange={(event) => setEntered(event.target.value)} />
      <Button type="primary" htmlType="submit">查找</Button>
      <Button icon={<Icon name="screen" />} onClick={() => setFilming(!isFilming)}>{isFilming ? '关摄像头' : '用摄像头扫'}</Button>
      {isWrong && <span role="alert" className={styles.wrong}>这不是报送码，没有登记。报送码是 10 位字母和数字，印在信封和光盘标签上。</span>}
      {isFilming && <Camera onText={take} />}
    </form>
  );
}
