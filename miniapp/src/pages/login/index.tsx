import { LoginScreen } from '../../features/login/LoginScreen';
import { usePageParams } from '../../platform/page';

export default function LoginPage() {
  const params = usePageParams();
  return <LoginScreen next={params.next ?? ''} />;
}
