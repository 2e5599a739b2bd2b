import { useMemo, useState } from 'react';
import type { FilmPictureLinks, WorkView } from '@kepu/shared/contracts/work';
import type { Finding } from '@kepu/shared/inspection/finding';
import { mayOverride, overrideWithdrawalReasons } from '@kepu/shared/rules/override';
import { Box } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { traits } from '../../platform/traits';
import { Button } from '../../ui/Button';
import { createFilmControl, type FilmControl } from '../../ui/film-control';
import { OfflineStrip } from '../../ui/OfflineStrip';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Tabs, type TabItem } from '../../ui/Tabs';
import { FilmPlayer } from '../film/FilmPlayer';
import { useFilmLink } from '../film/use-film-link';
import { Findings } from '../inspection/Findings';
import { groupFindings } from '../inspection/group-findings';
import { InspectionState } from '../inspection/InspectionState';
import { useInspection } from '../inspection/use-inspection';
import { Failure } from '../session/Failure';
import { ChangesTab } from './ChangesTab';
import { Duties } from './Duties';
import { FormTab } from './FormTab';
import { OverrideSheet } from './OverrideSheet';
import type { Review } from './review';
import { ReviewBar } from './ReviewBar';
import { UnitGate } from './UnitGate';
import { useReview } from './use-review';
import './review.css';

/** 审核作品: film, findings, form and changes on one screen; the four duties always in the bar. */
export function ReviewScreen({ workId }: { workId: string }) {
  return <UnitGate workId={workId} title="审核作品" back="pages/inbox/index">{(unitId) => <Loaded workId={workId} unitId={unitId} />}</UnitGate>;
}

function Loaded({ workId, unitId }: { workId: string; unitId: string }) {
  const { review, failure, at } = useReview(workId, unitId);
  if (!review) return <Page title="审核作品" back="pages/inbox/index">{failure === null ? <Skeleton /> : <Failure of={failure} />}</Page>;
  return <Reviewing review={review} staleAt={failure === null ? null : at} />;
}

type TabId = 'findings' | 'form' | 'changes';

function Reviewing({ review, staleAt }: { review: Review; staleAt: number | null }) {
  const { work, campaign } = review;
  useInspection(work);
  const [tab, setTab] = useState<TabId>('findings');
  const duration = work.film?.durationMs ?? null;
  const link = useFilmLink(work.film?.fileId ?? null);
  const control = useMemo(() => createFilmControl(duration), [duration]);
  const { failing, looking } = groupFindings(work.film?.inspection.findings ?? [], campaign.config);
  const tabs: TabItem<TabId>[] = [{ id: 'findings', label: '检测结论', count: failing.length + looking.length }, { id: 'form', label: '推荐表' }, { id: 'changes', label: '改动' }];
  return (
    <Page
      title="审核作品"
      back="pages/inbox/index"
      isBare
      fixed={<ReviewBar review={review} control={control} />}
      top={
        <>
          {staleAt !== null && <OfflineStrip at={staleAt} />}
          <Box className={`rv-top ${traits.hasNavigationBar ? 'rv-top--native' : ''}`}>
            {work.film && <FilmPlayer link={link} title={work.form.title} control={control} pins={[...failing, ...looking].flatMap(({ atMs }) => atMs)} />}
            <ReviewHead work={work} />
            <Tabs tabs={tabs} value={tab} onChange={setTab} />
          </Box>
        </>
      }
    >
      <Box className="rv-b" role="tabpanel">
        {tab === 'findings' && <FindingsTab review={review} control={control} pictures={link.pictures} />}
        {tab === 'form' && <FormTab work={work} config={campaign.config} unit={review.unit} control={control} />}
        {tab === 'changes' && <ChangesTab work={work} campaign={campaign} />}
      </Box>
    </Page>
  );
}

function ReviewHead({ work: { form, version } }: { work: WorkView }) {
  const [author] = form.creators;
  return (
    <Box className="rv-h">
      <Box className="k-strong k-clamp">{form.title}</Box>
      <Box className="k-cap k-num">{[author?.name, author?.organisation, version && `版本 ${version.number}`].filter(Boolean).join(' · ')}</Box>
    </Box>
  );
}

function FindingsTab({ review, control, pictures }: { review: Review; control: FilmControl; pictures: FilmPictureLinks | null }) {
  const { work, campaign } = review;
  const [check, setCheck] = useState<string | null>(null);
  const findings = work.film?.inspection.findings ?? [];
  const reviewed = findings.find((finding) => finding.check === check);
  const offerOf = (finding: Finding) => {
    if (finding.setAside) return overrideWithdrawalReasons({ side: 'recommender', status: work.status, by: finding.setAside.side }).length === 0 ? 'take-back' : null;
    return mayOverride('recommender', work.status, finding, campaign.config) ? 'set-aside' : null;
  };
  return (
    <>
      {work.film && <InspectionState work={work} inspection={work.film.inspection} />}
      {work.film ? <Findings findings={findings} config={campaign.config} pictures={pictures} onJump={control.seekTo} passingShown={0} review={{ offerOf, onReview: (finding) => setCheck(finding.check) }} onCompare={(likeness) => goTo('pages/unit/compare/index', { work: work.id, likeness })} /> : null}
      <Box className="k-mt-3"><Button kind="line" icon="film" onTap={() => goTo('pages/films/index', { work: work.id })}>看成片的各个版本</Button></Box>
      <Duties review={review} />
      {reviewed && <OverrideSheet review={review} finding={reviewed} onClose={() => setCheck(null)} />}
    </>
  );
}
