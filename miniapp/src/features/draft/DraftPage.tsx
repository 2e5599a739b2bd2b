import { useEffect, type ReactNode } from 'react';
import { isEditable } from '@kepu/shared/domain/work-status';
import { replaceWith, type Backstop, type PagePath } from '../../platform/navigation';
import { usePageVisible } from '../../platform/page';
import { OfflineStrip } from '../../ui/OfflineStrip';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { useArrivedProofs } from './use-arrived-proofs';
import { useComputers } from '../computer/use-computers';
import { useInspection } from '../inspection/use-inspection';
import { Gate } from '../login/Gate';
import { Failure } from '../session/Failure';
import { ConflictSheet } from './ConflictSheet';
import { DeadlineSheet } from './DeadlineSheet';
import { SaveStatus } from './SaveStatus';
import { SaveTrouble } from './SaveTrouble';
import { useDraft, type OpenDraft } from './use-draft';
import { useSubmission, type Submission } from './use-submission';
import './draft.css';

interface DraftPageProps {
  workId: string;
  title: string;
  /** Where the way back leads when the page was opened directly; the form itself, for its parts. */
  back?: Backstop;
  /** Where to go once the work is handed in. */
  frozenPage?: PagePath;
  /** Between the save line and the body, over the full width. */
  top?: (draft: OpenDraft) => ReactNode;
  bar?: (draft: OpenDraft, submission: Submission) => ReactNode;
  children: (draft: OpenDraft, submission: Submission) => ReactNode;
}

/** Frame of every page on which a creator works: save line, troubles, conflicts, the deadline. */
export function DraftPage(props: DraftPageProps) {
  return (
    <Gate role="creator" title={props.title}>
      {() => <Loaded {...props} />}
    </Gate>
  );
}

function Loaded({ workId, title, top, bar, children, frozenPage = 'pages/creator/status/index', back = () => replaceWith('pages/creator/form/index', { work: workId }) }: DraftPageProps) {
  const { draft, failure, staleAt } = useDraft(workId);
  if (!draft) {
    return (
      <Page title={title} back={back}>
        {failure === null ? <Skeleton /> : <Failure of={failure} />}
      </Page>
    );
  }
  return <Open draft={draft} title={title} back={back} frozenPage={frozenPage} staleAt={staleAt} top={top} bar={bar}>{children}</Open>;
}

interface OpenProps extends Omit<DraftPageProps, 'workId'> {
  draft: OpenDraft;
  frozenPage: PagePath;
  staleAt: number | null;
}

function Open({ draft, title, back, frozenPage, staleAt, top, bar, children }: OpenProps) {
  const submission = useSubmission(draft);
  useInspection(draft.work);
  useComputers(draft.work.id);
  useArrivedProofs(draft);
  const { work, state, sync } = draft;
  const isVisible = usePageVisible();
  const isFrozen = !isEditable(work.status);
  useEffect(() => {
    // Handed in meanwhile, perhaps on another device: from here on there is progress to see, nothing to edit.
    if (isFrozen && isVisible) replaceWith(frozenPage, { work: work.id });
  }, [isFrozen, isVisible, frozenPage, work.id]);
  const [conflict] = state.conflicts;
  return (
    <Page
      title={title}
      back={back}
      foot={bar ? 'bar' : 'none'}
      top={
        <>
          {staleAt !== null && <OfflineStrip at={staleAt} />}
          <SaveStatus state={state} status={work.status} />
          {top?.(draft)}
        </>
      }
      fixed={
        <>
          {bar?.(draft, submission)}
          {conflict && <ConflictSheet key={conflict.field} conflict={conflict} sync={sync} />}
          <DeadlineSheet draft={draft} reasons={submission.reasons} />
        </>
      }
    >
      <SaveTrouble state={state} sync={sync} />
      {children(draft, submission)}
    </Page>
  );
}
