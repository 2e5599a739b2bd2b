import { useState } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { OpenUploadView, WorkView } from '@kepu/shared/contracts/work';
import { sayBytes } from '@kepu/shared/errors';
import { sayClock, sayMoment } from '@kepu/shared/time';
import { Box, Txt } from '../../platform/elements';
import { traits } from '../../platform/traits';
import { Group } from '../../ui/Group';
import { Note } from '../../ui/Note';
import { Progress } from '../../ui/Progress';
import { serverNow } from '../campaign/campaign';
import { Item } from '../../ui/Item';
import { Failure } from '../session/Failure';
import { ComputerSheet } from '../computer/ComputerSheet';
import { FILM_SOURCES } from '../upload/film-sources';
import { FilmTile } from '../work/FilmTile';
import { percentOf } from '../upload/film-upload';
import '../upload/upload.css';
import { useGoOn } from './use-go-on';

interface InterruptedPanelProps {
  work: WorkView;
  upload: OpenUploadView;
  config: CampaignConfig;
  /** Another film in place of this one. */
  onOther: () => void;
}

/** An upload that broke off with the app: all that arrived is there, the same file goes on. */
export function InterruptedPanel({ work, upload, config, onOther }: InterruptedPanelProps) {
  const { task, goOn, question } = useGoOn(work, config);
  const [isComputerOpen, setComputerOpen] = useState(false);
  const percent = percentOf(upload.offset, upload.bytes);
  const isToday = serverNow() - upload.lastByteAt < 12 * 3_600_000;
  return (
    <>
      <Note tone="look" icon="pause">
        <Box className="k-strong">上传中断在 {percent}，已传的 {sayBytes(upload.offset)}都在。</Box>
        {sayWhere(upload)}
      </Note>
      <Box className="k-card k-mt-3">
        <Box className="k-row">
          <FilmTile />
          <Box className="k-grow">
            <Box className="k-strong k-ellip">{upload.name}</Box>
            <Box className="k-cap k-num">{sayBytes(upload.bytes)} · 还剩 {sayBytes(upload.bytes - upload.offset)}</Box>
          </Box>
        </Box>
        <Box className="k-mt-4">
          <Progress value={upload.offset / upload.bytes} isHeld label={`中断在 ${percent}`} />
        </Box>
        <Box className="k-row k-row--between k-cap k-num k-mt-1">
          <Txt>{percent}</Txt>
          <Txt>{upload.device === null ? '上次' : `${upload.device} `}传到 {isToday ? sayClock(upload.lastByteAt) : sayMoment(upload.lastByteAt)}</Txt>
        </Box>
      </Box>
      <Group title="接着传" aside="选同一个文件，不会从头开始" />
      <Box className="k-card k-card--flush">
        {FILM_SOURCES.length > 1 && FILM_SOURCES.map(({ source, icon, title }) => <Item key={source} leadIcon={icon} title={title} caption={task.isBusy ? '正在核对…' : `从 ${percent} 接着传；不是同一个会提醒`} onTap={() => goOn(source)} />)}
        <Item leadIcon="pc" title="到电脑上接着传" caption="在电脑页面选同一个文件" onTap={() => setComputerOpen(true)} />
      </Box>
      <Failure of={task.failure} />
      <Group title="不传这一个了" />
      <Box className="k-card k-card--flush"><Item leadIcon="film" title="换一部成片" caption="开始传新的，这一部才作废" onTap={onOther} /></Box>
      <Box className="k-cap k-mt-3">推荐表内容不受影响，可以先去填表，{sayMoment(upload.expiresAt)} 前再传都可以接着来。</Box>
      {question}
      {isComputerOpen && <ComputerSheet work={{ id: work.id, title: work.form.title }} onClose={() => setComputerOpen(false)} />}
    </>
  );
}

/** Why it stands still, as far as one can tell from here. */
function sayWhere({ device }: OpenUploadView): string {
  if (device !== null && /电脑/u.test(device)) return `上次用 ${device} 传的。请在那里或者这里，再选一次同一个文件。`;
  return traits.picksFromChat ? '微信刚才被系统关闭，请再选一次同一个文件。' : '页面刚才被关闭或刷新，请再选一次同一个文件。';
}
