import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { FilmView, WorkView } from '@kepu/shared/contracts/work';
import { sayBytes, sentenceOf } from '@kepu/shared/errors';
import { versionCode } from '@kepu/shared/forms/canonical';
import { sayLength, sayMoment } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Findings } from '../inspection/Findings';
import { inspectAgain } from '../inspection/use-inspection';
import { Failure } from '../session/Failure';
import { FilmTile } from '../upload/FilmTile';
import { OwnFilm } from './OwnFilm';

interface InspectionPanelProps {
  work: WorkView;
  film: FilmView;
  config: CampaignConfig;
  /** Second of the film the person was sent to; null: the verdicts are what they came for. */
  atMs: number | null;
}

/** What the machine found on the film that arrived, or how far it is with looking. */
export function InspectionPanel({ work, film, config, atMs }: InspectionPanelProps) {
  const { state, findings } = film.inspection;
  const facts = [film.width && film.height ? `${film.width}×${film.height}` : '', film.durationMs === null ? '' : sayLength(film.durationMs), sayBytes(film.bytes)];
  return (
    <>
      <Box className="k-row k-mb-3">
        <FilmTile />
        <Box className="k-grow">
          <Box className="k-strong k-wrap">{film.name}</Box>
          <Box className="k-cap k-num">{facts.filter(Boolean).join(' · ')}</Box>
          <Box className="k-cap k-num">{sayMoment(film.uploadedAt)} 传完 · 校验码 {versionCode(film.sha256)}</Box>
        </Box>
      </Box>
      {(state === 'queued' || state === 'running') && <Note tone="brand" icon="refresh">正在检测，约 1 分钟。可以离开，完成后通知。</Note>}
      {state === 'failed' && <Unavailable work={work} />}
      {state === 'done' && <Findings findings={findings} config={config} />}
      <OwnFilm fileId={film.fileId} findings={findings} atMs={atMs} />
    </>
  );
}

function Unavailable({ work }: { work: WorkView }) {
  const task = useTask();
  return (
    <Note tone="look">
      {sentenceOf({ code: 'INSPECTION_UNAVAILABLE' })}。不影响保存，推荐表可以接着填。
      <Box className="k-mt-2"><Button kind="line" isSmall icon="refresh" isBusy={task.isBusy} onTap={() => void task.run(() => inspectAgain(work))}>重新检测</Button></Box>
      <Failure of={task.failure} />
    </Note>
  );
}
