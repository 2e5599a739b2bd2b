import { InboxScreen } from '../../features/review/InboxScreen';

export default function InboxPage() {
  return <InboxScreen />;
}
