import { STAGES, type Stage } from '@kepu/shared/inspection/facts';
import { Box, Txt } from '../../platform/elements';
import { Note } from '../../ui/Note';

const WORDS: Record<Stage, string> = { container: '文件格式', sound: '声音', decoding: '能否播放', marks: '来源标识', picture: '画面', text: '片中文字' };

/** How far an inspection is, stage by stage. */
export function Stages({ done }: { done: readonly Stage[] }) {
  const next = STAGES.find((stage) => !done.includes(stage));
  return (
    <Note tone="brand" icon="refresh">
      正在检测，约 1 分钟。可以离开，完成后通知。
      <Box className="k-mt-1 k-num" role="status">
        {done.length > 0 && <Txt>已看完：{done.map((stage) => WORDS[stage]).join('、')}。</Txt>}
        {next && <Txt>正在看：{WORDS[next]}（{done.length + 1}/{STAGES.length}）</Txt>}
      </Box>
    </Note>
  );
}
