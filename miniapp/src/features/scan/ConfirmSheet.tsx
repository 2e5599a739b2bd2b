import { Box, TextInput, Txt } from '../../platform/elements';
import { useKept } from '../../state/kept';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { Failure } from '../session/Failure';

interface ConfirmSheetProps {
  /** What is confirmed: the typed code is kept for it. */
  subject: string;
  version: number;
  versionCode: string;
  onConfirm: (code: string | null) => Promise<void>;
  onClose: () => void;
}

/** Where no code could be read a person compares the paper with the record: by the code printed on it, or by eye. */
export function ConfirmSheet({ subject, version, versionCode, onConfirm, onClose }: ConfirmSheetProps) {
  const [code, setCode, clearCode] = useKept(`version-code:${subject}`, '');
  const task = useTask();
  const confirm = (typed: string | null) => void task.run(async () => {
    await onConfirm(typed);
    clearCode();
    onClose();
  });
  return (
    <Sheet
      title="核对这张纸"
      text="纸张左下角印着“版本码”，8 位数字和字母。照着输入，系统来比对。"
      onClose={onClose}
      buttons={<>
        <Button isBusy={task.isBusy} onTap={() => confirm(code)}>比对版本码</Button>
        <Button kind="line" isBusy={task.isBusy} onTap={() => confirm(null)}>看不清，我看过确认</Button>
      </>}
    >
      <Box className="k-field">
        <TextInput className="k-num" label="纸上的版本码" value={code} placeholder="例如 7F3A 91C2" onInput={setCode} onConfirm={() => confirm(code)} />
      </Box>
      <Box className="k-sub">当前是第 {version} 版，版本码 <Txt className="k-num">{versionCode}</Txt>。看过确认会记下您的名字和时间。</Box>
      <Failure of={task.failure} />
    </Sheet>
  );
}
