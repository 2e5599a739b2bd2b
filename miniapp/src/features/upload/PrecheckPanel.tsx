import type { Finding } from '@kepu/shared/inspection/finding';
import { sayBytes } from '@kepu/shared/errors';
import { Box, Txt } from '../../platform/elements';
import type { PickedFile } from '../../platform/picked-file';
import { Group } from '../../ui/Group';
import { Note } from '../../ui/Note';
import { Mark } from '../../ui/Verdict';
import { sayRefusals, type FilmPick } from './film-pick';
import { FilmTile } from './FilmTile';
import './upload.css';

const FROM: Record<PickedFile['source'], string> = { chat: '来自微信聊天', album: '来自手机相册', system: '来自这台设备' };

const HOW_TO_GET_IT = ['最稳妥：在剪辑电脑上打开本系统网址上传。', '或在电脑微信里以“文件”发给自己。', '别把视频拖进聊天窗口，那会再压缩一次。'];

/** What the rules say about the picked film before its first byte is sent: what fails first, then how to mend it. */
export function PrecheckPanel({ pick }: { pick: FilmPick }) {
  const failing = pick.findings.filter(({ verdict }) => verdict === 'fail');
  const passing = pick.findings.filter(({ verdict }) => verdict === 'pass');
  const isUnknown = pick.film.durationMs === null || pick.film.width === null;
  const refusals = sayRefusals(pick);
  return (
    <>
      <Box className="k-row">
        <FilmTile />
        <Box className="k-grow">
          <Box className="k-strong k-ellip">{pick.file.name}</Box>
          <Box className="k-cap k-num">{FROM[pick.file.source]} · {sayBytes(pick.file.bytes)} · 还没有上传</Box>
        </Box>
      </Box>
      <Box className="k-card k-mt-3">
        <Verdicts failing={failing} passing={passing} isCompressed={pick.isCompressed} />
      </Box>
      {refusals.map((sentence) => <Box key={sentence} className="k-mt-3"><Note tone="fail" isAlert>{sentence}</Note></Box>)}
      {isUnknown && failing.length === 0 && <Box className="k-mt-3"><Note>时长和画面在这里读不出来，等传完再测。</Note></Box>}
      {failing.length > 0 && <Advice findings={failing} isCompressed={pick.isCompressed} />}
    </>
  );
}

function Verdicts({ failing, passing, isCompressed }: { failing: Finding[]; passing: Finding[]; isCompressed: boolean }) {
  return (
    <>
      {failing.length > 0 ? (
        <>
          <Box className="pk-title pk-fail" role="alert">{isCompressed ? '这不是原片，微信压缩过' : `有 ${failing.length} 项不合要求`}</Box>
          <Box className="k-sub k-mb-2">{isCompressed ? '画面和大小都变小了，传上去也通不过。' : '现在传上去也通不过，请先改好。'}</Box>
        </>
      ) : (
        <Box className="pk-title">核对过了，可以上传</Box>
      )}
      {failing.map(({ rule, subject, measured, required }) => (
        <Box key={rule} className="pk-r">
          <Mark kind="fail" />
          <Txt className="pk-t">{subject}</Txt>
          <Box className="k-grow k-num pk-g pk-fail">{measured}</Box>
          <Txt className="k-cap k-num">{required}</Txt>
        </Box>
      ))}
      {failing.length > 0 && passing.length > 0 && (
        <Box className="pk-r">
          <Mark kind="pass" />
          <Box className="k-grow k-sub">
            {passing.map(({ subject }) => subject).join('、')}
            <Box className="k-cap k-num">{passing.map(({ measured }) => measured).join(' · ')}</Box>
          </Box>
        </Box>
      )}
      {failing.length === 0 && passing.map(({ rule, subject, measured, required }) => (
        <Box key={rule} className="pk-r">
          <Mark kind="pass" />
          <Txt className="pk-t">{subject}</Txt>
          <Box className="k-grow k-num pk-g">{measured}</Box>
          <Txt className="k-cap k-num">{required}</Txt>
        </Box>
      ))}
    </>
  );
}

function Advice({ findings, isCompressed }: { findings: Finding[]; isCompressed: boolean }) {
  const steps = isCompressed ? HOW_TO_GET_IT : findings.flatMap(({ advice }) => (advice === null ? [] : [advice]));
  return (
    <>
      <Group title={isCompressed ? '怎样拿到原片' : '怎样改'} />
      <Box className="k-card">
        {steps.map((step, index) => (
          <Box key={step} className="pk-s">
            <Txt className="pk-s__n k-num">{index + 1}</Txt>
            <Txt>{step}</Txt>
          </Box>
        ))}
      </Box>
    </>
  );
}
