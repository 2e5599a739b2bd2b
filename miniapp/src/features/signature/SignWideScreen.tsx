import { useState } from 'react';
import { Box, Txt } from '../../platform/elements';
import { goBack, replaceWith } from '../../platform/navigation';
import { Button } from '../../ui/Button';
import { toast } from '../../ui/toast';
import { Toast } from '../../ui/Toast';
import { bringBack } from './signing';
import { SignaturePad } from './SignaturePad';
import { clearLines, isBlank, redoLine, undoLine, type Strokes } from './strokes';
import './signature.css';

/** The whole screen as a pad, written on with the phone held sideways: more room for a name. */
export function SignWideScreen({ workId }: { workId: string }) {
  const [strokes, setStrokes] = useState<Strokes | null>(null);
  const leave = () => goBack(() => replaceWith('pages/creator/sign/index', { work: workId }));
  const use = () => {
    if (strokes === null || isBlank(strokes)) return toast('请先在框内签名', { icon: 'info' });
    bringBack(workId, strokes);
    leave();
  };
  return (
    <Box className="k-page sg-wide">
      <SignaturePad className="sg-wide__surface" isSideways strokes={strokes} onChange={setStrokes} />
      <Box className="sg-wide__line" isOrnament />
      <Txt className="k-cap sg-wide__hint">把手机横过来，从这边往下写</Txt>
      <Box className="sg-wide__bar">
        <Box className="sg-wide__tools">
          <Button kind="text" onTap={leave}>返回</Button>
          <Button kind="line" onTap={() => setStrokes(strokes && undoLine(strokes))}>撤销</Button>
          <Button kind="line" onTap={() => setStrokes(strokes && redoLine(strokes))}>恢复</Button>
          <Button kind="line" onTap={() => setStrokes(strokes && clearLines(strokes))}>清除</Button>
          <Button onTap={use}>用这个签名</Button>
        </Box>
      </Box>
      <Toast />
    </Box>
  );
}
