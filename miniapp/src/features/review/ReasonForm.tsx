import { LIMITS } from '@kepu/shared/contracts/limits';
import { FORM_FIELDS } from '@kepu/shared/forms/work-form';
import { sayTimecode } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { useStore } from '../../state/store';
import { Button } from '../../ui/Button';
import { ChoiceField, type Choice } from '../../ui/ChoiceField';
import type { FilmControl } from '../../ui/film-control';
import { TextField } from '../../ui/TextField';
import { sayPath } from '../work/field-labels';
import { COMMON_REASONS, HERE, listed, placeAt, secondOf, written, type ReturnDraft } from './return-draft';

interface ReasonFormProps {
  control: FilmControl;
  draft: ReturnDraft;
  onChange: (draft: ReturnDraft) => void;
}

/** Every field of the form; what is agreed to is mended by signing again. */
const PLACES = [...FORM_FIELDS.filter((field) => field !== 'commitmentAccepted'), 'film', 'signature'];

/** One more thing to mend: from the common ones, or in own words at a field or at a second of the film. */
export function ReasonForm({ control, draft, onChange }: ReasonFormProps) {
  const { ms } = useStore(control.playback);
  const { place, note } = draft;
  const isWriting = note.trim() !== '';
  const choose = (next: string) => onChange({ ...draft, place: next === HERE && isWriting ? placeAt(ms) : next });
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
          if (reason) onChange({ ...draft, reasons: [...draft.reasons, reason] });
        }}
      />
      <ChoiceField id="reason-place" label="要改的位置" choices={placesOf(place, ms)} value={place} placeholder="选位置" onChange={choose} />
      <TextField id="reason-note" label="怎么改" isLong limit={LIMITS.returnNote} value={note} hint="写清楚问题在哪、希望怎么改" onInput={(text) => onChange(written(draft, text, ms))} />
      {isWriting && <Button kind="soft" isSmall icon="plus" onTap={() => onChange(listed(draft, ms))}>再写一条</Button>}
    </Box>
  );
}

function placesOf(place: string, ms: number): Choice[] {
  const pinned = place === HERE ? null : secondOf(place, ms);
  return [
    ...(pinned === null ? [] : [{ value: place, text: `成片 ${sayTimecode(pinned)} 处`, caption: '开始写这一条时停的位置' }]),
    { value: HERE, text: `成片 ${sayTimecode(ms)} 处`, caption: '播放器现在停的位置' },
    ...PLACES.map((path) => ({ value: path, text: sayPath(path) })),
  ];
}
