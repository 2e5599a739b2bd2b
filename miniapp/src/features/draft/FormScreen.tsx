import { useEffect } from 'react';
import { isEditable } from '@kepu/shared/domain/work-status';
import { sayBytes, sayPercent } from '@kepu/shared/errors';
import { SECTIONS } from '@kepu/shared/forms/work-form';
import { nonOriginal } from '@kepu/shared/rules/materials';
import { submitBy } from '@kepu/shared/rules/windows';
import { sayDeadline, sayLength } from '@kepu/shared/time';
import { Box, Tap, Txt } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { Icon } from '../../ui/Icon';
import { Item } from '../../ui/Item';
import { StickyBar } from '../../ui/StickyBar';
import { Button } from '../../ui/Button';
import { toast } from '../../ui/toast';
import { filmKey, percentOf } from '../upload/film-upload';
import { useUpload } from '../upload/uploads';
import { workResource } from '../work/works';
import { DraftPage } from './DraftPage';
import { formReasonsOf, sectionProgress, type SectionProgress } from './progress';
import { open, reasonPlace, sectionPlace } from './places';
import { PreviewLink } from './PreviewLink';
import type { OpenDraft } from './use-draft';
import type { Submission } from './use-submission';

/** 推荐表: seven short sections, each of which says what it lacks in words. */
export function FormScreen({ workId }: { workId: string }) {
  useEffect(
    () => () => {
      const work = workResource(workId).get().value;
      if (work && isEditable(work.status)) toast('已保存，还没有提交', { icon: 'info' });
    },
    [workId],
  );
  return (
    <DraftPage workId={workId} title="推荐表" back="pages/works/index" bar={(draft, submission) => <FormBar draft={draft} submission={submission} />}>
      {(draft, submission) => <FormOverview draft={draft} submission={submission} />}
    </DraftPage>
  );
}

function FormOverview({ draft, submission }: { draft: OpenDraft; submission: Submission }) {
  const { work, campaign: { config }, unit, state: { form } } = draft;
  const progress = sectionProgress(submission.reasons);
  const done = progress.filter(({ isDone }) => isDone).length;
  const upload = useUpload(filmKey(work.id));
  const percent = upload && upload.phase.kind !== 'done' ? percentOf(upload.sent, upload.bytes) : null;
  return (
    <>
      <Box className="k-title k-wrap">{form.title || '还没有名称的作品'}</Box>
      <Box className="k-row k-stack k-mt-2 k-mb-3 k-sub k-num">
        <Txt>{unit ? `交给 ${unit.name}` : '还没选推荐单位'}</Txt>
        {unit && <Txt className="k-ml-2">{sayDeadline(submitBy(config, unit))} 截止收件</Txt>}
      </Box>
      <Box className="fo-prog" isOrnament>
        {progress.map(({ section, isDone }) => <Box key={section.id} className={`fo-prog__one ${isDone ? 'fo-prog__one--done' : ''}`} />)}
      </Box>
      <Box className="k-row k-row--between k-mt-1 k-mb-4">
        <Txt className="k-sub">{SECTIONS.length} 个部分，完成 {done} 个</Txt>
        {percent !== null && <Txt className="k-cap k-num">1 个上传中</Txt>}
      </Box>
      <Box className="k-card k-card--flush fo-list">
        {progress.map((entry, index) => (
          <Item
            key={entry.section.id}
            number={index + 1}
            title={entry.section.label}
            caption={captionOf(entry, draft, submission)}
            side={entry.section.id === 'film' && percent !== null ? <Txt className="fo-up k-num">{percent}</Txt> : <Badge entry={entry} />}
            onTap={() => open(sectionPlace(work.id, entry.section.id))}
          />
        ))}
      </Box>
      <Box className="fo-links"><PreviewLink workId={work.id} /></Box>
    </>
  );
}

function Badge({ entry: { isDone, word } }: { entry: SectionProgress }) {
  return isDone ? <Box className="fo-ok"><Icon name="check" isSmall />完成</Box> : <Txt className="fo-miss">{word}</Txt>;
}

/** What is in a section, in a few words; its usual contents while there is nothing. */
function captionOf({ section }: SectionProgress, { work, campaign: { config }, state: { form } }: OpenDraft, { durationMs }: Submission): string {
  switch (section.id) {
    case 'creators':
      return form.creators[0] ? `${form.creators.length} 人 · 第一作者 ${form.creators[0].name}` : section.contents;
    case 'broadcasts':
      return form.broadcasts[0] ? `${form.broadcasts.length} 条 · ${form.broadcasts[0].platform}` : section.contents;
    case 'materials': {
      const { share, limit } = nonOriginal(form.materials, durationMs, config);
      if (form.materials.length === 0) return form.allOriginal ? '全片原创' : section.contents;
      return share === null ? `${form.materials.length} 条` : `${form.materials.length} 条 · 占全片 ${sayPercent(share)}${limit === null ? '' : `（上限 ${sayPercent(limit)}）`}`;
    }
    case 'film':
      if (!work.film) return work.upload ? `已传 ${sayBytes(work.upload.offset)} / ${sayBytes(work.upload.bytes)}` : section.contents;
      return [work.film.durationMs === null ? '' : sayLength(work.film.durationMs), sayBytes(work.film.bytes)].filter(Boolean).join(' · ');
    case 'about':
    case 'texts':
    case 'commitment':
      return section.contents;
  }
}

/** Never dead: with something missing it says how much and leads to the first of it. */
function FormBar({ draft, submission: { reasons } }: { draft: OpenDraft; submission: Submission }) {
  const { work } = draft;
  const missing = formReasonsOf(reasons);
  const [first] = missing;
  const goToFirst = () => {
    if (first) open(reasonPlace(work.id, first));
  };
  const check = () => {
    if (first) {
      toast(`还差 ${missing.length} 项，先补第一项`, { icon: 'info' });
      goToFirst();
    } else goTo('pages/creator/submit/index', { work: work.id });
  };
  const waitsForFilm = reasons.some(({ code }) => code === 'FILM_UPLOADING' || code === 'INSPECTION_RUNNING');
  return (
    <StickyBar
      tip={
        first ? (
          <>
            <Txt>还差 {missing.length} 项{waitsForFilm ? '，成片传完、测完才能提交' : ''}</Txt>
            <Tap className="k-link k-link--tight" onTap={goToFirst}>逐项补齐</Tap>
          </>
        ) : (
          <Txt>{SECTIONS.length} 个部分都完成了</Txt>
        )
      }
    >
      <Button onTap={check}>检查并提交</Button>
    </StickyBar>
  );
}
