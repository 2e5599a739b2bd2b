import { useState } from 'react';
import type { ReturnReason } from '@kepu/shared/contracts/work';
import { sayTimecode } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { useStore } from '../../state/store';
import { Button } from '../../ui/Button';
import { ChoiceField, type Choice } from '../../ui/ChoiceField';
import type { FilmControl } from '../../ui/film-control';
import { TextField } from '../../ui/TextField';
import { sayPath } from '../work/field-labels';
import { COMMON_REASONS } from './return-draft';

interface ReasonFormProps {
  control: FilmControl;
  onAdd: (reason: ReturnReason) => void;
}

/** Stands for the second the player is at. */
const HERE = 'here';

const FIELDS = ['title', 'field', 'producedDay', 'creators', 'producingUnits', 'phone', 'broadcasts', 'summary', 'innovations', 'reach', 'materials', 'film', 'signature'] as const;

/** One more thing to mend: from the common ones, or in own words at a field or at the playing second. */
export function ReasonForm({ control, onAdd }: ReasonFormProps) {
  const { ms } = useStore(control.playback);
  const [place, setPlace] = useState<string>(HERE);
  const [note, setNote] = useState('');
  const choices: Choice[] = [{ value: HERE, text: `成片 ${sayTimecode(ms)} 处`, caption: '播放器现在停的位置' }, ...FIELDS.map((path) => ({ value: path, text: sayPath(path) }))];
  const add = () => {
    if (note.trim() === '') return;
    onAdd(place === HERE ? { path: 'film', atMs: Math.round(ms), note: note.trim() } : { path: place, atMs: null, note: note.trim() });
    setNote('');
  };
  return (
    <Box className="k-mt-3">
      <ChoiceField
        id="common-reason"
        label="常见原因"
        choices={COMMON_REASONS.map(({ path, note: text }, index) => ({ value: String(index), text, caption: sayPath(path) }))}
        value={null}
        placeholder="从常见原因里选"
        onChange={(index) => {
          const reason = COMMON_REASONS[Number(index)];
          if (reason) onAdd(reason);
        }}
      />
      <ChoiceField id="reason-place" label="要改的位置" choices={choices} value={place} placeholder="选位置" onChange={setPlace} />
      <TextField id="reason-note" label="怎么改" isLong value={note} hint="写清楚问题在哪、希望怎么改" onInput={setNote} />
      <Button kind="soft" isSmall icon="plus" onTap={add}>加上这一条</Button>
    </Box>
  );
}
