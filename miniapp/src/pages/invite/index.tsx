import { InviteScreen } from '../../features/login/InviteScreen';
import { usePageParams } from '../../platform/page';

export default function InvitePage() {
  const params = usePageParams();
  return <InviteScreen token={params.token ?? ''} />;
}
