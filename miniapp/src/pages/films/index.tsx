import { FilmsScreen } from '../../features/versions/FilmsScreen';
import { usePageParams } from '../../platform/page';

export default function FilmsPage() {
  const params = usePageParams();
  return <FilmsScreen workId={params.work ?? ''} />;
}
