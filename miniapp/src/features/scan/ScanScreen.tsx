import { useState } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { ScanDeskReply } from '@kepu/shared/contracts/scan';
import { sentenceOf, type Reason } from '@kepu/shared/errors';
import { bundleReasons, scanReasons } from '@kepu/shared/rules/scan';
import { Box, Txt } from '../../platform/elements';
import { goBack, replaceWith } from '../../platform/navigation';
import type { PickSource } from '../../platform/picked-file';
import { traits } from '../../platform/traits';
import { useResource } from '../../state/use-resource';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Group } from '../../ui/Group';
import { Note } from '../../ui/Note';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { StickyBar } from '../../ui/StickyBar';
import { toast } from '../../ui/toast';
import { useCampaign } from '../campaign/campaign';
import { afterDecision } from '../review/after-decision';
import { UnitGate } from '../review/UnitGate';
import { Failure } from '../session/Failure';
import { OnItsWay } from '../upload/OnItsWay';
import { addPaper, paperKey, type PaperPlace } from '../upload/proofs';
import { useUploadKeys } from '../upload/uploads';
import { workResource } from '../work/works';
import { BundleCard } from './BundleCard';
import { CornersScreen } from './CornersScreen';
import { PageCard } from './PageCard';
import { moved } from './paper-words';
import { addPhotos, factsOf, handInBundle, makeBundle, orderPages, photosKey, scanResource } from './scans';
import { useScan } from './use-scan';
import './scan.css';

/** 盖章扫描件: sheets photographed, read and put together to the PDF that makes the recommendation valid. */
export function ScanScreen({ workId }: { workId: string }) {
  return <UnitGate workId={workId} title="盖章扫描件" back="pages/slots/index">{(unitId) => <Loaded workId={workId} unitId={unitId} />}</UnitGate>;
}

function Loaded({ workId, unitId }: { workId: string; unitId: string }) {
  const desk = useScan(workId);
  const { value: work } = useResource(workResource(workId));
  const { value: campaign } = useCampaign(work?.campaignId);
  if (!desk.value || !campaign) return <Page title="盖章扫描件" back="pages/slots/index">{desk.failure === null ? <Skeleton /> : <Failure of={desk.failure} />}</Page>;
  return <Desk workId={workId} unitId={unitId} desk={desk.value} config={campaign.config} isReplacing={Boolean(work?.scan)} />;
}

interface DeskProps {
  workId: string;
  unitId: string;
  desk: ScanDeskReply;
  config: CampaignConfig;
  /** A scan is in effect already. */
  isReplacing: boolean;
}

function Desk({ workId, unitId, desk, config, isReplacing }: DeskProps) {
  const { pages, bundle, versionNumber, versionCode } = desk;
  const [edited, setEdited] = useState<string | null>(null);
  const [isTold, setTold] = useState(false);
  const task = useTask();
  const pdf: PaperPlace = { workId, purpose: 'scan', place: '' };
  const onWay = [...useUploadKeys(photosKey(workId)), ...useUploadKeys(paperKey(pdf))];
  const shoot = () => void task.run(() => addPhotos(workId, config, pages.length));
  const addPdf = (source: PickSource) => void task.run(() => addPaper(pdf, source, config, () => void scanResource(workId).load().catch(() => undefined)));
  const ids = pages.map(({ id }) => id);
  const editedPage = pages.find(({ id }) => id === edited);
  const reasons = scanReasons(pages.map(factsOf), versionNumber);
  const isReady = bundle?.state === 'done' && bundleReasons({ ...bundle, isConfirmed: bundle.confirmed !== null }, versionNumber).length === 0;
  const make = () => {
    setTold(reasons.length > 0);
    if (reasons.length === 0) void task.run(() => makeBundle(workId));
  };
  const handIn = () => void task.run(async () => {
    await handInBundle(workId);
    await Promise.allSettled([workResource(workId).load(), afterDecision(unitId)]);
    toast(isReplacing ? '扫描件已替换' : '扫描件已提交，推荐生效');
    goBack(() => replaceWith('pages/unit/recommended/index', { work: workId }));
  });
  const bar = isReady
    ? <><Button kind="line" icon="photo" isBusy={task.isBusy} onTap={shoot}>再拍</Button><Button isWide isBusy={task.isBusy} onTap={handIn}>提交盖章件</Button></>
    : <><Button kind={pages.length === 0 ? 'main' : 'line'} isWide={pages.length === 0} icon="photo" isBusy={task.isBusy} onTap={shoot}>{pages.length === 0 ? '拍摄盖章页' : '继续拍'}</Button>{pages.length > 0 && <Button isWide isBusy={task.isBusy} onTap={make}>生成扫描件</Button>}</>;
  return (
    <Page title="盖章扫描件" back="pages/slots/index" foot="bar" fixed={editedPage ? <CornersScreen workId={workId} page={editedPage} onClose={() => setEdited(null)} /> : <StickyBar tip={isReady ? (isReplacing ? '提交后替换现在的扫描件' : '提交后推荐生效') : undefined}>{bar}</StickyBar>}>
      {isReplacing && <Box className="k-mb-3"><Note tone="pass">已有扫描件，推荐已生效。提交新的才替换它。</Note></Box>}
      {pages.length === 0 && !bundle && onWay.length === 0 && (
        <Empty title="拍下签字盖章的推荐表" text={'每页拍一张，先后都行。\n放平、拍全四个角，光线要匀。'}>
          <Box className="k-sub">当前第 {versionNumber} 版，版本码 <Txt className="k-num">{versionCode}</Txt></Box>
        </Empty>
      )}
      <Failure of={task.failure} />
      {onWay.length > 0 && <Box className="k-card k-mb-3">{onWay.map((key) => <OnItsWay key={key} uploadKey={key} />)}</Box>}
      {bundle && <><Group title="扫描件" isFirst /><BundleCard workId={workId} bundle={bundle} version={versionNumber} versionCode={versionCode} /></>}
      {isTold && <Reasons reasons={reasons} />}
      {pages.length > 0 && <Group title={`盖章页 ${pages.length} 张`} aside={`第 ${versionNumber} 版 · ${versionCode}`} />}
      {pages.map((page, index) => (
        <PageCard
          key={page.id} workId={workId} page={page} place={index + 1} version={versionNumber} versionCode={versionCode} onCorners={() => setEdited(page.id)} onRetake={shoot}
          onUp={index === 0 ? null : () => void task.run(() => orderPages(workId, moved(ids, index, -1)))}
          onDown={index === pages.length - 1 ? null : () => void task.run(() => orderPages(workId, moved(ids, index, 1)))}
        />
      ))}
      <Group title="已经扫描成 PDF" aside="也可以直接传" />
      <Box className="k-card">
        <Button kind="line" icon="folder" isBusy={task.isBusy} onTap={() => addPdf(traits.picksFromChat ? 'chat' : 'system')}>{traits.picksFromChat ? '选聊天里的 PDF' : '上传 PDF'}</Button>
        <Box className="k-field__msg">最多 20 页，不加密</Box>
      </Box>
      <Box className="k-mt-3"><Note tone="plain" icon="stamp">手写签字、盖章的纸质件为准，扫描件要和它一致。</Note></Box>
    </Page>
  );
}

/** What still speaks against making the PDF; goes as it is mended. */
function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <Box className="k-mt-3">
      <Note tone="fail" isAlert>{reasons.map((reason) => <Box key={sentenceOf(reason)}>{sentenceOf(reason)}</Box>)}</Note>
    </Box>
  );
}
