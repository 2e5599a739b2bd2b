import type { WorkView } from '@kepu/shared/contracts/work';
import { versionCode } from '@kepu/shared/forms/canonical';
import { sayFullMoment } from '@kepu/shared/time';
import { copyText } from '../../platform/clipboard';
import { Box, Txt } from '../../platform/elements';
import { replaceWith } from '../../platform/navigation';
import { useResource } from '../../state/use-resource';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { KeyValues } from '../../ui/KeyValues';
import { Note } from '../../ui/Note';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { StickyBar } from '../../ui/StickyBar';
import { toast } from '../../ui/toast';
import { unitOf, useCampaign } from '../campaign/campaign';
import { PreviewLink } from '../draft/PreviewLink';
import { Failure } from '../session/Failure';
import { Gate } from '../login/Gate';
import { workResource } from '../work/works';
import './submission.css';

/** 提交回执: the proof that the work was handed in, with its number and hashes. */
export function ReceiptScreen({ workId }: { workId: string }) {
  return <Gate role="creator" title="提交回执">{() => <Receipt workId={workId} />}</Gate>;
}

function Receipt({ workId }: { workId: string }) {
  const { value: work, failure } = useResource(workResource(workId));
  const { value: campaign } = useCampaign(work?.campaignId);
  const unitName = work && campaign ? (unitOf(campaign, work.unitId)?.name ?? '推荐单位') : '推荐单位';
  return (
    <Page
      title="提交回执"
      back="pages/works/index"
      foot="bar"
      fixed={
        <StickyBar>
          <Button onTap={() => replaceWith('pages/creator/status/index', { work: workId })}>看进度</Button>
        </StickyBar>
      }
    >
      {work?.receipt && work.version ? <ReceiptCard work={work} unitName={unitName} /> : failure === null ? <Skeleton /> : <Failure of={failure} />}
    </Page>
  );
}

function ReceiptCard({ work, unitName }: { work: WorkView; unitName: string }) {
  const { receipt, version, film, form } = work;
  if (receipt === null || version === null) return null;
  const copy = async () => toast((await copyText(receipt)) ? '回执号已复制' : '没能复制，请抄下回执号', { icon: 'info' });
  return (
    <>
      <Box className="rc">
        <Box className="rc-ok"><Icon name="check" isBold /></Box>
        <Box className="k-title k-center" role="status">已提交给{unitName}</Box>
        <Box className="k-sub k-center k-mt-1">审核人现在能看到你的作品了</Box>
        <Box className="rc-no">
          <Box className="k-grow">
            <Box className="k-cap">回执号</Box>
            <Box className="rc-n k-num">{receipt}</Box>
          </Box>
          <Button kind="text" isSmall onTap={() => void copy()}>复制</Button>
        </Box>
        <KeyValues
          rows={[
            ['提交时间', sayFullMoment(version.submittedAt)],
            ['作品', form.title],
            ['版本', `版本 ${version.number} · 校验码 ${versionCode(version.sha256)}`],
            ['提交人', `${form.creators[0]?.name ?? ''}（第一作者）`],
            ['成片指纹', <Txt key="film" className="rc-hash">{film?.sha256 ?? '—'}</Txt>],
            ['整版指纹', <Txt key="version" className="rc-hash">{version.sha256}</Txt>],
          ]}
        />
      </Box>
      <Box className="k-mt-3"><Note>提交不等于推荐。推荐单位审核通过、占用名额并上传盖章扫描件后，才算推荐。</Note></Box>
      <Box className="k-row k-mt-3"><PreviewLink workId={work.id}>看提交的推荐表</PreviewLink></Box>
    </>
  );
}
