import { useEffect, useRef } from 'react';
import { sectionById, SECTIONS, type SectionId } from '@kepu/shared/forms/work-form';
import { goBack, replaceWith } from '../../platform/navigation';
import { reveal } from '../../platform/reveal';
import { Button } from '../../ui/Button';
import { domId } from '../../ui/dom-id';
import { StickyBar } from '../../ui/StickyBar';
import { ReturnedNotes } from '../work/ReturnedNotes';
import { AboutSection } from './AboutSection';
import { BroadcastSection } from './BroadcastSection';
import { DraftPage } from './DraftPage';
import { problemsOf } from './form-problems';
import { MaterialsSection } from './MaterialsSection';
import { PeopleSection } from './PeopleSection';
import { openInstead, sectionPlace } from './places';
import { nextSection, previousSection } from './progress';
import { TextsSection } from './TextsSection';
import type { OpenDraft } from './use-draft';
import type { Submission } from './use-submission';

interface SectionScreenProps {
  workId: string;
  id: SectionId;
  /** Path of the field the person was sent to. */
  at: string | undefined;
}

export const isSectionId = (text: string | undefined): text is SectionId => SECTIONS.some(({ id }) => id === text);

/** One section of the form, with the ways to the one before and the next. */
export function SectionScreen({ workId, id, at }: SectionScreenProps) {
  return (
    <DraftPage workId={workId} title={sectionById(id).label} bar={() => <SectionBar workId={workId} id={id} />}>
      {(draft, submission) => (
        <>
          <ReturnedNotes returned={draft.work.returned} section={id} />
          <SectionBody draft={draft} submission={submission} id={id} at={at} />
        </>
      )}
    </DraftPage>
  );
}

const REVEAL_AFTER_MS = 250;

function SectionBody({ draft, submission, id, at }: { draft: OpenDraft; submission: Submission; id: SectionId; at: string | undefined }) {
  const problems = problemsOf(submission.reasons, at !== undefined);
  const isRevealed = useRef(false);
  useEffect(() => {
    if (at === undefined || isRevealed.current) return undefined;
    isRevealed.current = true;
    // After the page has taken its place: the field is not on the screen before.
    const timer = setTimeout(() => reveal(`field-${domId(at)}`), REVEAL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [at]);
  switch (id) {
    case 'about':
      return <AboutSection draft={draft} problems={problems} />;
    case 'creators':
      return <PeopleSection draft={draft} problems={problems} at={at} />;
    case 'broadcasts':
      return <BroadcastSection draft={draft} problems={problems} at={at} />;
    case 'texts':
      return <TextsSection draft={draft} problems={problems} />;
    case 'materials':
      return <MaterialsSection draft={draft} problems={problems} at={at} durationMs={submission.durationMs} />;
    case 'film':
    case 'commitment':
      return null; // these two have pages of their own
  }
}

function SectionBar({ workId, id }: { workId: string; id: SectionId }) {
  const before = previousSection(id);
  const after = nextSection(id);
  return (
    <StickyBar tip="写到哪里存到哪里，可以随时离开">
      {before ? <Button kind="line" icon="left" onTap={() => openInstead(sectionPlace(workId, before.id))}>上一部分</Button> : <Button kind="line" icon="left" onTap={() => goBack(() => replaceWith('pages/creator/form/index', { work: workId }))}>推荐表</Button>}
      {after && <Button isWide onTap={() => openInstead(sectionPlace(workId, after.id))}>{`下一部分：${after.label}`}</Button>}
    </StickyBar>
  );
}
