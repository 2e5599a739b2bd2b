import type { WorkListItem } from '@kepu/shared/contracts/work';
import { Box } from '../../platform/elements';
import { useResource } from '../../state/use-resource';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Group } from '../../ui/Group';
import { OfflineStrip } from '../../ui/OfflineStrip';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { unitOf, useCampaign } from '../campaign/campaign';
import { AppTabBar } from '../desk/AppTabBar';
import { Gate } from '../login/Gate';
import { Failure } from '../session/Failure';
import { sortWorks } from '../work/sort-works';
import { WorkCard } from '../work/WorkCard';
import '../work/work.css';
import { worksResource } from '../work/works';
import { startWork } from './start-work';

/** 作品: what waits for the creator above what waits for others. */
export function WorksScreen() {
  return <Gate role="creator" title="作品">{() => <Works />}</Gate>;
}

function Works() {
  const { value: works, failure, at } = useResource(worksResource());
  const task = useTask();
  const isEmpty = works?.length === 0;
  return (
    <Page title="作品" foot="tabs" top={failure !== null && at !== null && <OfflineStrip at={at} />} fixed={<AppTabBar here="pages/works/index" />}>
      {works === null && (failure === null ? <Skeleton /> : <Failure of={failure} />)}
      {isEmpty && <Empty title="还没有作品" text="推荐表分七个部分，写到哪里存到哪里，可以随时离开。" />}
      {works && <Lists works={works} />}
      <Failure of={task.failure} />
      {works && (
        <Box className="k-mt-4">
          <Button kind={isEmpty ? 'main' : 'line'} icon="plus" isBusy={task.isBusy} onTap={() => void task.run(startWork)}>{isEmpty ? '开始填推荐表' : '新建作品'}</Button>
          <Box className="k-cap k-center k-mt-3">同一作者、同一制作单位只能申报一部，全区统一核对。</Box>
        </Box>
      )}
    </Page>
  );
}

function Lists({ works }: { works: readonly WorkListItem[] }) {
  const { value: campaign } = useCampaign();
  const { mine, others } = sortWorks(works);
  const nameOf = (unitId: string | null) => (campaign ? (unitOf(campaign, unitId)?.name ?? null) : null);
  const groups = [['等你处理', mine], ['等别人处理', others]] as const;
  return groups
    .filter(([, list]) => list.length > 0)
    .map(([title, list], index) => (
      <Box key={title}>
        <Group title={title} aside={`${list.length} 部`} isFirst={index === 0} />
        {list.map((work) => <WorkCard key={work.id} work={work} unitName={nameOf(work.unitId)} />)}
      </Box>
    ));
}
