import { useState } from 'react';
import type { Duty } from '@kepu/shared/campaign/config';
import type { SignOffView } from '@kepu/shared/contracts/work';
import { sayMoment } from '@kepu/shared/time';
import { isWithUnit } from '@kepu/shared/domain/work-status';
import { Box, Tap, Txt } from '../../platform/elements';
import { CheckBox } from '../../ui/Check';
import { Group } from '../../ui/Group';
import { Icon } from '../../ui/Icon';
import type { Review } from './review';
import { SignOffSheet } from './SignOffSheet';

/** The duties with who signed them off, when, and with which opinion. */
export function Duties({ review }: { review: Review }) {
  const { work, campaign: { config } } = review;
  const [openId, setOpenId] = useState<string | null>(null);
  const duty = config.duties.find(({ id }) => id === openId);
  return (
    <>
      <Group title={`${sayCount(config.duties.length)}项审核`} aside={`逐项签核，记名留痕 · ${work.signOffs.length}/${config.duties.length}`} />
      <Box className="k-card k-card--flush">
        {config.duties.map((one) => (
          <DutyRow
            key={one.id}
            duty={one}
            signOff={work.signOffs.find(({ dutyId }) => dutyId === one.id)}
            isOpen={isWithUnit(work.status)}
            onTap={() => setOpenId(one.id)}
          />
        ))}
      </Box>
      {duty && <SignOffSheet review={review} duty={duty} onClose={() => setOpenId(null)} />}
    </>
  );
}

interface DutyRowProps {
  duty: Duty;
  signOff: SignOffView | undefined;
  /** The work is under review: duties can be signed off and taken back. */
  isOpen: boolean;
  onTap: () => void;
}

function DutyRow({ duty, signOff, isOpen, onTap }: DutyRowProps) {
  const content = (
    <>
      <Box className="k-item__icon"><CheckBox isOn={signOff !== undefined} /></Box>
      <Box className="k-grow">
        {duty.label}
        <Box className="k-cap k-num">{signOff ? `${signOff.byName} ${sayMoment(signOff.at)} ${signOff.opinion}` : duty.hint}</Box>
      </Box>
      {isOpen && <Txt className="k-link k-sub">{signOff ? '查看' : '签核'}</Txt>}
    </>
  );
  if (!isOpen) return <Box className="k-item rv-d">{content}</Box>;
  return <Tap className="k-item rv-d" label={`${duty.label}，${signOff ? '已签核' : '去签核'}`} onTap={onTap}>{content}</Tap>;
}

/** The duties in the bar: always in sight, each opens its sheet. */
export function DutyStrip({ review }: { review: Review }) {
  const { work, campaign: { config } } = review;
  const [openId, setOpenId] = useState<string | null>(null);
  const duty = config.duties.find(({ id }) => id === openId);
  return (
    <>
      <Box className="du" role="group" label={`${sayCount(config.duties.length)}项审核`}>
        {config.duties.map(({ id, short, label }) => {
          const isSigned = work.signOffs.some(({ dutyId }) => dutyId === id);
          return (
            <Tap key={id} className={`du__one ${isSigned ? 'du__one--on' : ''}`} label={`${label}，${isSigned ? '已签核' : '还没签核'}`} onTap={() => setOpenId(id)}>
              <Icon name={isSigned ? 'check' : 'minus'} isBold />
              {short}
            </Tap>
          );
        })}
      </Box>
      {duty && <SignOffSheet review={review} duty={duty} onClose={() => setOpenId(null)} />}
    </>
  );
}

const DIGITS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九'];
const sayCount = (count: number) => DIGITS[count] ?? String(count);
