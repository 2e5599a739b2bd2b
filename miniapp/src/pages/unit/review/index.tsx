import { ReviewScreen } from '../../../features/review/ReviewScreen';
import { usePageParams } from '../../../platform/page';

export default function UnitReviewPage() {
  const params = usePageParams();
  return <ReviewScreen workId={params.work ?? ''} />;
}
