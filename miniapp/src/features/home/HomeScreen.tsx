import { useEffect, useState } from 'react';
import type { CampaignReply } from '@kepu/shared/contracts/campaign';
import type { WorkView } from '@kepu/shared/contracts/work';
import { Box } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { usePageVisible } from '../../platform/page';
import { openTab } from '../../platform/tabs';
import { useResource } from '../../state/use-resource';
import type { Known } from '../../state/resource';
import { createStore, useStore } from '../../state/store';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Group } from '../../ui/Group';
import { Item } from '../../ui/Item';
import { Note } from '../../ui/Note';
import { OfflineStrip } from '../../ui/OfflineStrip';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { Skeleton } from '../../ui/Skeleton';
import { unitOf, useCampaign } from '../campaign/campaign';
import { CallHead } from '../campaign/CallHead';
import { creatorDeadline } from '../campaign/deadline';
import { Requirements, sayRequirements } from '../campaign/Requirements';
import { useNow } from '../campaign/use-now';
import { AppTabBar } from '../desk/AppTabBar';
import { Failure } from '../session/Failure';
import { session } from '../session/api';
import { homeOf, useHat } from '../session/roles';
import { ComputerGuide } from '../computer/ComputerSheet';
import { sortWorks } from '../work/sort-works';
import { workResource, worksResource } from '../work/works';
import { NextStepCard } from './NextStepCard';
import { startWork } from './start-work';

/** 首页: the call, the deadline, and the one next step; open to anyone. */
export function HomeScreen() {
  const { value: campaign, failure, at } = useCampaign();
  const state = useStore(session.state);
  const hat = useHat();
  const isVisible = usePageVisible();
  useEffect(() => {
    // A unit's people have their own first page; this one is for authors and visitors.
    if (isVisible && hat?.role === 'recommender') openTab(homeOf(hat));
  }, [isVisible, hat]);
  if (!campaign) return <Page title="科普微视频征集" isDark foot="tabs" fixed={<AppTabBar here="pages/home/index" />}>{failure === null ? <Skeleton /> : <Failure of={failure} />}</Page>;
  return state.kind === 'in' && hat?.role === 'creator' ? <CreatorHome campaign={campaign} staleAt={failure === null ? null : at} /> : <PublicHome campaign={campaign} isLoading={state.kind === 'unknown'} />;
}

const NO_WORK = createStore<Pick<Known<WorkView>, 'value'>>({ value: null });

function CreatorHome({ campaign, staleAt }: { campaign: CampaignReply; staleAt: number | null }) {
  const { value: works, failure } = useResource(worksResource());
  const now = useNow();
  const [first] = works ? sortWorks(works).mine : [];
  const known = useStore(first ? workResource(first.id) : NO_WORK);
  useEffect(() => {
    // What is missing comes with the whole work; without it the card still says where to go on.
    if (first) workResource(first.id).load().catch(() => undefined);
  }, [first]);
  const unit = unitOf(campaign, known.value?.form.unitId ?? first?.unitId ?? null);
  const isOver = creatorDeadline(campaign, unit, now).isOver;
  return (
    <Page
      title="科普微视频征集"
      isDark
      foot="tabs"
      top={<>{staleAt !== null && <OfflineStrip at={staleAt} />}<CallHead campaign={campaign} unit={unit} now={now} /></>}
      fixed={<AppTabBar here="pages/home/index" />}
    >
      <Group title="下一步" isFirst />
      {works === null && (failure === null ? <Skeleton /> : <Failure of={failure} />)}
      {works !== null && first && <NextStepCard item={first} work={known.value} campaign={campaign} now={now} />}
      {works !== null && !first && <StartCard hasWorks={works.length > 0} isOver={isOver} />}
      <Preparation campaign={campaign} />
    </Page>
  );
}

function StartCard({ hasWorks, isOver }: { hasWorks: boolean; isOver: boolean }) {
  const task = useTask();
  if (isOver) return <Note>今年征集已截止。作品的进度在“作品”里看，结果会在这里公示。</Note>;
  return (
    <Box className="k-card">
      <Box className="k-head">{hasWorks ? '作品都已交出' : '还没有作品'}</Box>
      <Box className="k-sub k-mt-1 k-mb-3">{hasWorks ? '等推荐单位审核，有退回会通知你。' : '推荐表分七个部分，写到哪里存到哪里。'}</Box>
      {hasWorks ? <Button kind="line" onTap={() => openTab('pages/works/index')}>看进度</Button> : <Button isBusy={task.isBusy} onTap={() => void task.run(startWork)}>开始填推荐表</Button>}
      <Failure of={task.failure} />
    </Box>
  );
}

function PublicHome({ campaign, isLoading }: { campaign: CampaignReply; isLoading: boolean }) {
  const now = useNow();
  return (
    <Page title="科普微视频征集" isDark foot="tabs" top={<CallHead campaign={campaign} unit={null} now={now} />} fixed={<AppTabBar here="pages/home/index" />}>
      {!isLoading && (
        <Box className="k-card">
          <Box className="k-head">{campaign.config.title}</Box>
          <Box className="k-sub k-mt-1 k-mb-3">作者在这里填推荐表、上传成片；推荐单位在这里审核推荐。</Box>
          <Button onTap={() => goTo('pages/login/index')}>登录，开始填推荐表</Button>
        </Box>
      )}
      <Preparation campaign={campaign} />
    </Page>
  );
}

function Preparation({ campaign }: { campaign: CampaignReply }) {
  const [sheet, setSheet] = useState<'computer' | 'requirements' | null>(null);
  return (
    <>
      <Group title="准备成片" />
      <Box className="k-card k-card--flush">
        <Item icon="pc" title="在电脑上传成片" caption="电脑不用登录，直接传进同一份草稿" onTap={() => setSheet('computer')} />
        <Item icon="book" title="作品要求" caption={sayRequirements(campaign.config)} onTap={() => setSheet('requirements')} />
      </Box>
      {sheet === 'computer' && <ComputerGuide onClose={() => setSheet(null)} />}
      {sheet === 'requirements' && <Sheet title="作品要求" onClose={() => setSheet(null)}><Requirements config={campaign.config} /><Box className="k-mt-3"><Button kind="line" onTap={() => goTo('pages/rules/index')}>看全部要求和怎么检查</Button></Box></Sheet>}
    </>
  );
}
