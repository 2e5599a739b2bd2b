import type { OpenUploadView } from '@kepu/shared/contracts/work';
import { sayBytes } from '@kepu/shared/errors';
import { sayClock, sayMoment } from '@kepu/shared/time';
import { Box, Txt } from '../../platform/elements';
import { traits } from '../../platform/traits';
import { Group } from '../../ui/Group';
import { Note } from '../../ui/Note';
import { Progress } from '../../ui/Progress';
import { Steps } from '../../ui/Steps';
import { serverNow } from '../campaign/campaign';
import { FilmTile } from './FilmTile';
import { percentOf } from './film-upload';
import './upload.css';

/** An upload that broke off with the app: all that arrived is there, the same file goes on. */
export function InterruptedPanel({ upload }: { upload: OpenUploadView }) {
  const percent = percentOf(upload.offset, upload.bytes);
  const isToday = serverNow() - upload.lastByteAt < 12 * 3_600_000;
  return (
    <>
      <Note tone="look" icon="pause">
        <Box className="k-strong">上传中断在 {percent}，已传的 {sayBytes(upload.offset)}都在。</Box>
        {traits.picksFromChat ? '微信刚才被系统关闭，请再选一次同一个文件。' : '页面刚才被关闭或刷新，请再选一次同一个文件。'}
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
      <Group title="接下来" />
      <Box className="k-card">
        <Steps
          steps={[
            { key: 'pick', state: 'now', mark: 1, title: '再选一次原文件', text: '会核对是不是同一个文件，不同会提醒。' },
            { key: 'go', state: 'next', mark: 2, title: `从 ${percent} 接着传`, text: '不会从头开始。' },
          ]}
        />
      </Box>
      <Box className="k-cap k-mt-3">推荐表内容不受影响，可以先去填表，{sayMoment(upload.expiresAt)} 前再传都可以接着来。</Box>
    </>
  );
}
