import { useEffect, useState } from 'react';
import { placesDrawnSignature, type CampaignConfig } from '@kepu/shared/campaign/config';
import { sentenceOf } from '@kepu/shared/errors';
import { signatureReasons } from '@kepu/shared/rules/submission';
import { dayOf, sayDay, sayMoment } from '@kepu/shared/time';
import { Box, Picture, Tap, Txt } from '../../platform/elements';
import { goBack, goTo, replaceWith } from '../../platform/navigation';
import { useStore } from '../../state/store';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Group } from '../../ui/Group';
import { Note } from '../../ui/Note';
import { StickyBar } from '../../ui/StickyBar';
import { toast } from '../../ui/toast';
import { serverNow } from '../campaign/campaign';
import { DraftPage } from '../draft/DraftPage';
import type { OpenDraft } from '../draft/use-draft';
import { Failure } from '../session/Failure';
import { bringBack, drawnSideways, sign } from './signing';
import { SignaturePad } from './SignaturePad';
import { canRedo, clearLines, isBlank, redoLine, undoLine, type Strokes } from './strokes';
import './signature.css';

/** 承诺和签名: the legal text to the letter, and the first author's signature by hand. */
export function SignScreen({ workId }: { workId: string }) {
  const [isRedo, setRedo] = useState(false);
  return (
    <DraftPage workId={workId} title="承诺和签名">
      {(draft) =>
        draft.state.signature?.matchesForm && draft.state.signature.matchesCommitment && draft.work.signature && !isRedo
          ? <Signed draft={draft} onRedo={() => setRedo(true)} />
          : <Signing draft={draft} onSigned={() => setRedo(false)} />
      }
    </DraftPage>
  );
}

function Commitment({ paragraphs }: { paragraphs: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Box className="k-group k-group--first">
        <Txt>作者承诺及授权</Txt>
        <Tap className="k-link k-link--tight" onTap={() => setOpen(!isOpen)}>{isOpen ? '收起' : '展开全文'}</Tap>
      </Box>
      <Box className="k-card">
        <Box className={`k-legal sg-law ${isOpen ? 'sg-law--all' : ''}`}>{paragraphs.map((paragraph) => <Box key={paragraph}>{paragraph}</Box>)}</Box>
      </Box>
    </>
  );
}

/** Which copy counts, and where this signature is to be seen. */
function legalCopy(config: CampaignConfig): string {
  return `手写签字、盖章的纸质件为准。${placesDrawnSignature(config) ? '这个签名只放在电子版上' : '电子版的签名栏留空'}`;
}

function Signing({ draft, onSigned }: { draft: OpenDraft; onSigned: () => void }) {
  const { work, campaign: { config }, state, sync } = draft;
  const [strokes, setStrokes] = useState<Strokes | null>(null);
  const [toPng, setToPng] = useState<(() => string) | null>(null);
  const [isMissed, setMissed] = useState(false);
  const task = useTask();
  const sideways = useStore(drawnSideways).get(work.id) ?? null;
  useEffect(() => {
    if (!sideways) return;
    setStrokes(sideways);
    bringBack(work.id, null);
  }, [sideways, work.id]);
  const isEmpty = strokes === null || isBlank(strokes);
  const changed = state.signature && signatureReasons(state.signature)[0];
  const use = () => {
    setMissed(isEmpty);
    if (isEmpty || !toPng) return;
    void task.run(async () => {
      await sign(sync, strokes, toPng(), config.wording.commitmentVersion);
      toast('签名已保存，还没有提交');
      onSigned();
    });
  };
  return (
    <>
      <Commitment paragraphs={config.wording.commitment} />
      {changed && <Box className="k-mt-3"><Note tone="look">{sentenceOf(changed)}</Note></Box>}
      <Box className="k-row k-row--between k-mt-3 k-mb-2">
        <Txt className="k-strong">第一作者 {state.form.creators[0]?.name ?? ''} 手写签名</Txt>
        <Button kind="text" isSmall icon="rotate" onTap={() => goTo('pages/creator/sign-wide/index', { work: work.id })}>横屏签</Button>
      </Box>
      <Box className={`sg-pad ${isMissed && isEmpty ? 'sg-pad--missed' : ''}`}>
        <Box className="sg-line" isOrnament />
        <SignaturePad className="sg-surface" strokes={strokes} onChange={setStrokes} onPicture={(take) => setToPng(() => take)} />
        <Txt className="k-cap sg-x k-num">{sayDay(dayOf(serverNow()))}</Txt>
      </Box>
      {isMissed && isEmpty && <Box className="k-field__msg k-field__msg--bad" role="alert">请先在框内签名</Box>}
      <Box className="k-row">
        {strokes !== null && strokes.lines.length > 0 && <Button kind="text" isSmall icon="undo" onTap={() => setStrokes(undoLine(strokes))}>撤销一笔</Button>}
        {strokes !== null && canRedo(strokes) && <Button kind="text" isSmall icon="refresh" onTap={() => setStrokes(redoLine(strokes))}>恢复一笔</Button>}
      </Box>
      <Failure of={task.failure} />
      <Box className="k-foot-room" />
      <StickyBar tip={legalCopy(config)}>
        <Button kind="line" icon="trash" onTap={() => setStrokes(strokes && clearLines(strokes))}>清除</Button>
        <Button isWide isBusy={task.isBusy} onTap={use}>同意承诺，用这个签名</Button>
      </StickyBar>
    </>
  );
}

function Signed({ draft, onRedo }: { draft: OpenDraft; onRedo: () => void }) {
  const { work, campaign: { config } } = draft;
  const signature = work.signature;
  if (!signature) return null;
  return (
    <>
      <Commitment paragraphs={config.wording.commitment} />
      <Group title={`第一作者 ${draft.state.form.creators[0]?.name ?? ''} 手写签名`} />
      <Picture className="sg-done" src={signature.image} label="手写签名" />
      <Box className="k-mt-3"><Note tone="pass">{sayMoment(signature.signedAt)} 已签。再改内容就要重新签名。</Note></Box>
      <Box className="k-mt-3"><Note tone="plain" icon="stamp">{legalCopy(config)}</Note></Box>
      <Box className="k-foot-room" />
      <StickyBar>
        <Button kind="line" icon="pen" onTap={onRedo}>重新签</Button>
        <Button isWide onTap={() => goBack(() => replaceWith('pages/creator/form/index', { work: work.id }))}>回推荐表</Button>
      </StickyBar>
    </>
  );
}
