import { SignWideScreen } from '../../../features/signature/SignWideScreen';
import { usePageParams } from '../../../platform/page';

export default function CreatorSignWidePage() {
  const params = usePageParams();
  return <SignWideScreen workId={params.work ?? ''} />;
}
