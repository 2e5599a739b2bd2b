import type { ShownFinding } from '@kepu/shared/inspection/finding';
import { sayBytes } from '@kepu/shared/errors';
import type { OriginalAdvice } from '@kepu/shared/upload/compression';
import { Box, Txt } from '../../platform/elements';
import type { PickedFile } from '../../platform/picked-file';
import { Group } from '../../ui/Group';
import { Note } from '../../ui/Note';
import { Mark } from '../../ui/Verdict';
import { sayRefusals, type FilmPick } from './film-pick';
import { FilmTile } from '../work/FilmTile';
import './upload.css';

const FROM: Record<PickedFile['source'], string> = { chat: '来自微信聊天', album: '来自手机相册', system: '来自这台设备' };

/** What the rules say about the picked film before its first byte is sent: what fails first, then how to mend it. */
export function PrecheckPanel({ pick }: { pick: FilmPick }) {
  const failing = pick.findings.filter(({ verdict }) => verdict === 'fail');
  const looking = pick.findings.filter(({ verdict }) => verdict === 'look');
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
        <Verdicts failing={failing} looking={looking} passing={passing} isUnknown={isUnknown} compressed={pick.compressed} />
      </Box>
      {refusals.map((sentence) => <Box key={sentence} className="k-mt-3"><Note tone="fail" isAlert>{sentence}</Note></Box>)}
      {isUnknown && failing.length === 0 && <Box className="k-mt-3"><Note>时长和画面在这里读不出来，等传完再测。若在这台设备上也放不出来，文件多半不完整，请先重新导出。</Note></Box>}
      {failing.length + looking.length > 0 && <Advice findings={[...failing, ...looking]} compressed={pick.compressed} />}
    </>
  );
}

interface VerdictsProps {
  failing: ShownFinding[];
  /** Broken, but this call only warns. */
  looking: ShownFinding[];
  passing: ShownFinding[];
  /** Length or picture cannot be read here. */
  isUnknown: boolean;
  compressed: OriginalAdvice | null;
}

function Verdicts({ failing, looking, passing, isUnknown, compressed }: VerdictsProps) {
  return (
    <>
      {failing.length > 0 ? (
        <>
          <Box className="pk-title pk-fail" role="alert">{compressed?.title ?? `有 ${failing.length} 项不合要求`}</Box>
          <Box className="k-sub k-mb-2">{compressed?.text ?? ''}现在传上去多半通不过。</Box>
        </>
      ) : (
        <Box className="pk-title">{looking.length > 0 ? `有 ${looking.length} 项请看一眼，可以上传` : isUnknown ? '能读出来的都符合' : '核对过了，可以上传'}</Box>
      )}
      {failing.map((finding) => <OneVerdict key={finding.rule} kind="fail" finding={finding} />)}
      {looking.map((finding) => <OneVerdict key={finding.rule} kind="look" finding={finding} />)}
      {failing.length > 0 && passing.length > 0 && (
        <Box className="pk-r">
          <Mark kind="pass" />
          <Box className="k-grow k-sub">
            {passing.map(({ subject }) => subject).join('、')}
            <Box className="k-cap k-num">{passing.map(({ measured }) => measured).join(' · ')}</Box>
          </Box>
        </Box>
      )}
      {failing.length === 0 && passing.map((finding) => <OneVerdict key={finding.rule} kind="pass" finding={finding} />)}
    </>
  );
}

function OneVerdict({ kind, finding: { subject, measured, required } }: { kind: 'fail' | 'look' | 'pass'; finding: ShownFinding }) {
  return (
    <Box className="pk-r">
      <Mark kind={kind} />
      <Txt className="pk-t">{subject}</Txt>
      <Box className={`k-grow k-num pk-g ${kind === 'fail' ? 'pk-fail' : ''}`}>{measured}</Box>
      <Txt className="k-cap k-num">{required}</Txt>
    </Box>
  );
}

function Advice({ findings, compressed }: { findings: ShownFinding[]; compressed: OriginalAdvice | null }) {
  const rest = findings.filter(({ rule }) => compressed === null || (rule !== 'V3' && rule !== 'V5'));
  const steps = [...(compressed?.steps ?? []), ...rest.flatMap(({ advice }) => (advice === null ? [] : [advice]))];
  return (
    <>
      <Group title={compressed ? '怎样拿到原片' : '怎样改'} />
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
