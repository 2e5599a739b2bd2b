import { LIMITS } from '@kepu/shared/contracts/limits';
import { useKept } from '../../state/kept';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { TextField } from '../../ui/TextField';
import { api, session } from '../session/api';
import { Failure } from '../session/Failure';

interface NameSheetProps {
  name: string;
  /** Why the name is asked for just now. */
  text?: string;
  onClose: () => void;
  onSaved: () => void;
}

/** The person's own name: it stands under every sign-off and in every log. */
export function NameSheet({ name, text, onClose, onSaved }: NameSheetProps) {
  const [value, setValue, clearValue] = useKept('name', name);
  const task = useTask();
  const save = async () => {
    const isSaved = await task.run(async () => {
      await api.call('PUT /api/me/name', { body: { name: value.trim() } });
      await session.takeAccount(await api.call('GET /api/me'));
    });
    if (!isSaved) return;
    clearValue();
    onSaved();
  };
  return (
    <Sheet title="你的姓名" text={text} onClose={onClose} buttons={<Button isBusy={task.isBusy} onTap={() => void save()}>保存姓名</Button>}>
      <TextField id="person-name" label="姓名" value={value} limit={LIMITS.personName} hint="审核签核和操作记录里显示这个名字" onInput={setValue} />
      <Failure of={task.failure} />
    </Sheet>
  );
}
