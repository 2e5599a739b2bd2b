import { sayBytes } from '@kepu/shared/errors';
import { Box, Txt } from '../../platform/elements';
import { traits } from '../../platform/traits';
import { useStore } from '../../state/store';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Note } from '../../ui/Note';
import { Progress } from '../../ui/Progress';
import { Switch } from '../../ui/Switch';
import { Failure } from '../session/Failure';
import { FilmTile } from './FilmTile';
import { percentOf } from './film-upload';
import { sayRemaining } from './pace';
import type { UploadPhase, UploadState, Uploader } from './uploader';
import { mayTryAgain } from './uploader';
import { staysAwake } from './uploads';
import './upload.css';

interface UploadPanelProps {
  state: UploadState;
  uploader: Uploader;
}

/** A film on its way: per cent, what the server has, how fast, how long yet; pause and go on. */
export function UploadPanel({ state, uploader }: UploadPanelProps) {
  const { phase, name, bytes, sent } = state;
  const isHeld = phase.kind !== 'sending' && phase.kind !== 'done';
  return (
    <>
      <PhaseNote phase={phase} state={state} uploader={uploader} />
      <Box className="k-card">
        <Box className="k-row">
          <FilmTile />
          <Box className="k-grow">
            <Box className="k-strong k-ellip">{name}</Box>
            <Box className="k-cap k-num">{sayBytes(bytes)}</Box>
          </Box>
        </Box>
        <Box className="up-head">
          <Box className="k-row k-row--base">
            <Txt className="up-n k-num">{percentOf(sent, bytes).slice(0, -1)}</Txt>
            <Txt className="up-n__unit">%</Txt>
          </Box>
          <RunButton phase={phase} uploader={uploader} />
        </Box>
        <Progress value={sent / bytes} isHeld={isHeld} label={`已上传 ${percentOf(sent, bytes)}`} />
        <Facts state={state} />
      </Box>
      <AwakeRow />
    </>
  );
}

function RunButton({ phase, uploader }: { phase: UploadPhase; uploader: Uploader }) {
  if (phase.kind === 'done' || phase.kind === 'failed') return null;
  // The note above asks whether to go on over a paid network; a second button here would only ask again.
  if (phase.kind === 'waiting' && phase.for === 'wifi') return null;
  return phase.kind === 'sending' || phase.kind === 'waiting'
    ? <Button kind="soft" isSmall icon="pause" onTap={() => void uploader.pause()}>暂停</Button>
    : <Button kind="soft" isSmall icon="play" onTap={() => void uploader.run()}>继续</Button>;
}

function Facts({ state }: { state: UploadState }) {
  const { phase, bytes, sent, confirmed, bytesPerSecond } = state;
  const isSending = phase.kind === 'sending';
  const speed = isSending && bytesPerSecond !== null && bytesPerSecond > 0 ? bytesPerSecond : null;
  const facts: [string, string][] = [
    [sayBytes(confirmed), '已存到服务器'],
    [speed === null ? '—' : `${sayBytes(speed)}/秒`, '速度'],
    [speed === null ? '—' : sayRemaining((bytes - sent) / speed), '还需'],
  ];
  return (
    <Box className="up-f k-num">
      {facts.map(([value, words]) => (
        <Box key={words} className="up-f__one">
          <Box className="up-f__v">{value}</Box>
          <Box className="k-cap">{words}</Box>
        </Box>
      ))}
    </Box>
  );
}

const WAITING = { network: '没有网络，连上后自动接着传。已传的都在。', foreground: '回到前台后自动接着传。', server: '连接断了，正在重试。已传的都在。' } as const;

function PhaseNote({ phase, state, uploader }: { phase: UploadPhase; state: UploadState; uploader: Uploader }) {
  if (phase.kind === 'failed') {
    return (
      <>
        <Failure of={phase.failure} />
        {!mayTryAgain(phase.failure) && <Box className="k-sub k-mb-3">这个文件再传也通不过，请换一个文件。推荐表的内容都在。</Box>}
      </>
    );
  }
  if (phase.kind === 'waiting' && phase.for === 'wifi') {
    return (
      <Box className="k-mb-3">
        <Note tone="look" icon="wifi">
          正在用流量，还需约 {sayBytes(state.bytes - state.confirmed)}
          <Box className="k-row k-mt-2">
            <Button kind="line" isSmall onTap={() => void uploader.runMetered()}>继续</Button>
            <Box className="k-ml-2 k-cap">等无线网络：连上后自动开始</Box>
          </Box>
        </Note>
      </Box>
    );
  }
  if (phase.kind === 'waiting' && phase.for !== 'wifi') return <Box className="k-mb-3"><Note tone="look" icon="offline">{WAITING[phase.for]}</Note></Box>;
  return phase.kind === 'paused' ? <Box className="k-mb-3"><Note icon="pause">已暂停，已传的 {sayBytes(state.confirmed)}都在。</Note></Box> : null;
}

function AwakeRow() {
  const isOn = useStore(staysAwake);
  return (
    <Box className="k-card k-card--flush k-mt-3">
      <Box className="k-item">
        <Box className="k-item__icon"><Icon name="sun" /></Box>
        <Box className="k-grow">
          保持屏幕常亮
          <Box className="k-cap">{traits.stopsInBackground ? '切走超过 5 秒会暂停，回来自动续传' : '看别的页面不影响；关掉浏览器会停，再选同一个文件接着传'}</Box>
        </Box>
        <Switch isOn={isOn} label="保持屏幕常亮" onChange={(next) => staysAwake.set(next)} />
      </Box>
    </Box>
  );
}
