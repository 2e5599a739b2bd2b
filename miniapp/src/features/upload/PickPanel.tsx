import { useState } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { Box } from '../../platform/elements';
import { filePicker, type PickSource } from '../../platform/picked-file';
import { traits } from '../../platform/traits';
import { useTask } from '../../state/use-task';
import type { IconName } from '../../ui/Icon';
import { Item } from '../../ui/Item';
import { Note } from '../../ui/Note';
import { Tag } from '../../ui/Tag';
import { Requirements } from '../campaign/Requirements';
import { Failure } from '../session/Failure';
import { ComputerSheet } from '../computer/ComputerSheet';
import { computersResource } from '../computer/computers';
import { useStore } from '../../state/store';
import { examine, type FilmPick } from './film-pick';

interface PickPanelProps {
  work: { id: string; title: string };
  config: CampaignConfig;
  onPicked: (pick: FilmPick) => void;
}

const SOURCES: { source: PickSource; icon: IconName; title: string; caption: string }[] = traits.picksFromChat
  ? [
      { source: 'chat', icon: 'folder', title: '从微信聊天文件选', caption: '当初要以“文件”发送，不是“视频”' },
      { source: 'album', icon: 'photo', title: '从手机相册选原片', caption: '会跳过系统压缩，按原片读取' },
    ]
  : [{ source: 'system', icon: 'folder', title: '从这台设备选文件', caption: '选导出的 MP4 原片，先核对再上传' }];

/** Where the film is taken from. A finished film lies on an editing computer, so inside WeChat that comes first. */
export function PickPanel({ work, config, onPicked }: PickPanelProps) {
  const [isComputerOpen, setComputerOpen] = useState(false);
  const connected = useStore(computersResource(work.id)).value?.[0]?.device ?? null;
  const task = useTask();
  const pick = (source: PickSource) =>
    void task.run(async () => {
      const file = await filePicker.pick('film', source);
      if (file) onPicked(await examine(file, config));
    });
  return (
    <>
      <Box className="k-title">从哪里取成片？</Box>
      <Box className="k-sub k-mt-1 k-mb-4">选导出的原片。先在{traits.picksFromChat ? '手机上' : '这台设备上'}核对，不合格不会白传。</Box>
      <Box className="k-card k-card--flush">
        {traits.picksFromChat && <ComputerRow isFirstChoice connected={connected} onTap={() => setComputerOpen(true)} />}
        {SOURCES.map(({ source, icon, title, caption }) => (
          <Item key={source} leadIcon={icon} title={<Box className="k-strong">{title}</Box>} caption={task.isBusy ? '正在核对…' : caption} onTap={() => pick(source)} />
        ))}
        {!traits.picksFromChat && <ComputerRow isFirstChoice={false} connected={connected} onTap={() => setComputerOpen(true)} />}
      </Box>
      <Failure of={task.failure} />
      <Requirements config={config} />
      <Box className="k-mt-3">
        <Note>微信“发送视频”会压缩画面，多半低于 1080P 和 100 兆。请不要用聊天视频。</Note>
      </Box>
      {isComputerOpen && <ComputerSheet work={work} onClose={() => setComputerOpen(false)} />}
    </>
  );
}

function ComputerRow({ isFirstChoice, connected, onTap }: { isFirstChoice: boolean; connected: string | null; onTap: () => void }) {
  return (
    <Item
      leadIcon="pc"
      title={<Box className="k-row"><Box className="k-strong">{isFirstChoice ? '用电脑上传' : '换一台电脑上传'}</Box>{isFirstChoice && <Box className="k-ml-2"><Tag tone="pass">推荐</Tag></Box>}</Box>}
      caption={connected === null ? '成片在剪辑电脑里，输入电脑上的连接码就能传' : `${connected} 已连接，在电脑上拖入文件`}
      onTap={onTap}
    />
  );
}
