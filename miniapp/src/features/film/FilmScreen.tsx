import { useState } from 'react';
import type { OpenUploadView } from '@kepu/shared/contracts/work';
import { useStore } from '../../state/store';
import { useTask } from '../../state/use-task';
import { ArrivingPanel } from './ArrivingPanel';
import { computersResource, isArriving } from '../computer/computers';
import { DraftPage } from '../draft/DraftPage';
import type { OpenDraft } from '../draft/use-draft';
import type { Submission } from '../draft/use-submission';
import { FindingSummary } from '../inspection/Findings';
import { Failure } from '../session/Failure';
import { ReturnedNotes } from '../work/ReturnedNotes';
import { dropPick, isSameFilm, keepPick, usePick, type FilmPick } from '../upload/film-pick';
import { filmKey, sendFilm } from '../upload/film-upload';
import { FILM_SOURCES } from '../upload/film-sources';
import { PickPanel } from '../upload/PickPanel';
import { PrecheckPanel } from '../upload/PrecheckPanel';
import { UploadPanel } from '../upload/UploadPanel';
import { uploaderOf, useUpload } from '../upload/uploads';
import { AfterUpload } from './AfterUpload';
import { FilmBar } from './FilmBar';
import { InspectionPanel } from './InspectionPanel';
import { InterruptedPanel } from './InterruptedPanel';
import type { FilmStage } from './stage';
import { useGoOn } from './use-go-on';

/** 成片: one page that follows the film from the pick to the machine's verdicts. */
export function FilmScreen({ workId, atMs }: { workId: string; atMs: number | null }) {
  const [wantsOther, setWantsOther] = useState(false);
  const pick = usePick(workId);
  const upload = useUpload(filmKey(workId));
  const computers = useStore(computersResource(workId)).value ?? [];
  const stageOf = ({ work }: OpenDraft): FilmStage => {
    if (pick) return 'precheck';
    if (wantsOther) return 'pick';
    if (upload) return 'upload';
    if (work.upload) return isArriving(work.upload, computers) ? 'arriving' : 'interrupted';
    return work.film ? 'inspection' : 'pick';
  };
  const title = upload && !pick && !wantsOther ? '上传成片' : '成片';
  return (
    <DraftPage
      workId={workId}
      title={title}
      top={(draft) => stageOf(draft) === 'inspection' && draft.work.film?.inspection.state === 'done' && <FindingSummary findings={draft.work.film.inspection.findings} config={draft.campaign.config} />}
      bar={(draft) => <Bar draft={draft} stage={stageOf(draft)} pick={pick} onOther={setWantsOther} />}
    >
      {(draft, submission) => <Body draft={draft} submission={submission} stage={stageOf(draft)} pick={pick} atMs={atMs} onOther={setWantsOther} />}
    </DraftPage>
  );
}

interface BodyProps {
  draft: OpenDraft;
  submission: Submission;
  stage: FilmStage;
  pick: FilmPick | null;
  /** Second of the film the person was sent to. */
  atMs: number | null;
  onOther: (isWanted: boolean) => void;
}

function Body({ draft, submission, stage, pick, atMs, onOther }: BodyProps) {
  const { work, campaign } = draft;
  const upload = useUpload(filmKey(work.id));
  const uploader = uploaderOf(filmKey(work.id));
  switch (stage) {
    case 'pick':
      return <PickPanel work={{ id: work.id, title: work.form.title }} config={campaign.config} onPicked={(picked) => keepPick(work.id, picked)} />;
    case 'precheck':
      return pick && <PrecheckPanel pick={pick} />;
    case 'upload':
      return upload && uploader && (
        <>
          <UploadPanel state={upload} uploader={uploader} />
          <AfterUpload workId={work.id} reasons={submission.reasons} />
        </>
      );
    case 'arriving':
      return work.upload && (
        <>
          <ArrivingPanel upload={work.upload} />
          <AfterUpload workId={work.id} reasons={submission.reasons} />
        </>
      );
    case 'interrupted':
      return work.upload && <InterruptedPanel work={work} upload={work.upload} config={campaign.config} onOther={() => onOther(true)} />;
    case 'inspection':
      return work.film && (
        <>
          <ReturnedNotes returned={work.returned} section="film" />
          <InspectionPanel work={work} film={work.film} config={campaign.config} atMs={atMs} />
        </>
      );
  }
}

interface BarProps {
  draft: OpenDraft;
  stage: FilmStage;
  pick: FilmPick | null;
  /** The person wants another film in place of this one, or thinks better of it. */
  onOther: (isWanted: boolean) => void;
}

/** The decisions of each stage; a film that is another one than before is asked about first. */
function Bar({ draft, stage, pick, onOther }: BarProps) {
  const { work, campaign } = draft;
  const task = useTask();
  const again = useGoOn(work, campaign.config);
  const send = (picked: FilmPick, upload: OpenUploadView | null) => {
    onOther(false);
    void task.run(() => sendFilm(work.id, picked, upload));
  };
  const change = (isWanted: boolean) => {
    if (isWanted) void uploaderOf(filmKey(work.id))?.pause();
    onOther(isWanted);
  };
  return (
    <>
      <FilmBar
        stage={stage}
        work={work}
        config={campaign.config}
        pick={pick}
        isBusy={task.isBusy || again.task.isBusy}
        notice={<Failure of={task.failure ?? again.task.failure} />}
        onRepick={() => dropPick(work.id)}
        onSend={() => { if (pick) send(pick, work.upload && isSameFilm(pick, work.upload) ? work.upload : null); }}
        onGoOn={() => again.goOn(FILM_SOURCES[0].source)}
        hasOther={work.film !== null || work.upload !== null || uploaderOf(filmKey(work.id)) !== null}
        onOther={change}
      />
      {again.question}
    </>
  );
}
