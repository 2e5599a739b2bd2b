import { LIMITS } from '@kepu/shared/contracts/limits';
import type { CertificateRequest } from '@kepu/shared/contracts/handover';
import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import unit from '../units/UnitDialog.module.css';

/** What certificates say beside work and author. */
export function CertificateFields({ value, onChange }: { value: CertificateRequest; onChange: (value: CertificateRequest) => void }) {
  const id = useId();
  const { grade, awardedDay, firstNumber } = value;
  return (
    <>
      <div className={unit.row}>
        <label htmlFor={`${id}grade`}>奖项</label>
        <div><Input id={`${id}grade`} maxLength={LIMITS.grade} value={grade} onChange={(event) => onChange({ ...value, grade: event.target.value })} /></div>
      </div>
      <div className={unit.row}>
        <label htmlFor={`${id}day`}>落款日期</label>
        <div><DatePicker id={`${id}day`} allowClear={false} value={dayjs(awardedDay)} onChange={(day) => day && onChange({ ...value, awardedDay: day.format('YYYY-MM-DD') })} /></div>
      </div>
      <div className={unit.row}>
        <label htmlFor={`${id}number`}>起始编号</label>
        <div>
          <Input id={`${id}number`} maxLength={LIMITS.certificateNumber} status={isNumbered(firstNumber) ? undefined : 'error'} value={firstNumber} onChange={(event) => onChange({ ...value, firstNumber: event.target.value })} />
          <p className={unit.quiet}>{isNumbered(firstNumber) ? '按选的先后逐张加 1。' : '要以数字结尾，才能逐张加 1。'}</p>
        </div>
      </div>
    </>
  );
}

const isNumbered = (number: string) => /\d$/u.test(number.trim());

/** Nothing is left open. */
export const isFilled = ({ grade, firstNumber }: CertificateRequest) => grade.trim() !== '' && isNumbered(firstNumber);
