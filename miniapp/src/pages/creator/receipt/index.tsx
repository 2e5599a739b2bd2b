import { ReceiptScreen } from '../../../features/submission/ReceiptScreen';
import { usePageParams } from '../../../platform/page';

export default function CreatorReceiptPage() {
  const params = usePageParams();
  return <ReceiptScreen workId={params.work ?? ''} />;
}
