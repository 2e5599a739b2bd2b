import { SubmitScreen } from '../../../features/submission/SubmitScreen';
import { usePageParams } from '../../../platform/page';

export default function CreatorSubmitPage() {
  const params = usePageParams();
  return <SubmitScreen workId={params.work ?? ''} />;
}
