import { useState } from 'react';
import type { WorkView } from '@kepu/shared/contracts/work';
import { holdsSlot, isEditable, isWithUnit } from '@kepu/shared/domain/work-status';
import { Box } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { useResource } from '../../state/use-resource';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Group } from '../../ui/Group';
import { Note } from '../../ui/Note';
import { OfflineStrip } from '../../ui/OfflineStrip';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { Skeleton } from '../../ui/Skeleton';
import { Steps } from '../../ui/Steps';
import { StickyBar } from '../../ui/StickyBar';
import { toast } from '../../ui/toast';
import { PreviewLink } from '../draft/PreviewLink';
import { open } from '../draft/places';
import { Failure } from '../session/Failure';
import { Gate } from '../login/Gate';
import { historySteps } from '../work/history-words';
import { StatusTag } from '../work/StatusTag';
import { historyResource } from '../work/versions';
import { workResource } from '../work/works';
import { reasonTarget } from './reason-target';
import { ReturnedCard } from './ReturnedCard';
import { withdraw } from './submit';
import { useUntouched } from './use-untouched';

/** 作品进度: what was done with a work, what is asked for now, and the way there. */
export function StatusScreen({ workId }: { workId: string }) {
  return <Gate role="creator" title="作品进度">{() => <Loaded workId={workId} />}</Gate>;
}

function Loaded({ workId }: { workId: string }) {
  const { value: work, failure, at, reload } = useResource(workResource(workId));
  if (!work) return <Page title="作品进度" back="pages/works/index">{failure === null ? <Skeleton /> : <Failure of={failure} />}</Page>;
  return <Status work={work} staleAt={failure === null ? null : at} onChanged={reload} />;
}

function Status({ work, staleAt, onChanged }: { work: WorkView; staleAt: number | null; onChanged: () => void }) {
  const untouched = useUntouched(work);
  const history = useResource(historyResource(work.id));
  const steps = historySteps(history.value ?? []);
  return (
    <Page
      title="作品进度"
      back="pages/works/index"
      foot="bar"
      top={staleAt !== null && <OfflineStrip at={staleAt} />}
      fixed={<StatusBar work={work} untouched={untouched} onChanged={onChanged} />}
    >
      <Box className="k-row k-row--between k-row--top">
        <Box className="k-title k-grow k-wrap">{work.form.title || '还没有名称的作品'}</Box>
        <Box className="k-ml-2"><StatusTag work={{ ...work, inEffect: work.scan !== null }} /></Box>
      </Box>
      <Box className="k-sub k-num k-mt-1 k-mb-4">{[work.receipt && `回执 ${work.receipt}`, work.version && `版本 ${work.version.number}`].filter(Boolean).join(' · ')}</Box>
      {work.returned && <ReturnedCard workId={work.id} returned={work.returned} untouched={untouched} />}
      {holdsSlot(work.status) && <Note tone={work.scan ? 'pass' : 'look'} icon={work.scan ? 'check' : 'stamp'}>{work.scan ? '盖章扫描件已上传，推荐生效。' : '已占用名额；推荐单位上传盖章扫描件后，推荐才生效。'}</Note>}
      <Group title="经过" />
      {steps.length > 0 ? <Box className="k-card"><Steps steps={steps} /></Box> : history.isLoading ? <Skeleton /> : <Empty title={isWithUnit(work.status) ? '等待推荐单位审核' : '还没有记录'} />}
      <Failure of={history.failure} />
      <Box className="k-row k-mt-3"><PreviewLink workId={work.id}>{work.version ? `看版本 ${work.version.number} 的推荐表` : '预览推荐表'}</PreviewLink></Box>
      {work.film && <Box className="k-mt-3"><Button kind="line" icon="film" onTap={() => goTo('pages/films/index', { work: work.id })}>看成片的各个版本</Button></Box>}
    </Page>
  );
}

interface StatusBarProps {
  work: WorkView;
  untouched: ReturnType<typeof useUntouched>;
  onChanged: () => void;
}

function StatusBar({ work, untouched, onChanged }: StatusBarProps) {
  const [asks, setAsks] = useState(false);
  const total = work.returned?.reasons.length ?? 0;
  if (work.returned) {
    const mend = () => {
      const [next] = untouched;
      if (next) open(reasonTarget(work.id, next));
      else goTo('pages/creator/form/index', { work: work.id });
    };
    return (
      <StickyBar tip={untouched.length === 0 ? '每一处都改过了，检查后重新提交' : undefined}>
        <Button kind="line" onTap={() => goTo('pages/creator/form/index', { work: work.id })}>看推荐表</Button>
        <Button isWide onTap={mend}>{untouched.length === 0 ? '检查并重新提交' : `逐条修改（${total - untouched.length}/${total}）`}</Button>
      </StickyBar>
    );
  }
  if (isEditable(work.status)) return <StickyBar><Button onTap={() => goTo('pages/creator/form/index', { work: work.id })}>接着填推荐表</Button></StickyBar>;
  return (
    <>
      <StickyBar tip={isWithUnit(work.status) ? '等待推荐单位审核' : undefined}>
        {isWithUnit(work.status) && <Button kind="warn" icon="undo" onTap={() => setAsks(true)}>撤回提交</Button>}
        <Button isWide onTap={() => goTo('pages/creator/receipt/index', { work: work.id })}>看回执</Button>
      </StickyBar>
      {asks && <WithdrawSheet workId={work.id} onClose={() => setAsks(false)} onDone={onChanged} />}
    </>
  );
}

function WithdrawSheet({ workId, onClose, onDone }: { workId: string; onClose: () => void; onDone: () => void }) {
  const task = useTask();
  const run = async () => {
    if (!(await task.run(() => withdraw(workId)))) return;
    toast('已撤回，作品回到草稿', { icon: 'undo' });
    onClose();
    onDone();
  };
  return (
    <Sheet
      title="撤回这次提交？"
      icon={{ name: 'undo', tone: 'look' }}
      text="撤回后回到草稿，推荐单位看不到它，需要重新提交。回执号保留。"
      onClose={onClose}
      buttons={
        <>
          <Button kind="warn" isBusy={task.isBusy} onTap={() => void run()}>撤回提交</Button>
          <Button kind="text" onTap={onClose}>不撤回</Button>
        </>
      }
    >
      <Failure of={task.failure} />
    </Sheet>
  );
}
