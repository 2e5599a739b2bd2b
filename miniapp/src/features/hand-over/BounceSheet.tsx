import type { PackageView } from '@kepu/shared/contracts/handover';
import { useKept } from '../../state/kept';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { TextField } from '../../ui/TextField';
import { toast } from '../../ui/toast';
import { Failure } from '../session/Failure';
import { giveBounce, pickBounce } from './bounces';

interface BounceSheetProps {
  view: PackageView;
  onChanged: () => void;
  onClose: () => void;
}

/** 收到退信？: the returned mail says which mail came back and why. */
export function BounceSheet({ view, onChanged, onClose }: BounceSheetProps) {
  const [source, setSource, clearSource] = useKept(`bounce:${view.id}`, '');
  const task = useTask();
  const give = (find: () => Promise<string | null>) => void task.run(async () => {
    const raw = await find();
    if (raw === null) return;
    await giveBounce(view.id, raw);
    clearSource();
    toast('已登记，见邮件一栏');
    onChanged();
    onClose();
  });
  return (
    <Sheet
      title="收到退信？"
      text="在邮箱里打开退信，选“导出”（得到 .eml 文件）或“查看邮件原文”，交到这里，会标出是哪一封、为什么。"
      onClose={onClose}
      buttons={
        <>
          <Button icon="folder" isBusy={task.isBusy} onTap={() => give(pickBounce)}>选退信文件</Button>
          {source.trim() !== '' && <Button kind="line" isBusy={task.isBusy} onTap={() => give(() => Promise.resolve(source))}>登记粘贴的原文</Button>}
        </>
      }
    >
      <TextField id="bounce-source" label="或者粘贴邮件原文" isLong isBoxed isOptional value={source} onInput={setSource} />
      <Failure of={task.failure} />
    </Sheet>
  );
}
