import { StatusScreen } from '../../../features/submission/StatusScreen';
import { usePageParams } from '../../../platform/page';

export default function CreatorStatusPage() {
  const params = usePageParams();
  return <StatusScreen workId={params.work ?? ''} />;
}
