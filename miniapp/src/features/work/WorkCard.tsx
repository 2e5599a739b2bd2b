import type { WorkListItem } from '@kepu/shared/contracts/work';
import { isSentBack, isWithCreator } from '@kepu/shared/domain/work-status';
import { sayDeadline, sayLength, sayMoment } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { Button } from '../../ui/Button';
import { FilmTile } from './FilmTile';
import { StatusTag } from './StatusTag';

interface WorkCardProps {
  work: WorkListItem;
  unitName: string | null;
}

/** One of the creator's works: where it stands, and the one next step. */
export function WorkCard({ work, unitName }: WorkCardProps) {
  const { line, step, kind, page } = stepOf(work, unitName);
  const facts = [work.firstAuthor && `第一作者 ${work.firstAuthor}`, work.receipt && `回执 ${work.receipt}`, !work.receipt && work.durationMs !== null && `成片 ${sayLength(work.durationMs)}`];
  return (
    <Box className="k-card">
      <Box className="k-row k-row--top">
        <FilmTile className="wk-thumb" poster={work.poster} />
        <Box className="k-grow">
          <Box className="wk-t k-wrap">{work.title || '还没有名称的作品'}</Box>
          <Box className="k-row k-mt-1"><StatusTag work={work} /></Box>
        </Box>
      </Box>
      <Box className="wk-f k-stack">
        <Box className="k-grow">
          <Box className="k-sub k-num">{line}</Box>
          <Box className="k-cap k-num">{facts.filter(Boolean).join(' · ')}</Box>
        </Box>
        <Button kind={kind} isSmall label={`${step}：${work.title || '还没有名称的作品'}`} onTap={() => goTo(page, { work: work.id })}>{step}</Button>
      </Box>
    </Box>
  );
}

interface NextStep {
  line: string;
  step: string;
  kind: 'main' | 'line' | 'text';
  page: 'pages/creator/form/index' | 'pages/creator/status/index';
}

function stepOf(work: WorkListItem, unitName: string | null): NextStep {
  if (isSentBack(work.status)) {
    return { line: `${work.toMend} 处要改，${work.resubmitBy === null ? '' : `${sayDeadline(work.resubmitBy)} 前`}重新提交`, step: '去修改', kind: 'main', page: 'pages/creator/status/index' };
  }
  if (isWithCreator(work.status)) return { line: `已保存 ${sayMoment(work.updatedAt)}，还没有提交`, step: '接着填', kind: 'line', page: 'pages/creator/form/index' };
  return { line: `${work.submittedAt === null ? '' : `${sayMoment(work.submittedAt)} `}提交给${unitName ?? '推荐单位'}`, step: '看进度', kind: 'text', page: 'pages/creator/status/index' };
}
