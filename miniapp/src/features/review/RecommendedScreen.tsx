import { useState } from 'react';
import type { WorkView } from '@kepu/shared/contracts/work';
import { scanBy } from '@kepu/shared/rules/windows';
import { sayDeadline, sayMoment } from '@kepu/shared/time';
import { openDocument } from '../../platform/document';
import { Box, Txt } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Group } from '../../ui/Group';
import { Note } from '../../ui/Note';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { SlotMeter } from '../../ui/SlotMeter';
import { Steps } from '../../ui/Steps';
import { StickyBar } from '../../ui/StickyBar';
import { Mark } from '../../ui/Verdict';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { OpinionText } from './OpinionText';
import type { Review } from './review';
import { ScanCard } from './ScanCard';
import { slotBoxes } from './unit';
import { useReview } from './use-review';
import { UnitGate } from './UnitGate';
import { WithdrawSheet } from './WithdrawSheet';
import './review.css';

/** 推荐: the slot is taken; what still makes it valid, step by step. */
export function RecommendedScreen({ workId }: { workId: string }) {
  return <UnitGate workId={workId} title="推荐" back="pages/slots/index">{(unitId) => <Loaded workId={workId} unitId={unitId} />}</UnitGate>;
}

function Loaded({ workId, unitId }: { workId: string; unitId: string }) {
  const { review, failure } = useReview(workId, unitId);
  if (!review) return <Page title="推荐" back="pages/slots/index">{failure === null ? <Skeleton /> : <Failure of={failure} />}</Page>;
  return <Recommended review={review} />;
}

function Recommended({ review }: { review: Review }) {
  const { work, quota, campaign: { config }, unit } = review;
  const deadline = sayDeadline(scanBy(config, unit));
  return (
    <Page title="推荐" back="pages/slots/index" foot="bar" fixed={<RecommendedBar review={review} />}>
      <Box className="k-card">
        <Box className="k-row"><Mark kind={work.scan ? 'pass' : 'look'} /><Box className="k-title k-grow">{work.slotNumber === null ? '没有占用名额' : `已占用 ${work.slotNumber} 号名额`}</Box></Box>
        <Box className="k-sub k-mt-1 k-mb-3">《{work.form.title}》{signers(work)}</Box>
        <SlotMeter slots={slotBoxes(quota.slots, work.id)} />
        <Box className="k-mt-3">
          {work.scan
            ? <Note tone="pass"><Txt className="k-strong">推荐已生效。</Txt>扫描件 {sayMoment(work.scan.uploadedAt)} 传上。</Note>
            : <Note tone="look" icon="stamp"><Txt className="k-strong">还差盖章扫描件，推荐才生效。</Txt>{deadline} 前传上，逾期名额放回。</Note>}
        </Box>
      </Box>
      <ScanCard review={review} />
      {!work.scan && (
        <>
          <Group title="接下来四步" aside="可以隔天再办" />
          <Box className="k-card"><FourSteps sealsUnit={work.form.madeByUnit} /></Box>
        </>
      )}
      <Group title="推荐意见" aside="推荐表原文，已填好作者和作品" />
      <Box className="k-card"><OpinionText wording={config.wording} author={work.form.creators[0]?.name ?? ''} title={work.form.title} /></Box>
    </Page>
  );
}

const signers = (work: WorkView) => (work.signOffs.length === 0 ? '' : `审核人 ${[...new Set(work.signOffs.map(({ byName }) => byName))].join('、')}`);

function FourSteps({ sealsUnit }: { sealsUnit: boolean }) {
  const steps = [
    { title: '打印推荐表', text: '每页有版本码。可转发到电脑打印。' },
    { title: '作者手写签名', text: sealsUnit ? '本作品由单位组织创作，加盖制作单位公章。' : '用笔签在“作者承诺及授权”一栏。' },
    { title: '推荐单位盖章', text: '盖在“部门/地方推荐意见”一栏。' },
    { title: '拍照扫描上传', text: 'PDF 或照片，整页拍全、文字看得清。' },
  ];
  return <Steps steps={steps.map(({ title, text }, index) => ({ key: title, title, text, mark: index + 1, state: index === 0 ? 'now' as const : 'next' as const }))} />;
}

function RecommendedBar({ review }: { review: Review }) {
  const [asks, setAsks] = useState(false);
  const task = useTask();
  const { work } = review;
  const print = () => openDocument(async () => (await api.call('POST /api/works/:workId/form-link', { params: { workId: work.id } })).url, 'pdf');
  return (
    <>
      <StickyBar tip={task.failure === null ? undefined : <Failure of={task.failure} />}>
        <Button kind="warn" onTap={() => setAsks(true)}>撤回推荐</Button>
        <Button isWide icon="printer" isBusy={task.isBusy} onTap={() => void task.run(print)}>打印推荐表</Button>
      </StickyBar>
      {asks && <WithdrawSheet review={review} onClose={() => setAsks(false)} />}
    </>
  );
}
