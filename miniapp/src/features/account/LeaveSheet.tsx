import { openTab } from '../../platform/tabs';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { logOut, logOutEverywhere } from '../login/log-in';
import { Failure } from '../session/Failure';

/** Leaving this phone, or every device at once when one was lost. */
export function LeaveSheet({ onClose }: { onClose: () => void }) {
  const task = useTask();
  const leave = async (way: () => Promise<void>) => {
    if (!(await task.run(way))) return;
    onClose();
    openTab('pages/home/index');
  };
  return (
    <Sheet
      title="退出登录"
      text="已保存的内容都在服务器上，下次登录接着填。正在上传的成片会停在已传的地方。"
      onClose={onClose}
      buttons={
        <>
          <Button isBusy={task.isBusy} onTap={() => void leave(logOut)}>退出这台设备</Button>
          <Button kind="warn" isBusy={task.isBusy} onTap={() => void leave(logOutEverywhere)}>退出所有设备</Button>
        </>
      }
    >
      <Failure of={task.failure} />
    </Sheet>
  );
}
