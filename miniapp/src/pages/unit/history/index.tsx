import { HistoryScreen } from '../../../features/review/HistoryScreen';
import { usePageParams } from '../../../platform/page';

export default function UnitHistoryPage() {
  const params = usePageParams();
  return <HistoryScreen workId={params.work ?? ''} />;
}
