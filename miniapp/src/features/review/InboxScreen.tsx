import type { UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import type { WorkListItem } from '@kepu/shared/contracts/work';
import { sayMoment } from '@kepu/shared/time';
import { STATUSES_OF } from '@kepu/shared/domain/work-status';
import { Box, Tap, Txt } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { useResource } from '../../state/use-resource';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Group } from '../../ui/Group';
import { Icon } from '../../ui/Icon';
import { Item } from '../../ui/Item';
import { Note } from '../../ui/Note';
import { OfflineStrip } from '../../ui/OfflineStrip';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Tag } from '../../ui/Tag';
import { AppTabBar } from '../desk/AppTabBar';
import { Gate } from '../login/Gate';
import { Failure } from '../session/Failure';
import { FilmTile } from '../work/FilmTile';
import { StatusTag } from '../work/StatusTag';
import '../work/work.css';
import { QuotaCard } from './QuotaCard';
import { DECIDED, inboxResource, slotsResource } from './unit';
import { shareCall } from './share-call';
import './review.css';

/** 待办: what waits for the unit, the first handed in first, over what is left of its quota. */
export function InboxScreen() {
  return <Gate role="recommender" title="待办">{(hat) => (hat.role === 'recommender' ? <Inbox unitId={hat.unitId} unitName={hat.unitName} /> : null)}</Gate>;
}

function Inbox({ unitId, unitName }: { unitId: string; unitName: string }) {
  const quota = useResource(slotsResource(unitId));
  const waiting = useResource(inboxResource(unitId, STATUSES_OF.withUnit));
  const returned = useResource(inboxResource(unitId, DECIDED));
  const failure = quota.failure ?? waiting.failure;
  const at = waiting.at ?? quota.at;
  return (
    <Page title={unitName} foot="tabs" top={failure !== null && at !== null && <OfflineStrip at={at} />} fixed={<AppTabBar here="pages/inbox/index" />}>
      {quota.value ? <QuotaCard quota={quota.value} /> : failure === null ? <Skeleton /> : <Failure of={failure} />}
      {quota.value && <MissingScans quota={quota.value} />}
      <Group title="待审核" aside="先交的在前" />
      {waiting.value === null && failure === null && <Skeleton />}
      {waiting.value?.items.length === 0 && (
        <Empty title="没有等审核的作品" text={'把征集网址发给本地区的作者和单位，\n他们登录就能填表。'}>
          <Button kind="line" isSmall icon="send" onTap={() => void shareCall()}>复制征集网址</Button>
        </Empty>
      )}
      {waiting.value && waiting.value.items.length > 0 && (
        <Box className="k-card k-card--flush">{waiting.value.items.map((work) => <InboxRow key={work.id} work={work} />)}</Box>
      )}
      {waiting.value && waiting.value.total > waiting.value.items.length && <Box className="k-cap k-center k-mt-3 k-num">共 {waiting.value.total} 部，先显示 {waiting.value.items.length} 部</Box>}
      {returned.value && returned.value.items.length > 0 && <Others works={returned.value.items} />}
      {failure !== null && <Box className="k-cap k-center k-mt-3">签核、退回、推荐需要联网，以服务器时间为准。</Box>}
    </Page>
  );
}

/** Recommendations that are not in effect yet, on top of everything: their slot is held for nothing. */
function MissingScans({ quota }: { quota: UnitSlotsReply }) {
  return quota.slots.map(({ number, work }) =>
    work && !work.inEffect ? (
      <Tap key={number} className="k-row k-mt-3" label={`${number} 号名额还差盖章扫描件，去上传`} onTap={() => goTo('pages/unit/recommended/index', { work: work.id })}>
        <Box className="k-grow">
          <Note tone="look" icon="stamp">
            <Txt className="k-strong">{number} 号名额还差盖章扫描件。</Txt>《{work.title}》传上后推荐才生效。
          </Note>
        </Box>
      </Tap>
    ) : null,
  );
}

function InboxRow({ work }: { work: WorkListItem }) {
  return (
    <Tap className="ib" label={`审核 ${work.title}`} onTap={() => goTo('pages/unit/review/index', { work: work.id })}>
      <Box className="k-row k-row--top">
        <FilmTile className="wk-thumb" poster={work.poster} />
        <Box className="k-grow">
          <Box className="ib__title k-wrap">{work.title}</Box>
          <Box className="k-cap">{[work.firstAuthor, work.organisation].filter(Boolean).join(' · ')}</Box>
        </Box>
        <Box className="k-item__go"><Icon name="right" isSmall /></Box>
      </Box>
      <Box className="ib__foot">
        {work.fromListedArea && <Tag tone="plain">可用专设名额</Tag>}
        {(work.versionNumber ?? 1) > 1 && <Tag tone="wait" icon="refresh">{`改后重交，版本 ${work.versionNumber ?? 2}`}</Tag>}
        {work.failing > 0 && <Tag tone="fail" icon="cross">{`${work.failing} 项不通过`}</Tag>}
        {work.looking > 0 && <Tag tone="look" icon="eye">{`${work.looking} 处请看`}</Tag>}
        {work.failing + work.looking === 0 && <Tag tone="pass" icon="check">检测通过</Tag>}
        <Txt className="k-cap k-num ib__when">{work.submittedAt === null ? '' : sayMoment(work.submittedAt)}</Txt>
      </Box>
    </Tap>
  );
}

/** Works the unit has done with for now: to look up, not to act on. */
function Others({ works }: { works: readonly WorkListItem[] }) {
  return (
    <>
      <Group title="已退回、不推荐的" aside={`${works.length} 部`} />
      <Box className="k-card k-card--flush">
        {works.map((work) => (
          <Item key={work.id} title={<Box className="k-wrap">{work.title}</Box>} caption={work.firstAuthor ?? ''} side={<StatusTag work={work} />} onTap={() => goTo('pages/unit/review/index', { work: work.id })} />
        ))}
      </Box>
    </>
  );
}
