import { MessagesScreen } from '../../features/account/MessagesScreen';

export default function MessagesPage() {
  return <MessagesScreen />;
}
