import { VerifyScreen } from '../../features/verify/VerifyScreen';
import { usePageParams } from '../../platform/page';

export default function VerifyPage() {
  const params = usePageParams();
  return <VerifyScreen code={params.code ?? ''} />;
}
