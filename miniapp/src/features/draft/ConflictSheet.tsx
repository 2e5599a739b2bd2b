import { useState } from 'react';
import type { FieldConflict } from '@kepu/shared/contracts/work';
import type { FormField, WorkForm } from '@kepu/shared/forms/work-form';
import { sayClock } from '@kepu/shared/time';
import { Box, Tap, Txt } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import type { DraftSync } from './draft-sync';
import { labelOf } from '../work/field-labels';
import { combined } from './combine';
import { sayValue } from './say-value';

interface ConflictSheetProps {
  conflict: FieldConflict;
  sync: DraftSync;
}

/** Two devices changed one field: both texts are here, one is chosen or both are put together. Nothing is lost meanwhile. */
export function ConflictSheet({ conflict, sync }: ConflictSheetProps) {
  const [isMine, setMine] = useState(true);
  const [isLater, setLater] = useState(false);
  const { field, mine, theirs, theirDevice, theirAt } = conflict;
  const settle = (value: unknown) => sync.settle(field, value as WorkForm[FormField]);
  if (isLater) return null;
  return (
    <Sheet
      title={`${theirDevice}刚改过这一段`}
      text={`你们同时在改“${labelOf(field)}”。两份都保留着，请选一份接着用。`}
      icon={{ name: 'users', tone: 'look' }}
      onClose={() => setLater(true)}
      buttons={
        <>
          <Button onTap={() => settle(isMine ? mine : theirs)}>{isMine ? '用我的这份' : '用另一份'}</Button>
          <Button kind="text" onTap={() => settle(combined(mine, theirs))}>合在一起，我来改</Button>
        </>
      }
    >
      <Box role="radiogroup" label="选一份">
        <Version isOn={isMine} title="你的 · 刚刚" text={sayValue(field, mine)} onTap={() => setMine(true)} />
        <Version isOn={!isMine} title={`${theirDevice}的 · ${sayClock(theirAt)}`} text={sayValue(field, theirs)} onTap={() => setMine(false)} />
      </Box>
    </Sheet>
  );
}

function Version({ isOn, title, text, onTap }: { isOn: boolean; title: string; text: string; onTap: () => void }) {
  return (
    <Tap className={`k-choice ${isOn ? 'k-choice--on' : ''}`} role="radio" isOn={isOn} onTap={onTap}>
      <Box className="k-row k-row--between k-cap">
        <Txt>{title}</Txt>
        {isOn && <Txt className="k-link">已选</Txt>}
      </Box>
      <Box className="k-pre k-wrap">{text}</Box>
    </Tap>
  );
}
