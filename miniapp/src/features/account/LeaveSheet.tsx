import { useState } from 'react';
import { openTab } from '../../platform/tabs';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { sendUnsent } from '../draft/drafts';
import { logOut, logOutEverywhere } from '../login/log-in';
import { Failure } from '../session/Failure';

type Way = () => Promise<void>;

/** Leaving this phone, or every device at once when one was lost. Texts not sent yet are sent first. */
export function LeaveSheet({ onClose }: { onClose: () => void }) {
  const task = useTask();
  const [held, setHeld] = useState<{ titles: string[]; way: Way } | null>(null);
  const leave = (way: Way, mind: 'unsent' | 'nothing') => void task.run(async () => {
    const titles = mind === 'unsent' ? await sendUnsent() : [];
    if (titles.length > 0) return setHeld({ titles, way });
    await way();
    onClose();
    openTab('pages/home/index');
  });
  if (held) {
    return (
      <Sheet
        title="还有内容没传到服务器"
        icon={{ name: 'alert', tone: 'look' }}
        text={`${held.titles.map((title) => `《${title}》`).join('')}刚写的内容还在这台设备上。退出后它留在这里，您再登录就能接着传，别人登录看不到。`}
        onClose={onClose}
        buttons={
          <>
            <Button icon="refresh" isBusy={task.isBusy} onTap={() => leave(held.way, 'unsent')}>再传一次，传完退出</Button>
            <Button kind="warn" isBusy={task.isBusy} onTap={() => leave(held.way, 'nothing')}>不等了，现在退出</Button>
          </>
        }
      >
        <Failure of={task.failure} />
      </Sheet>
    );
  }
  return (
    <Sheet
      title="退出登录"
      text="已保存的内容都在服务器上，下次登录接着填。正在上传的成片会停在已传的地方。"
      onClose={onClose}
      buttons={
        <>
          <Button isBusy={task.isBusy} onTap={() => leave(logOut, 'unsent')}>退出这台设备</Button>
          <Button kind="warn" isBusy={task.isBusy} onTap={() => leave(logOutEverywhere, 'unsent')}>退出所有设备</Button>
        </>
      }
    >
      <Failure of={task.failure} />
    </Sheet>
  );
}
