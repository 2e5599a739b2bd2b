import { RecommendedScreen } from '../../../features/review/RecommendedScreen';
import { usePageParams } from '../../../platform/page';

export default function UnitRecommendedPage() {
  const params = usePageParams();
  return <RecommendedScreen workId={params.work ?? ''} />;
}
