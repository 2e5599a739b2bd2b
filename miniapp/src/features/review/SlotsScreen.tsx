import { useState } from 'react';
import type { SlotView, UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import { sayDeadline } from '@kepu/shared/time';
import { Box, Txt } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { useResource } from '../../state/use-resource';
import { Group } from '../../ui/Group';
import { Item } from '../../ui/Item';
import { OfflineStrip } from '../../ui/OfflineStrip';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Tag } from '../../ui/Tag';
import { AppTabBar } from '../desk/AppTabBar';
import { Gate } from '../login/Gate';
import { Failure } from '../session/Failure';
import { ClosingSheet } from './ClosingSheet';
import { QuotaCard } from './QuotaCard';
import { slotsResource } from './unit';
import { UnitPapers } from './UnitPapers';

/** 名额: every slot and the work it holds, and the unit's own closing time. */
export function SlotsScreen() {
  return <Gate role="recommender" title="名额">{(hat) => (hat.role === 'recommender' ? <Slots unitId={hat.unitId} /> : null)}</Gate>;
}

function Slots({ unitId }: { unitId: string }) {
  const { value: quota, failure, at, reload } = useResource(slotsResource(unitId));
  const [isOpen, setOpen] = useState(false);
  return (
    <Page
      title="名额"
      foot="tabs"
      top={failure !== null && at !== null && <OfflineStrip at={at} />}
      fixed={<><AppTabBar here="pages/slots/index" />{isOpen && quota && <ClosingSheet quota={quota} onClose={() => setOpen(false)} onSaved={reload} />}</>}
    >
      {quota === null && (failure === null ? <Skeleton /> : <Failure of={failure} />)}
      {quota && (
        <>
          <QuotaCard quota={quota} />
          <Group title="每个名额" />
          <Box className="k-card k-card--flush">{quota.slots.map((slot) => <SlotRow key={slot.id} slot={slot} quota={quota} />)}</Box>
          <Group title="报送材料" />
          <Box className="k-card k-card--flush">
            <Item icon="send" title="光盘、纸质和邮箱要的全部材料" caption="看还差什么，冻结、下载、发邮件" onTap={() => goTo('pages/unit/hand-over/index')} />
          </Box>
          <UnitPapers quota={quota} />
          <Group title="本单位收件" />
          <Box className="k-card k-card--flush">
            <Item
              icon="clock"
              title="收件截止"
              caption={quota.unit.closesAt === null ? `没有单独设，到推荐截止 ${sayDeadline(quota.submitBy)}` : sayDeadline(quota.submitBy)}
              side={<Txt className="k-link k-sub">设置</Txt>}
              onTap={() => setOpen(true)}
            />
          </Box>
          <Box className="k-cap k-mt-3">截止前撤回一部推荐，名额立刻放回。</Box>
        </>
      )}
    </Page>
  );
}

function SlotRow({ slot: { number, kind, work }, quota }: { slot: SlotView; quota: UnitSlotsReply }) {
  const lead = <Txt className="k-strong k-num">{number} 号</Txt>;
  if (!work) return <Item title={<Box className="k-row">{lead}<Txt className="k-sub k-ml-2">{kind === 'reserved' ? `专设，只给${quota.bonus?.label ?? '指定地区'}的作品` : '空'}</Txt></Box>} />;
  return (
    <Item
      title={<Box>{lead}<Box className="k-wrap">{work.title}</Box></Box>}
      side={work.inEffect ? <Tag tone="pass" icon="check">已推荐</Tag> : <Tag tone="look" icon="stamp">待扫描</Tag>}
      onTap={() => goTo('pages/unit/recommended/index', { work: work.id })}
    />
  );
}
