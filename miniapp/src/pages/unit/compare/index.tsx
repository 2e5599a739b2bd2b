import { CompareScreen } from '../../../features/compare/CompareScreen';
import { usePageParams } from '../../../platform/page';

export default function UnitComparePage() {
  const params = usePageParams();
  return <CompareScreen workId={params.work ?? ''} likenessId={params.likeness ?? ''} />;
}
