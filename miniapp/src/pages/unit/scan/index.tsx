import { ScanScreen } from '../../../features/scan/ScanScreen';
import { usePageParams } from '../../../platform/page';

export default function UnitScanPage() {
  const params = usePageParams();
  return <ScanScreen workId={params.work ?? ''} />;
}
