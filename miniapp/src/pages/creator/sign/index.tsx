import { SignScreen } from '../../../features/signature/SignScreen';
import { usePageParams } from '../../../platform/page';

export default function CreatorSignPage() {
  const params = usePageParams();
  return <SignScreen workId={params.work ?? ''} />;
}
