import { useEffect } from 'react';
import { sayBytes, sayPercent, sentenceOf } from '@kepu/shared/errors';
import { versionCode } from '@kepu/shared/forms/canonical';
import { nonOriginal } from '@kepu/shared/rules/materials';
import { submitBy } from '@kepu/shared/rules/windows';
import { dayOf, sayDay, sayDeadline, sayLength } from '@kepu/shared/time';
import { Box, Txt } from '../../platform/elements';
import { goBack, replaceWith } from '../../platform/navigation';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Group } from '../../ui/Group';
import { Item } from '../../ui/Item';
import { KeyValues } from '../../ui/KeyValues';
import { Note } from '../../ui/Note';
import { StickyBar } from '../../ui/StickyBar';
import { Steps } from '../../ui/Steps';
import { hideToast } from '../../ui/toast';
import { serverNow } from '../campaign/campaign';
import { sayLeft } from '../campaign/deadline';
import { DraftPage } from '../draft/DraftPage';
import { sayPath } from '../work/field-labels';
import { open, reasonPlace } from '../draft/places';
import { formReasonsOf } from '../draft/progress';
import type { OpenDraft } from '../draft/use-draft';
import type { Submission } from '../draft/use-submission';
import { groupFindings } from '../inspection/group-findings';
import { Failure } from '../session/Failure';
import { Refused } from '../session/refused';
import { submit } from './submit';

/** 提交确认: what is frozen, who gets it, and whether it can be taken back. */
export function SubmitScreen({ workId }: { workId: string }) {
  return (
    <DraftPage workId={workId} title="提交确认" frozenPage="pages/creator/receipt/index">
      {(draft, submission) => <Confirm draft={draft} submission={submission} />}
    </DraftPage>
  );
}

function Confirm({ draft, submission }: { draft: OpenDraft; submission: Submission }) {
  const { work, unit, sync, reload } = draft;
  const task = useTask();
  useEffect(() => {
    // The work as the server has it, the last words included: that is what will be frozen.
    void sync.flush().then(reload);
  }, [sync, reload]);
  const looking = groupFindings(work.film?.inspection.findings ?? [], draft.campaign.config).looking.length;
  const hand = () => {
    // A word such as “还没有提交”, said a moment ago, must not outlive the submission.
    hideToast();
    void task.run(() => submit(sync));
  };
  return (
    <>
      <Box className="k-title">{unit ? `交给${unit.name}审核` : '还没选推荐单位'}</Box>
      <Box className="k-sub k-mt-1 k-mb-4">
        {submission.reasons.length === 0 ? `检查都已通过${looking > 0 ? `，${looking} 项“请看一眼”随作品交给审核人` : ''}。` : '还有下面几项没有完成，写的内容都在。'}
      </Box>
      <Reasons workId={work.id} reasons={[...formReasonsOf(submission.reasons), ...submission.reasons.filter(({ path }) => path === undefined)]} />
      <Refusal workId={work.id} failure={task.failure} />
      <Box className="k-card"><KeyValues rows={summaryRows(draft, submission)} /></Box>
      <Group title="提交以后" />
      <Box className="k-card"><AfterSteps next={(work.version?.number ?? 0) + 1} /></Box>
      <Box className="k-foot-room" />
      <Bar draft={draft} isReady={submission.reasons.length === 0} isBusy={task.isBusy} onSubmit={hand} />
    </>
  );
}

function summaryRows({ work, campaign: { config }, state: { form } }: OpenDraft, { durationMs }: Submission): (readonly [string, string])[] {
  const [author] = form.creators;
  const { share, limit } = nonOriginal(form.materials, durationMs, config);
  const { film, signature } = work;
  return [
    ['作品', form.title],
    ['第一作者', author ? `${author.name} · ${author.organisation}` : '—'],
    ['成片', film ? [film.durationMs === null ? '' : sayLength(film.durationMs), sayBytes(film.bytes)].filter(Boolean).join(' · ') : '—'],
    ['校验码', film ? versionCode(film.sha256) : '—'],
    ['非原创', form.materials.length === 0 ? '全片原创' : share === null ? '—' : `${sayPercent(share)}${limit === null ? '' : `（上限 ${sayPercent(limit)}）`}`],
    ['签名', signature ? `${sayDay(dayOf(signature.signedAt))} 已签` : '—'],
  ];
}

function AfterSteps({ next }: { next: number }) {
  return (
    <Steps
      steps={[
        { key: 'frozen', state: 'now', mark: 'lock', title: '这一版不能再改', text: `推荐表和成片一起封存为“版本 ${next}”。` },
        { key: 'review', state: 'next', mark: 'eye', title: '推荐单位审核', text: '可能退回让你修改，会写明是哪一处。' },
        { key: 'withdraw', state: 'next', mark: 'undo', title: '审核前可以撤回', text: '撤回后回到草稿，需要重新提交。' },
      ]}
    />
  );
}

/** Everything that still speaks against it, each leading to where it is mended. */
function Reasons({ workId, reasons }: { workId: string; reasons: Submission['reasons'] }) {
  if (reasons.length === 0) return null;
  return (
    <Box className="k-card k-card--flush k-mb-3">
      {reasons.map((reason, index) => (
        <Item
          key={index}
          title={sentenceOf(reason)}
          caption={reason.path === undefined ? undefined : sayPath(reason.path)}
          onTap={reason.path === undefined ? undefined : () => open(reasonPlace(workId, reason))}
        />
      ))}
    </Box>
  );
}

/** The server has the last word: its reasons are listed as its own, nothing is lost. */
function Refusal({ workId, failure }: { workId: string; failure: unknown }) {
  if (!(failure instanceof Refused)) return <Failure of={failure} />;
  return (
    <Box className="k-mb-3">
      <Note tone="fail" isAlert>没有提交，内容都保存着。服务器说明：</Note>
      <Box className="k-mt-2"><Reasons workId={workId} reasons={failure.reasons} /></Box>
    </Box>
  );
}

function Bar({ draft, isReady, isBusy, onSubmit }: { draft: OpenDraft; isReady: boolean; isBusy: boolean; onSubmit: () => void }) {
  const { work, unit, campaign: { config } } = draft;
  const toForm = () => goBack(() => replaceWith('pages/creator/form/index', { work: work.id }));
  const closing = unit ? submitBy(config, unit) : config.recommendBy;
  return (
    <StickyBar tip={<Txt className="k-num">收件截止 {sayDeadline(closing)}，{sayLeft(serverNow(), closing)}</Txt>}>
      <Button kind="line" onTap={toForm}>再看看</Button>
      {isReady ? <Button isWide icon="send" isBusy={isBusy} onTap={onSubmit}>提交给推荐单位</Button> : <Button isWide onTap={toForm}>回推荐表补齐</Button>}
    </StickyBar>
  );
}
