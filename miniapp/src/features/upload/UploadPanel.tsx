import { sayBytes } from '@kepu/shared/errors';
import { Box } from '../../platform/elements';
import { traits } from '../../platform/traits';
import { useStore } from '../../state/store';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Note } from '../../ui/Note';
import { Switch } from '../../ui/Switch';
import { Failure } from '../session/Failure';
import { ProgressCard } from './ProgressCard';
import type { UploadPhase, UploadState, Uploader } from './uploader';
import { mayTryAgain } from './uploader';
import { staysAwake } from './uploads';

interface UploadPanelProps {
  state: UploadState;
  uploader: Uploader;
}

/** A film on its way: per cent, what the server has, how fast, how long yet; pause and go on. */
export function UploadPanel({ state, uploader }: UploadPanelProps) {
  const { phase, name, bytes, sent, confirmed, bytesPerSecond } = state;
  const isHeld = phase.kind !== 'sending' && phase.kind !== 'done';
  return (
    <>
      <PhaseNote phase={phase} state={state} uploader={uploader} />
      <ProgressCard name={name} bytes={bytes} sent={sent} confirmed={confirmed} bytesPerSecond={phase.kind === 'sending' ? bytesPerSecond : null} said="已上传" isHeld={isHeld}>
        <RunButton phase={phase} uploader={uploader} />
      </ProgressCard>
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
