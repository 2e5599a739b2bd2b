import { useState } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { sayBytes } from '@kepu/shared/errors';
import { Box } from '../../platform/elements';
import { filePicker, type PickSource } from '../../platform/picked-file';
import { traits } from '../../platform/traits';
import { useTask } from '../../state/use-task';
import { Item } from '../../ui/Item';
import { Note } from '../../ui/Note';
import { Tag } from '../../ui/Tag';
import { Requirements } from '../campaign/Requirements';
import { Failure } from '../session/Failure';
import { ComputerSheet } from '../computer/ComputerSheet';
import { computersResource } from '../computer/computers';
import { useStore } from '../../state/store';
import { examine, type FilmPick } from './film-pick';
import { FILM_SOURCES } from './film-sources';

interface PickPanelProps {
  work: { id: string; title: string };
  config: CampaignConfig;
  onPicked: (pick: FilmPick) => void;
}

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
        {FILM_SOURCES.map(({ source, icon, title, caption }) => (
          <Item key={source} leadIcon={icon} title={<Box className="k-strong">{title}</Box>} caption={task.isBusy ? '正在核对…' : caption} onTap={() => pick(source)} />
        ))}
        {!traits.picksFromChat && <ComputerRow isFirstChoice={false} connected={connected} onTap={() => setComputerOpen(true)} />}
      </Box>
      <Failure of={task.failure} />
      <Requirements config={config} />
      <Box className="k-mt-3">
        <Note>微信“发送视频”会压缩画面，多半低于{sayLeast(config)}。请不要用聊天视频。</Note>
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

/** `1080P 和 100 兆`: what this call asks for at least. */
function sayLeast({ film: { minHeight, minBytes } }: CampaignConfig): string {
  return [minHeight === null ? '' : ` ${minHeight}P `, minBytes === null ? '' : ` ${sayBytes(minBytes)}`].filter(Boolean).join('和') || '原片的清晰度';
}
