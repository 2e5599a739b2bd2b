import { Box } from '../../platform/elements';
import { useResource } from '../../state/use-resource';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Steps } from '../../ui/Steps';
import { Gate } from '../login/Gate';
import { Failure } from '../session/Failure';
import { historySteps } from '../work/history-words';
import { historyResource } from '../work/versions';

/** 经过: everything that happened to a work the unit was handed. */
export function HistoryScreen({ workId }: { workId: string }) {
  return <Gate role="recommender" title="经过">{() => <History workId={workId} />}</Gate>;
}

function History({ workId }: { workId: string }) {
  const { value, failure } = useResource(historyResource(workId));
  const steps = historySteps(value ?? []);
  return (
    <Page title="经过" back="pages/inbox/index">
      {value === null && (failure === null ? <Skeleton /> : <Failure of={failure} />)}
      {value !== null && (steps.length === 0 ? <Empty title="还没有记录" /> : <Box className="k-card"><Steps steps={steps} /></Box>)}
    </Page>
  );
}
