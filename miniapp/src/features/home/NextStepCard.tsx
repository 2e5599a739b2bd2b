import type { CampaignReply } from '@kepu/shared/contracts/campaign';
import type { WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import { sentenceOf, type Reason } from '@kepu/shared/errors';
import { sectionOf } from '@kepu/shared/forms/work-form';
import { submissionReasons } from '@kepu/shared/rules/submission';
import { sayDeadline, type Instant } from '@kepu/shared/time';
import { isSentBack } from '@kepu/shared/domain/work-status';
import { Box, Txt } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { useStore } from '../../state/store';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { unitOf } from '../campaign/campaign';
import { draftOf } from '../draft/drafts';
import { submissionFacts } from '../draft/facts';
import { open, reasonPlace } from '../draft/places';
import { formReasonsOf } from '../draft/progress';
import { StatusTag } from '../work/StatusTag';

interface NextStepCardProps {
  item: WorkListItem;
  work: WorkView | null;
  campaign: CampaignReply;
  now: Instant;
}

/** The work that waits most, what it lacks, and the button that leads to the first of it. */
export function NextStepCard({ item, work, campaign, now }: NextStepCardProps) {
  return (
    <Box className="k-card">
      <Box className="k-row k-row--between k-row--top k-stack">
        <Box className="k-head k-grow k-wrap">{item.title || '还没有名称的作品'}</Box>
        <StatusTag work={item} />
      </Box>
      {isSentBack(item.status) ? <Returned item={item} /> : work ? <Unfinished work={work} campaign={campaign} now={now} /> : <Plain workId={item.id} />}
    </Box>
  );
}

function Returned({ item }: { item: WorkListItem }) {
  return (
    <>
      <Box className="k-sub k-num k-mt-1 k-mb-3">{item.toMend} 处要改，请在 {item.resubmitBy === null ? '截止' : sayDeadline(item.resubmitBy)} 前重新提交。</Box>
      <Button onTap={() => goTo('pages/creator/status/index', { work: item.id })}>去修改</Button>
    </>
  );
}

function Plain({ workId }: { workId: string }) {
  return (
    <>
      <Box className="k-sub k-mt-1 k-mb-3">内容已保存，推荐单位还看不到。</Box>
      <Button onTap={() => goTo('pages/creator/form/index', { work: workId })}>接着填推荐表</Button>
    </>
  );
}

const SHOWN = 4;

function Unfinished({ work, campaign, now }: { work: WorkView; campaign: CampaignReply; now: Instant }) {
  const state = useStore(draftOf(work).store);
  const unit = unitOf(campaign, state.form.unitId);
  const missing = formReasonsOf(submissionReasons(submissionFacts({ work, state, campaign, unit, pickedDurationMs: null, now })));
  const [first] = missing;
  if (!first) {
    return (
      <>
        <Box className="k-sub k-mt-1 k-mb-3">七个部分都完成了，还没有提交，推荐单位还看不到。</Box>
        <Button onTap={() => goTo('pages/creator/submit/index', { work: work.id })}>检查并提交</Button>
      </>
    );
  }
  return (
    <>
      <Box className="k-sub k-mt-1 k-mb-3">内容已保存，推荐单位还看不到。还差：</Box>
      <Box className="hm-miss">
        {missing.slice(0, SHOWN).map((reason, index) => (
          <Box key={index} className="hm-miss__one"><Icon name="minus" isSmall />{nameOf(reason)}</Box>
        ))}
        {missing.length > SHOWN && <Txt className="k-cap">等 {missing.length} 项</Txt>}
      </Box>
      <Button onTap={() => open(reasonPlace(work.id, first))}>{`接着填：${nameOf(first)}`}</Button>
    </>
  );
}

/** What is missing as a thing: `播放证明` rather than `缺播放证明`. */
function nameOf(reason: Reason): string {
  const sentence = sentenceOf(reason);
  if (sentence.startsWith('缺')) return sentence.slice(1);
  if (reason.code === 'NOT_SIGNED' || reason.code === 'COMMITMENT_NOT_ACCEPTED' || reason.code === 'SIGNED_OTHER_TEXT') return '作者签名';
  return sectionOf(reason.path ?? '').label;
}
